import type { TimeUnit } from "./kaplanMeier/result";

const days: Record<TimeUnit, number> = { days: 1, weeks: 7, months: 30.4375, years: 365.25 };

/** How many `to` make one `from`; a month is 30.4375 days, a year 365.25. */
export const unitFactor = (from: TimeUnit, to: TimeUnit): number => (from === to ? 1 : days[from] / days[to]);

export const unitShort: Record<TimeUnit, string> = { days: "d", weeks: "wk", months: "mo", years: "y" };
