import type { PanelOf } from "../../board/panelForms/registry";
import { classNames } from "../../cohort/genes";
import { counted, formatCount, limitOfP, listed, listedUpTo } from "../../format";
import { type Problem, problem } from "../../result";
import type { Prepared } from "../prepared";
import type { PanelGenes } from "./read";
import { reportName } from "./reportName";
import type { AlterationsResult } from "./result";

/** What must be said beside the numbers: what chance gives, who was not tested, and what files say that was not used. */
export function noticesOf(
  prepared: Prepared,
  panel: PanelOf<"alterations">,
  result: AlterationsResult,
  read: PanelGenes,
): Problem[] {
  return [
    ...absentGenes(read.absent),
    ...matchingNobody(prepared),
    ...absentEndpoint(prepared, panel),
    ...chance(result),
    ...testedInFew(result),
    ...partly(result),
    ...lateReports(prepared, panel),
    ...(result.setting.weights === "sampling"
      ? [
          problem(
            "genes-sampling",
            "Sampling weights are not used in this panel’s counts: each patient counts once.",
            "Read shares as those of these patients, not of the population.",
          ),
        ]
      : []),
    ...unused(result),
    ...remarks(prepared, read),
  ];
}

const absentGenes = (names: readonly string[]): Problem[] =>
  names.length === 0
    ? []
    : [
        problem(
          "genes-absent",
          `No file and no column says anything of ${listedUpTo(5, names)}.`,
          "Check the spelling, or open the file that has them in Data.",
        ),
      ];

/** Files of genes that give none. */
function matchingNobody({ board, links }: Prepared): Problem[] {
  const files = board.joins.flatMap(({ id, genes, source }) =>
    genes === null || links.has(id) ? [] : [`“${source.file ?? "the second file"}”`],
  );
  if (files.length === 0) return [];
  const [gives, its] =
    files.length === 1
      ? ["gives", "it is not open, or none of its rows is"]
      : ["give", "they are not open, or none of their rows is"];
  return [
    problem(
      "genes-file-nobody",
      `${listed(files)} ${gives} no gene: ${its} of a patient of the cohort.`,
      "See in Data which column holds the ids of the patients, and how they are matched.",
    ),
  ];
}

function absentEndpoint({ board, endpoints }: Prepared, { endpoint }: PanelOf<"alterations">): Problem[] {
  if (endpoint === null) return [];
  const place = board.endpoints.findIndex(({ id }) => id === endpoint);
  if (place < 0)
    return [
      problem(
        "genes-endpoint-absent",
        "The endpoint of survival by gene is gone.",
        "Choose another beside the figure.",
      ),
    ];
  const found = endpoints[place]?.view.problem;
  return found ? [found] : [];
}

/** One of so many tests is under .05 by chance in 1 − .95^m of cohorts. */
function chance({ survival, genes, groupLabel }: AlterationsResult): Problem[] {
  const compared = survival?.lines.filter(({ p }) => !Number.isNaN(p)).length ?? 0;
  const grouped = groupLabel === null ? 0 : genes.filter(({ p }) => !Number.isNaN(p)).length;
  const most = Math.max(compared, grouped);
  if (most < 2) return [];
  const share = Math.round(100 * (1 - 0.95 ** most));
  return [
    problem(
      "genes-many",
      `${formatCount(most)} genes were compared.`,
      `With no true effect at all, ${share > 99 ? "more than 99" : formatCount(share)} of 100 such cohorts have at least one P under ${limitOfP(0.05)}. Read q, and confirm elsewhere.`,
    ),
  ];
}

function testedInFew({ genes, patients }: AlterationsResult): Problem[] {
  const few = genes.filter(({ tested }) => tested < patients / 2);
  if (few.length === 0) return [];
  const named = few.map(({ gene, tested }) => `${gene} (${formatCount(tested)})`);
  return [
    problem(
      "genes-few-tested",
      `${listedUpTo(5, named)} ${few.length === 1 ? "was" : "were"} tested in fewer than half of ${counted(patients, "patient")}.`,
      "Those tested may differ from the others; shares are of the tested alone.",
    ),
  ];
}

function partly({ genes }: AlterationsResult): Problem[] {
  const found = genes.filter((gene) => gene.partly > 0);
  if (found.length === 0) return [];
  const named = found.map(({ gene, partly: count }) => `${gene} ${formatCount(count)}`);
  return [
    problem(
      "genes-partly",
      `Some patients were tested for a gene by one file and not by another: ${listedUpTo(4, named, "more gene", "more genes")}.`,
      "Without an alteration they count as wild type; what the other file would have shown is not known.",
    ),
  ];
}

/** The column that says when the genes of a patient were reported; null where there is none. */
const reportColumn = ({ table }: Pick<Prepared, "table">): string | null =>
  table.columns.find(({ name, kind }) => kind === "date" && reportName.test(name))?.name ?? null;

function lateReports(prepared: Prepared, { endpoint: id }: PanelOf<"alterations">): Problem[] {
  const endpoint = prepared.board.endpoints.find((each) => each.id === id);
  if (!endpoint || endpoint.entry !== null) return [];
  const column = reportColumn(prepared);
  if (column === null) return [];
  return [
    problem(
      "genes-entry",
      `A patient must live long enough to be sequenced, and “${column}” says until when.`,
      `Let patients enter ${endpoint.label} at that date, so that nobody counts as at risk before.`,
    ),
  ];
}

function unused({ notCounted: { classes, alterations } }: AlterationsResult): Problem[] {
  if (alterations === 0) return [];
  return [
    problem(
      "genes-not-counted",
      `${counted(alterations, "finding")} of these genes ${alterations === 1 ? "is" : "are"} not counted: ${listed(classes.map((each) => classNames[each]))}.`,
      "Choose beside the figure what counts.",
    ),
  ];
}

/** What a file says of itself; rows are of that file. */
const remarks = ({ links }: Prepared, { sources }: PanelGenes): Problem[] =>
  sources.flatMap(({ join, label, remarks: own }) =>
    own.map(({ code, message, hint, rows }) => {
      const link = join === null ? undefined : links.get(join);
      const genes = link?.join.genes;
      const column = genes?.form === "long" ? genes.gene : (link?.join.key ?? "");
      return {
        ...problem(`genes-${code}-${join ?? "cohort"}`, `${label}: ${message}`, hint, rows),
        ...(join === null ? undefined : { join: { id: join, column } }),
      };
    }),
  );
