import { counted, formatPercent, limitOfP } from "../../../format";
import type { Warning } from "../../warning";

/** What was asked of the data since the file was opened. */
export interface Session {
  /** Different comparisons whose P was on the screen: endpoint, groups, filters and test. */
  comparisons: number;
  /** Different tests tried on the groups that are shown now. */
  tests: number;
}

const many = 5;

/** Warnings that only a session knows of; the sentence on another test gets the number tried. */
export function withSession(warnings: readonly Warning[], { comparisons, tests }: Session): Warning[] {
  const told = warnings.map((warning) =>
    warning.id === "other-test" && tests > 1
      ? {
          ...warning,
          message: `${warning.message} ${counted(tests, "test")} were tried on these groups.`,
          caption: `${warning.caption.replace(/\.$/, "")} (${counted(tests, "test")} tried).`,
        }
      : warning,
  );
  if (comparisons < many) return told;
  return [
    ...told,
    {
      id: "many-comparisons",
      message: `${counted(comparisons, "comparison")} were looked at so far.`,
      hint: `Where nothing differs, ${counted(comparisons, "independent comparison")} show a P below ${limitOfP(0.05)} with a chance of ${formatPercent(1 - 0.95 ** comparisons)} (1 − 0.95^${comparisons}). Multiply P by ${comparisons} (Bonferroni), or say which comparison was planned.`,
      caption: `One of ${counted(comparisons, "comparison")} looked at; P is not adjusted for them.`,
    },
  ];
}
