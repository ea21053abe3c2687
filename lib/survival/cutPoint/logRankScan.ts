import { chiSquareUpper } from "../../numeric/chiSquare";
import { logRank } from "../logRank";
import type { Subjects } from "../subjects";
import { type CutPointOptions, type CutSearch, prepareCuts, searchOf, type Uncuttable } from "./cutPoint";
import { lausenSchumacher1992 } from "./lausenSchumacher";
import { admissible } from "./splits";

export type LogRankScan =
  | ({ kind: "found"; p: { naive: number; lausen1992: number } } & CutSearch)
  | { kind: "undefined"; reason: Uncuttable };

/**
 * The ordinary log-rank chi-square at every cut whose low group is between `minShare` and `maxShare` of the subjects,
 * both included, and the cut where it is largest. `naive` is the P of that test as if the cut had been given, and is
 * too small; `lausen1992` corrects it. Cuts without a defined test count 0.
 */
export function logRankScan(given: Subjects, givenValues: Float64Array, options: CutPointOptions = {}): LogRankScan {
  const prepared = prepareCuts(given, givenValues, options);
  if (prepared.kind === "undefined") return prepared;
  const { subjects, values, all, order, minShare, maxShare } = prepared;
  const splits = admissible(all, (low) => low / all.n >= minShare && low / all.n <= maxShare);
  if (splits.cuts.length === 0) return { kind: "undefined", reason: "noCut" };
  const group = new Int16Array(values.length);
  const statistics = splits.cuts.map((cut) => {
    for (const row of order.order) group[row] = values[row] <= cut ? 0 : 1;
    const test = logRank({ ...subjects, group, groupCount: 2 }, { order });
    return test.kind === "tested" ? test.chiSquare : 0;
  });
  const search = searchOf(splits, statistics);
  const p = {
    naive: chiSquareUpper(search.statistic, 1),
    lausen1992: lausenSchumacher1992(Math.sqrt(search.statistic), minShare, maxShare),
  };
  return { kind: "found", ...search, p };
}
