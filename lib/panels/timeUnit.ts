import type { Board, TimeUnit } from "../board/board";
import { daysIn } from "../cohort/endpointTime";

/** How many `to` make one `from`; a month is 30.4375 days, a year 365.25. */
export const unitFactor = (from: TimeUnit, to: TimeUnit): number => (from === to ? 1 : daysIn[from] / daysIn[to]);

/** A time of one unit in another: multiplied before it is divided, so that 36 months are 3 years exactly. */
export const timeIn = (time: number, from: TimeUnit, to: TimeUnit): number =>
  from === to ? time : (time * daysIn[from]) / daysIn[to];

/** The unit that the board keeps a panel's times in, that of its endpoint, and the one its figure shows. */
export interface PanelUnits {
  kept: TimeUnit;
  shown: TimeUnit;
}

export function unitsOf(
  panel: { endpoint: string | null; figure: { unit: TimeUnit | null } },
  { endpoints }: Pick<Board, "endpoints">,
): PanelUnits {
  const endpoint = endpoints.find(({ id }) => id === panel.endpoint);
  const kept = endpoint?.time.unit ?? "days";
  return { kept, shown: panel.figure.unit ?? kept };
}

export const unitShort: Record<TimeUnit, string> = { days: "d", weeks: "wk", months: "mo", years: "y" };
