import { type Agreement, agree } from "../../agreement/agreement";
import type { ReferenceCheck } from "../../agreement/verify";
import { tableFrom } from "../../cohort/testing";
import { columnInWords } from "../../format";
import type { Table } from "../../table";
import { shownPanel, timed } from "./shownPanel";

/** Of each line whom it is of, and patients and events of both groups, hazard ratio and limits; of each column df and P of its interaction. */
interface CohortReference {
  lines: [column: string, level: string | number, numbers: number[]][];
  interactions: [df: number, p: number][];
}
/** What `panels/subgroups/subgroups.R` writes. */
export type SubgroupsReference = Record<"colon" | "veteran", CohortReference>;

/** Levels that R's data sets have by number, as the files write them. */
const written: Record<string, string> = {
  "differ 1": "well",
  "differ 2": "moderate",
  "differ 3": "poor",
  "node4 0": "<=4",
  "node4 1": ">4",
  "prior 0": "no",
  "prior 10": "yes",
};

const columns = (names: string[]) => names.map((column) => ({ column }));
const panels = {
  colon: {
    group: { column: "rx" },
    compared: "Lev+5FU",
    reference: "Obs",
    by: columns(["sex", "differ", "extent", "node4"]),
  },
  veteran: { group: { column: "trt" }, compared: "test", reference: "standard", by: columns(["celltype", "prior"]) },
};

/** Subgroups of two data sets, from the file to the numbers of the panel. */
export async function subgroupsChecks(
  of: SubgroupsReference,
  texts: Record<keyof SubgroupsReference, string>,
): Promise<ReferenceCheck[]> {
  const call = "coxph(y ~ arm) of each; logLik of coxph(y ~ arm * by) and coxph(y ~ arm + by); subgroups.R";
  const [colon, veteran] = await Promise.all([tableFrom(texts.colon), tableFrom(texts.veteran)]);
  return [
    { id: "subgroups/colon", call, compare: () => agreements(of.colon, colon, panels.colon) },
    { id: "subgroups/veteran", call, compare: () => agreements(of.veteran, veteran, panels.veteran) },
  ];
}

function* agreements(known: CohortReference, table: Table, panel: object): Generator<Agreement> {
  const board = { endpoints: [timed("os", "Overall survival", "time", "days", "event")] };
  const { overall, variables } = shownPanel("subgroups", { endpoint: "os", ...panel }, table, board);
  const ours = new Map([
    ["All patients ", overall],
    ...variables.flatMap(({ label, lines }) => lines.map((line) => [`${label} ${line.level}`, line] as const)),
  ]);
  yield agree("subgroups", [ours.size], [known.lines.length], 0);
  for (const [column, level, numbers] of known.lines) {
    const line = ours.get(`${columnInWords(column)} ${written[`${column} ${level}`] ?? level}`);
    if (line?.ratio?.kind !== "estimated") throw new Error(`no ratio of ${column} ${level}`);
    const { compared, reference, ratio } = line;
    const counts = [compared.patients, compared.events, reference.patients, reference.events];
    yield agree("patients and events", counts, numbers.slice(0, 4), 0);
    yield agree("hazard ratio and limits", [ratio.hazardRatio, ratio.lower, ratio.upper], numbers.slice(4), 1e-7);
  }
  for (const [at, [df, p]] of known.interactions.entries()) {
    const interaction = variables[at]?.interaction;
    yield agree("interaction, df", [interaction?.df ?? null], [df], 0);
    yield agree("interaction, P", [interaction?.p ?? null], [p], 1e-7);
  }
}
