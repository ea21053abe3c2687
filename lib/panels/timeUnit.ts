import type { TimeUnit } from "../board/board";
import { daysIn } from "../cohort/endpointTime";

/** How many `to` make one `from`; a month is 30.4375 days, a year 365.25. */
export const unitFactor = (from: TimeUnit, to: TimeUnit): number => (from === to ? 1 : daysIn[from] / daysIn[to]);

/** A time of one unit in another: multiplied before it is divided, so that 36 months are 3 years exactly. */
export const timeIn = (time: number, from: TimeUnit, to: TimeUnit): number =>
  from === to ? time : (time * daysIn[from]) / daysIn[to];

export const unitShort: Record<TimeUnit, string> = { days: "d", weeks: "wk", months: "mo", years: "y" };
