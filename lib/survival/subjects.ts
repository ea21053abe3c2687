/**
 * The one input of every estimator and test: columns of equal length, one entry per row.
 *
 * `time` is in any unit; a row whose time is not finite is left out. `cause` is 0 for censored, 1 for the event, 2 and
 * more for competing events. With `entry`, a row is at risk in (entry, time]: a subject who enters exactly at an event
 * time is not at risk for it, and a row whose entry is not before its time is left out.
 *
 * `weight` must be positive. A *count* (the default) is the number of equal subjects a row stands for: a positive
 * integer, every formula as on replicated rows. A *sampling* weight gives R's weighted estimates with robust variance,
 * and no log-rank P.
 *
 * `group[row]` in 0 … groupCount − 1, or −1 for "not in this analysis": filtering and grouping arrive in this one
 * array. Without it everybody is in group 0.
 */
export interface Subjects {
  time: Float64Array;
  cause: Uint8Array;
  entry?: Float64Array;
  weight?: Float64Array;
  weightKind?: "count" | "sampling";
  group?: Int16Array;
  groupCount?: number;
  /** Strata of a stratified test: codes from 0 on; a row with −1 is not in the analysis. */
  strata?: Int32Array;
  /**
   * Start–stop rows: whose each is, so that patients are counted once, are censored only when they are followed no
   * more, and have their own follow-up; where somebody has several events variances are robust, over patients. Rows
   * with −1 are left out.
   */
  patient?: Int32Array;
  /** Rows with the same code belong together in a robust variance; without it every row stands alone. */
  cluster?: Int32Array;
}

/** The number of groups: `groupCount`, else one more than the highest group code. */
export function groupCountOf({ group, groupCount }: Subjects): number {
  if (groupCount !== undefined) return groupCount;
  if (!group) return 1;
  let most = -1;
  for (let row = 0; row < group.length; row++) if (group[row] > most) most = group[row];
  return most + 1;
}

/** Whether rows carry sampling weights. */
export const isSampled = ({ weight, weightKind }: Subjects): boolean =>
  weight !== undefined && weightKind === "sampling";
