import type { PanelOf } from "../../board/panelForms/registry";
import { responseCategories } from "../../cohort/responseMeaning";
import { counted, formatCount, numberInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import type { BestChanges } from "./bestChange";
import type { Categories } from "./categories";
import type { ResponseResult } from "./result";

/** Percent or fraction: the panel waits. */
export const scaleInDoubt = (name: string, { from, to, count }: { from: number; to: number; count: number }): Problem =>
  problem(
    "response-scale",
    `All ${formatCount(count)} numbers of “${name}” lie between ${numberInWords(from)} and ${numberInWords(to)}: are they percent, or fractions of 1?`,
    "Say so beside the figure: −0.34 is −34% as a fraction, and −0.34% as percent.",
  );

/**
 * Growth or shrinkage above 0: the panel waits where the column is called shrinkage, or all of two responders or more
 * would have grown. Null where it is said or plain.
 */
export function signInDoubt(
  { column, positive }: NonNullable<PanelOf<"response">["change"]>,
  { values, maybeShrinkage }: BestChanges,
  { codes }: Categories,
  group: ArrayLike<number>,
): Problem | null {
  if (positive !== null) return null;
  const partial = responseCategories.indexOf("PR");
  const responders = [...values.keys()].filter((row) => {
    const code = nth(codes, row);
    return nth(group, row) >= 0 && code >= 0 && code <= partial && !Number.isNaN(nth(values, row));
  });
  const against = responders.length > 1 && responders.every((row) => nth(values, row) > 0);
  if (maybeShrinkage === 0 && !against) return null;
  return problem(
    "response-sign",
    against
      ? `All ${counted(responders.length, "patient")} with a response and a number in “${column}” are above 0: is a number above 0 growth, or shrinkage?`
      : `“${column}” has ${counted(maybeShrinkage, "number")} above 0: ${maybeShrinkage === 1 ? "is it" : "are they"} growth, or shrinkage?`,
    "Say so beside the figure: a tumor that shrank by 40% is −40% as a change, and 40% as shrinkage.",
  );
}

/** No best response is read, and none of the patients has a best change. */
export const nothingMeasured = ({ patients }: Pick<ResponseResult, "patients">): Problem =>
  problem(
    "response-unmeasured",
    `None of ${counted(patients, "patient")} has a best change that can be read, and no column says best response.`,
    "Choose another column of best change, or that of best response, beside the figure.",
  );
