import { type Agreement, agree } from "../../agreement/agreement";
import type { ReferenceCheck } from "../../agreement/verify";
import { tableFrom } from "../../cohort/testing";
import type { ResponseResult } from "../../panels/response/result";
import type { Table } from "../../table";
import { shownPanel, timed } from "./shownPanel";

interface Rate {
  count: number;
  of: number;
  estimate: number;
  lower: number;
  upper: number;
}
type Rates = Record<"ORR" | "DCR" | "CBR", Record<string, Rate>>;

/** What `fixtures/response.R` writes of one cohort; groups by their levels. */
interface CohortReference {
  counts: Record<string, Record<string, number>>;
  all: Rates;
  evaluable: Rates;
  compared: {
    p: number;
    differences: {
      level: string;
      estimate: number;
      lower: number;
      upper: number;
      odds: number;
      oddsLower: number;
      oddsUpper: number;
    }[];
  };
  /** Best changes by row. */
  best: (number | null)[];
}
export type ResponseReference = Record<"example" | "trial", CohortReference>;

/** R writes 15 digits. */
const DIGITS = 1e-11;
/** How far `fisher.test` searches for its odds ratio; `association.R` has more digits of it. */
const SEARCHED = 2e-3;

/** Texts of the two cohorts and of their files of measurements. */
export type ResponseTexts = Record<"example" | "exampleLong" | "trial" | "trialLong", string>;

/** Categories, rates, comparisons and best changes of two cohorts. */
export async function responseChecks(of: ResponseReference, texts: ResponseTexts): Promise<ReferenceCheck[]> {
  const call = "binom.test(); prop.test(correct = FALSE); fisher.test(); response.R";
  const [example, trial] = await Promise.all([exampleOf(texts), trialOf(texts)]);
  return [
    { id: "response/example by arm", call, compare: () => agreements(of.example, example) },
    { id: "response/three arms at 90%", call, compare: () => agreements(of.trial, trial) },
  ];
}

interface Cohort {
  table: Table;
  long: Table;
  board: object;
  panel: object;
  measurements: object;
}

const joinTo = (id: string) => [
  { id: "long", source: { file: "long.csv", rows: null, sha256: null }, key: id, to: id },
];

async function exampleOf(texts: ResponseTexts): Promise<Cohort> {
  return {
    table: await tableFrom(texts.example),
    long: await tableFrom(texts.exampleLong),
    board: {
      patientId: "patient_id",
      endpoints: [
        timed("pfs", "Progression-free survival", "pfs_months", "months", "pfs_event"),
        timed("os", "Overall survival", "os_months", "months", "os_event"),
      ],
      joins: joinTo("patient_id"),
    },
    panel: {
      response: "best_response",
      change: { column: "best_change_pct" },
      reference: "Gene aberration-related phase I therapy",
    },
    measurements: { join: "long", time: "day", unit: "days", value: "sum_of_diameters_mm", as: "sum" },
  };
}

async function trialOf(texts: ResponseTexts): Promise<Cohort> {
  return {
    table: await tableFrom(texts.trial),
    long: await tableFrom(texts.trialLong),
    board: {
      patientId: "id",
      endpoints: [
        timed("pfs", "Progression-free survival", "pfs", "days", "pfs_event"),
        timed("os", "Overall survival", "os", "days", "died"),
      ],
      joins: joinTo("id"),
    },
    panel: {
      response: "ansprechen",
      change: { column: "best_change", scale: "fraction" },
      level: 0.9,
      compared: "DCR",
      reference: "A",
    },
    measurements: { join: "long", time: "days", unit: "days", value: "sld", as: "sum" },
  };
}

function* agreements(known: CohortReference, { table, long, board, panel, measurements }: Cohort) {
  const shown = (more: object) => {
    const asked = { group: { column: "arm" }, follow: "os", progression: "pfs", oddsRatio: true, ...panel, ...more };
    return shownPanel("response", asked, table, board, new Map([["long", long]]));
  };
  const all = shown({});
  yield* categories(all, known);
  yield* rates("of all", all, known.all);
  yield* rates("of those evaluable", shown({ denominator: "evaluable" }), known.evaluable);
  yield* comparison(all, known);
  const byRow = new Map(shown({ change: null, measurements }).each.map(({ row, change }) => [row, change]));
  const best = known.best.map((_, at) => byRow.get(at + 1) ?? Number.NaN);
  yield agree("best changes of the measurements", best, known.best, DIGITS);
}

function* categories({ groups }: ResponseResult, { counts }: CohortReference): Generator<Agreement> {
  yield agree(
    "groups",
    groups.map(({ level }) => level),
    Object.keys(counts),
    0,
  );
  for (const { level, categories: ours } of groups)
    yield agree("patients by category", ours, Object.values(counts[level] ?? {}), 0);
}

function* rates(whom: string, { groups }: ResponseResult, known: Rates): Generator<Agreement> {
  for (const { level, rates: ours } of groups) {
    for (const { id, count, of, estimate, lower, upper } of ours) {
      const wanted = known[id][level];
      if (!wanted) throw new Error(`no ${id} of ${level}`);
      yield agree(`${id} ${whom}, patients`, [count, of], [wanted.count, wanted.of], 0);
      yield agree(`${id} ${whom}`, [estimate], [wanted.estimate], DIGITS);
      yield agree(`${id} ${whom}, exact limits`, [lower, upper], [wanted.lower, wanted.upper], DIGITS);
    }
  }
}

function* comparison({ comparison: ours }: ResponseResult, { compared }: CohortReference): Generator<Agreement> {
  yield agree("Fisher’s exact test, P", [ours?.p ?? null], [compared.p], 1e-9);
  for (const [at, wanted] of compared.differences.entries()) {
    const found = ours?.differences[at];
    yield agree("compared with the first group", [found?.level ?? ""], [wanted.level], 0);
    yield agree("difference", [found?.estimate ?? null], [wanted.estimate], DIGITS);
    const limits = [found?.lower ?? null, found?.upper ?? null];
    yield agree("Newcombe’s limits", limits, [wanted.lower, wanted.upper], 1e-9);
    const { estimate = null, lower = null, upper = null } = found?.oddsRatio ?? {};
    const odds = [wanted.odds, wanted.oddsLower, wanted.oddsUpper];
    yield agree("odds ratio and exact limits", [estimate, lower, upper], odds, SEARCHED);
  }
}
