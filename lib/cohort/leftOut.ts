/** Why a row is not in an endpoint. A row counts once, under the first that applies, in this order. */
export const leftOutReasons = [
  "time missing",
  "time not a number",
  "date not readable",
  "date unknown",
  "start date missing",
  "never operated",
  "no response",
  "end date missing",
  "last contact missing",
  "last assessment missing",
  "data cut-off missing",
  "dead without a date of death",
  "status and dates disagree",
  "starts after the data cut-off",
  "end before start",
  "time negative",
  "entry time missing",
  "entry not before the end",
  "weight missing or not positive",
  "event missing",
  "event value not decided",
  "event value excluded by you",
  "after the first event",
  "in a cell of too few patients",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** The reason of intervals after a patient's first event: the rows are not used, but the patient is. */
export const afterFirstEvent = 1 + leftOutReasons.indexOf("after the first event");

/** Gives a row its reason unless it has one; 0 is none, else 1 + the place in `leftOutReasons`. */
export function leaveOut(reason: Uint8Array, row: number, why: LeftOutReason): void {
  if (reason[row] === 0) reason[row] = 1 + leftOutReasons.indexOf(why);
}
