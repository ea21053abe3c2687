import { type Agreement, agree, type Stored } from "../../agreement/agreement";
import type { ReferenceCheck } from "../../agreement/verify";
import { tableFrom } from "../../cohort/testing";
import type { AlterationsResult, GenePair } from "../../panels/alterations/result";
import { shownPanel, timed } from "./shownPanel";

/** What `fixtures/alterations.R` writes of one cohort. */
interface CohortReference {
  genes: Record<string, { altered: number[]; tested: number[]; lower: number; upper: number; p: Stored; q: Stored }>;
  pairs: {
    a: string;
    b: string;
    both: number;
    onlyA: number;
    onlyB: number;
    neither: number;
    oddsRatio: Stored;
    p: Stored;
    q: Stored;
  }[];
  survival: {
    gene: string;
    tested: number;
    altered: number;
    events: number;
    eventsAltered: number;
    hazardRatio: number;
    lower: number;
    upper: number;
    p: number;
    q: number;
  }[];
}
export type AlterationsReference = Record<"example" | "study", CohortReference>;

/** Texts of the cohorts, of their mutations, and of the copy numbers of the second. */
export type AlterationsTexts = Record<"example" | "exampleLong" | "study" | "studyMutations" | "studyCopies", string>;

/** R writes 15 digits, and `fisher.test` counts in steps of its own. */
const DIGITS = 1e-7;
/** How far `fisher.test` searches for its odds ratio; `association.R` has more digits of it. */
const SEARCHED = 2e-3;

/** Shares, groups, pairs and survival by gene of two cohorts. */
export async function alterationsChecks(of: AlterationsReference, texts: AlterationsTexts): Promise<ReferenceCheck[]> {
  const call = 'binom.test(); fisher.test(); coxph(ties = "efron"); survdiff(); p.adjust("BH"); alterations.R';
  const [example, study] = await Promise.all([exampleOf(texts), studyOf(texts)]);
  return [
    { id: "genes/example by arm", call, compare: () => agreements(of.example, example()) },
    { id: "genes/study of two panels at 90%", call, compare: () => agreements(of.study, study()) },
  ];
}

const join = (genes: object, more: object = {}) => ({
  id: "genes",
  source: { file: "mutations.csv", rows: null, sha256: null },
  key: "patient_id",
  to: "patient_id",
  genes,
  ...more,
});

async function exampleOf(texts: AlterationsTexts): Promise<() => AlterationsResult> {
  const [cohort, genes] = [await tableFrom(texts.example), await tableFrom(texts.exampleLong)];
  const reading = { form: "long", gene: "gene", class: "alteration", change: "protein_change", tested: { by: "all" } };
  const board = {
    patientId: "patient_id",
    endpoints: [timed("os", "Overall survival", "os_months", "months", "os_event")],
    joins: [join(reading)],
  };
  const panel = { endpoint: "os", most: 50, group: { column: "arm" } };
  return () => shownPanel("alterations", panel, cohort, board, new Map([["genes", genes]]));
}

async function studyOf(texts: AlterationsTexts): Promise<() => AlterationsResult> {
  const cohort = await tableFrom(texts.study);
  const [genes, copies] = [await tableFrom(texts.studyMutations), await tableFrom(texts.studyCopies)];
  const panels = [
    { panel: "WIDE", genes: null },
    { panel: "HOT", genes: ["TP53", "KRAS", "PTEN"] },
  ];
  const mutations = {
    form: "long",
    gene: "Hugo_Symbol",
    class: "Variant_Classification",
    change: "HGVSp_Short",
    tested: { by: "panels", join: null, column: "assay", panels },
  };
  const bySample = { to: "patient", match: "beginning" };
  const board = {
    patientId: "patient",
    endpoints: [timed("os", "Overall survival", "days", "days", "died")],
    joins: [
      join(mutations, { key: "Tumor_Sample_Barcode", ...bySample }),
      join({ form: "matrix", gene: "Hugo_Symbol" }, { id: "cna", key: "sample", ...bySample }),
    ],
  };
  const panel = { endpoint: "os", level: 0.9, most: 50, group: { column: "site" } };
  const seconds = new Map([
    ["genes", genes],
    ["cna", copies],
  ]);
  return () => shownPanel("alterations", panel, cohort, board, seconds);
}

function* agreements(known: CohortReference, result: AlterationsResult): Generator<Agreement> {
  const names = result.genes.map(({ gene }) => gene).sort();
  yield agree("genes", names, Object.keys(known.genes).sort(), 0);
  for (const { gene, byGroup, lower, upper, p, q } of result.genes) {
    const wanted = known.genes[gene];
    if (!wanted) throw new Error(`no gene ${gene}`);
    const altered = byGroup.map((share) => share.altered);
    const tested = byGroup.map((share) => share.tested);
    yield agree("altered and tested by group", [...altered, ...tested], [...wanted.altered, ...wanted.tested], 0);
    yield agree("share of the patients tested, exact limits", [lower, upper], [wanted.lower, wanted.upper], 1e-11);
    yield agree("by group, P and q", [p, q], [wanted.p, wanted.q], DIGITS);
  }
  for (const wanted of known.pairs) yield* pair(wanted, result.pairs);
  yield* survival(known, result);
}

function* pair(wanted: CohortReference["pairs"][number], pairs: readonly GenePair[]): Generator<Agreement> {
  const found = pairs.find(({ a, b }) => [a, b].includes(wanted.a) && [a, b].includes(wanted.b));
  if (!found) throw new Error(`no pair ${wanted.a} and ${wanted.b}`);
  const { onlyA, onlyB } = found.a === wanted.a ? found : { onlyA: found.onlyB, onlyB: found.onlyA };
  const counts = [wanted.both, wanted.onlyA, wanted.onlyB, wanted.neither];
  yield agree("pairs, patients", [found.both, onlyA, onlyB, found.neither], counts, 0);
  yield agree("pairs, P and q", [found.p, found.q], [wanted.p, wanted.q], DIGITS);
  yield agree("pairs, odds ratio", [found.p >= 0 ? found.oddsRatio : null], [wanted.oddsRatio], SEARCHED);
}

function* survival(known: CohortReference, { survival: ours }: AlterationsResult): Generator<Agreement> {
  const lines = ours?.lines ?? [];
  yield agree(
    "genes with survival",
    lines.map(({ gene }) => gene).sort(),
    known.survival.map(({ gene }) => gene).sort(),
    0,
  );
  for (const wanted of known.survival) {
    const found = lines.find(({ gene }) => gene === wanted.gene);
    if (found?.ratio?.kind !== "estimated") throw new Error(`no hazard ratio of ${wanted.gene}`);
    const { tested, altered, events, eventsAltered, ratio, p, q } = found;
    const counts = [wanted.tested, wanted.altered, wanted.events, wanted.eventsAltered];
    yield agree("survival, patients and events", [tested, altered, events, eventsAltered], counts, 0);
    const limits = [wanted.hazardRatio, wanted.lower, wanted.upper];
    yield agree("hazard ratio and limits", [ratio.hazardRatio, ratio.lower, ratio.upper], limits, 1e-7);
    yield agree("log-rank P and q", [p, q], [wanted.p, wanted.q], DIGITS);
  }
}
