import type { Sheet } from "../panels/sheet/sheet";

/** What is held back from a file. */
export interface Privacy {
  /** Steps stand at whole months, so that no time of a patient can be read back. */
  wholeMonths: boolean;
  /** A tick for each censored patient. */
  ticks: boolean;
  /** Curves end where fewer than `smallest` are at risk, and no smaller count is printed. */
  cut: boolean;
  /** Counts under this one are small. */
  smallest: number;
  /** What becomes of groups with fewer patients. */
  smallGroups: "asIs" | "suppress" | "merge";
}

export const openPrivacy: Privacy = { wholeMonths: false, ticks: true, cut: false, smallest: 11, smallGroups: "asIs" };

/** What figures and tables of steps hold back; undefined where nothing. */
export const heldBackBy = ({ wholeMonths, cut, smallest }: Privacy): Sheet["heldBack"] =>
  wholeMonths || cut ? { wholeMonths, fewest: cut ? smallest : null } : undefined;
