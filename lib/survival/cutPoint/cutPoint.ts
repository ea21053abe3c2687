import { sortedOrder } from "../../numeric/sortedOrder";
import type { ReasonOf } from "../reason";
import { replicatedWith } from "../replicated";
import { isSampled, type Subjects } from "../subjects";
import { type TimeOrder, timeOrder } from "../timeOrder";
import { gaussianMaximum } from "./gaussianMaximum";
import { hothornLausen } from "./hothornLausen";
import { lausenSchumacher1992, lausenSchumacher1994 } from "./lausenSchumacher";
import { logRankScores } from "./logRankScores";
import { admissible, indexOfLargest, type Splits, splitsOf, standardized } from "./splits";

/** Why no cut was searched. */
export type Uncuttable = ReasonOf<"noSubjects" | "noEvents" | "noCut" | "noVariance" | "delayedEntry" | "weights">;

export interface CutPointOptions {
  /** Smallest and largest share of subjects in the low group; 0.1 and 0.9 when not given. */
  minShare?: number;
  maxShare?: number;
}

/** The statistic of every cut tried and the largest of them. `value ≤ cut` is the low group. */
export interface CutSearch {
  n: number;
  cuts: Float64Array;
  /** Size of the low group at each cut. */
  low: Uint32Array;
  statistics: Float64Array;
  cut: number;
  statistic: number;
}

export type CutPointResult =
  | ({
      kind: "found";
      p: { lausen1992: number; lausen1994: number; gaussian: number | null; hothornLausen: number | null };
    } & CutSearch)
  | { kind: "undefined"; reason: Uncuttable };

/**
 * Searches the cut of a continuous value that separates survival most, by maximally selected rank statistics:
 * standardized log-rank scores of the low group, the largest over all admissible cuts, and P corrected for the search
 * in four ways. Rows of group −1 and rows without value take no part. A low group has at least max(1, ⌊n · minShare⌋)
 * and at most ⌊n · maxShare⌋ subjects. A count weight is so many subjects; sampling weights are refused.
 *
 * The scores have permutation variance, so that the best cut can differ from that of `logRankScan`. Corrected P: Lausen
 * and Schumacher 1992 and Lausen, Sauerbrei and Schumacher 1994 (approximations), `gaussian` (exact for jointly normal
 * statistics; null with very many cuts), `hothornLausen` (a bound from the exact distribution; null beyond 200
 * subjects). Equals `maxstat.test(smethod = "LogRank")` of R.
 */
export function cutPoint(subjects: Subjects, values: Float64Array, options: CutPointOptions = {}): CutPointResult {
  const prepared = prepareCuts(subjects, values, options);
  if (prepared.kind === "undefined") return prepared;
  const { splits, scores, minShare, maxShare } = prepared;
  const search = searchOf(splits, standardized(splits, scores));
  if (!Number.isFinite(search.statistic)) return { kind: "undefined", reason: "noVariance" };
  const p = {
    lausen1992: lausenSchumacher1992(search.statistic, minShare, maxShare),
    lausen1994: lausenSchumacher1994(search.statistic, splits.n, splits.low),
    gaussian: gaussianMaximum(search.statistic, splits.n, splits.low),
    hothornLausen: hothornLausen(splits, scores),
  };
  return { kind: "found", ...search, p };
}

export function searchOf({ n, cuts, low }: Splits, statistics: Float64Array): CutSearch {
  const best = indexOfLargest(statistics);
  return { n, cuts, low, statistics, cut: cuts[best], statistic: statistics[best] };
}

interface Prepared {
  kind: "prepared";
  /** A count weight is so many rows. */
  subjects: Subjects;
  values: Float64Array;
  /** Every cut, and the admissible ones. */
  all: Splits;
  splits: Splits;
  order: TimeOrder;
  /** In time order. */
  scores: Float64Array;
  minShare: number;
  maxShare: number;
}

/** The subjects of a search in time order, each a row of its own, with their scores and cuts. */
export function prepareCuts(
  given: Subjects,
  givenValues: Float64Array,
  { minShare = 0.1, maxShare = 0.9 }: CutPointOptions,
): Prepared | { kind: "undefined"; reason: Uncuttable } {
  const none = (reason: Uncuttable) => ({ kind: "undefined", reason }) as const;
  if (given.entry) return none("delayedEntry");
  if (isSampled(given)) return none("weights");
  const { subjects, values } = replicatedWith(given, givenValues);
  const own = cohortOf(subjects, values);
  const n = own.order.length;
  if (n === 0) return none("noSubjects");
  if (!own.order.some((row) => subjects.cause[row] === 1)) return none("noEvents");
  const all = splitsOf(sortedOrder(Float64Array.from(own.order, (row) => values[row])), (i) => values[own.order[i]]);
  const [least, most] = [Math.max(1, Math.floor(n * minShare)), Math.floor(n * maxShare)];
  const splits = admissible(all, (low) => low >= least && low <= most);
  if (splits.cuts.length === 0) return none("noCut");
  return {
    kind: "prepared",
    subjects,
    values,
    splits,
    order: own,
    scores: logRankScores(subjects, own),
    minShare,
    maxShare,
    all,
  };
}

/** The time order of the subjects in the search. */
function cohortOf({ time, group }: Subjects, values: Float64Array) {
  return timeOrder(time.map((t, row) => (group?.[row] === -1 || Number.isNaN(values[row]) ? Number.NaN : t)));
}
