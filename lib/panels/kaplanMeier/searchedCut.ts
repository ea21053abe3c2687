import type { PanelOf } from "../../board/panelForms/registry";
import { withLeftOut } from "../../cohort/ledger";
import { separating } from "../../format";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import { cutPoint, cutPointPermutation, type Subjects, type Uncuttable } from "../../survival";
import { type Blocked, blocked } from "../blocked";
import type { Grouped } from "../grouped";
import type { Prepared } from "../prepared";
import { uncutInWords } from "../reasonInWords";
import { mostPermuted, type PermutedP } from "./permuted";

/** A cut of a number into two groups, searched among the patients in the figure. */
export interface SearchedCut {
  /** What was cut, in words. */
  label: string;
  /** The low group has values of at most this; as it is written, every patient is on the right side of it. */
  cut: number;
  shown: string;
  /** How many cuts were tried, and the shares of patients the low group could have. */
  tried: number;
  shares: [number, number];
  /** The largest standardized statistic. */
  statistic: number;
  /** P corrected for the search, by several approximations; the first that could be computed is printed. */
  p: { gaussian: number | null; lausen1994: number; lausen1992: number; hothornLausen: number | null };
  permutation: PermutedP | null;
}

/** Above so many patients the search takes too long to follow a filter. */
const mostSearched = 5000;

/** The corrected P that is printed: the Gaussian one, exact for jointly normal statistics, else the improved Bonferroni bound. */
export const printedP = ({ p }: SearchedCut): number => p.gaussian ?? p.lausen1994;

/** The rows in two groups at the cut that separates them most; rows without a value are left out and said. */
export function withSearchedCut(
  grouped: Grouped,
  { cut: asked, permutation }: PanelOf<"kaplanMeier">,
  prepared: Prepared,
  quick: boolean,
): { grouped: Grouped; found: SearchedCut } | Blocked | null {
  if (asked === null) return null;
  const numbers = prepared.variables.numbers(asked.of);
  if (!numbers.ok) return blocked(numbers.problem, grouped.ledger);
  const { values } = numbers.value;
  const label = prepared.variables.label(asked.of);
  const { group, ledger, leftOut } = withoutValue(grouped, values, label);
  const subjects: Subjects = { ...grouped.data, group, groupCount: 1 };
  const patients = group.reduce((sum, code, row) => sum + (code >= 0 ? (grouped.patients.size[row] ?? 0) : 0), 0);
  if (patients > mostSearched) return blocked(tooMany, ledger);
  const options = { minShare: asked.minShare, maxShare: 1 - asked.minShare };
  const search = cutPoint(subjects, values, options);
  if (search.kind === "undefined") return blocked(noCut(search.reason, label), ledger);
  const found: SearchedCut = {
    label,
    cut: search.cut,
    shown: separating(search.cut, nextAbove(search.cut, values, group)),
    tried: search.cuts.length,
    shares: [options.minShare, options.maxShare],
    statistic: search.statistic,
    p: search.p,
    permutation:
      permutation && !quick && patients <= mostPermuted
        ? permuted(subjects, values, { ...options, ...permutation })
        : null,
  };
  return { grouped: atCut({ ...grouped, ledger, leftOut }, group, values, found), found };
}

function withoutValue({ data, group, ledger, leftOut, patients }: Grouped, values: Float64Array, label: string) {
  const rows: number[] = [];
  let selected = 0;
  const kept = group.slice();
  for (let row = 0; row < group.length; row++) {
    if (!Number.isNaN(values[row])) continue;
    const size = patients.size[row] ?? 0;
    if ((group[row] ?? -1) >= 0) selected += size;
    kept[row] = -1;
    if (size > 0 && data.reason[row] === 0 && !Number.isNaN(data.time[row])) rows.push(row);
  }
  const reason = `${label} missing`;
  return {
    group: kept,
    ledger: withLeftOut(ledger, reason, rows, patients),
    leftOut: selected > 0 ? [...leftOut, { reason, count: selected }] : leftOut,
  };
}

/** The smallest value of the patients in the figure above the cut. */
function nextAbove(cut: number, values: Float64Array, group: Int16Array): number {
  let next = Number.POSITIVE_INFINITY;
  values.forEach((value, row) => {
    if ((group[row] ?? -1) >= 0 && value > cut && value < next) next = value;
  });
  return next;
}

/** The mark stands in the names of the groups, so that no number of theirs is without it. */
function atCut(grouped: Grouped, group: Int16Array, values: Float64Array, { label, cut, shown }: SearchedCut): Grouped {
  return {
    ...grouped,
    group: group.map((code, row) => (code < 0 ? -1 : nth(values, row) <= cut ? 0 : 1)),
    levels: [
      { value: "low", label: `${label} ≤ ${shown} (searched)`, color: null },
      { value: "high", label: `${label} > ${shown} (searched)`, color: null },
    ],
    ordered: true,
    groupLabel: `${label}, cut-point searched`,
  };
}

function permuted(
  subjects: Subjects,
  values: Float64Array,
  options: { minShare: number; maxShare: number; count: number; seed: number },
): PermutedP {
  const run = cutPointPermutation(subjects, values, options);
  for (;;) {
    const step = run.next();
    if (!step.done) continue;
    const result = step.value;
    return result.kind === "tested"
      ? { seed: options.seed, ...result }
      : { seed: options.seed, kind: "undefined", reason: "noVariance" };
  }
}

const tooMany = problem(
  "cut-many-patients",
  "A cut-point is searched among at most 5,000 patients.",
  "Filter to fewer patients, or set a cut-point that is known.",
);

const noCut = (reason: Uncuttable, label: string): Problem =>
  problem(
    "cut-impossible",
    `No cut-point of ${label} can be searched: ${uncutInWords[reason]}.`,
    "Choose another column, or group by one.",
  );
