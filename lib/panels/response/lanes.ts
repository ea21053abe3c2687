import type { TimeUnit } from "../../board/board";
import { unitOfEndpoint } from "../../cohort/endpoint";
import { nth } from "../../numeric/nth";
import type { Prepared, PreparedEndpoint } from "../prepared";
import { unitFactor } from "../timeUnit";
import type { ResponsePatient, Stretch } from "./result";

/** An endpoint of the board with its data, and how many of the unit asked for make one of its own. */
export interface Clock {
  data: NonNullable<PreparedEndpoint["data"]>;
  label: string;
  unit: TimeUnit;
  factor: number;
}

/** The endpoint of an id, read in `unit` (null: its own); null where it is not there or cannot be used yet. */
export function clockOf({ board, endpoints }: Prepared, id: string | null, unit: TimeUnit | null): Clock | null {
  const place = board.endpoints.findIndex((endpoint) => endpoint.id === id);
  const data = endpoints[place]?.data;
  if (!data || endpoints[place]?.view.problem) return null;
  const endpoint = nth(board.endpoints, place);
  const own = unitOfEndpoint(endpoint);
  return { data, label: endpoint.label, unit: own, factor: unit === null ? 1 : unitFactor(own, unit) };
}

/** When the event of an endpoint came to a row, in the unit of the clock; NaN where it did not, or is not known. */
export const eventTime = (clock: Clock | null, row: number): number =>
  clock && clock.data.reason[row] === 0 && clock.data.cause[row] === 1
    ? nth(clock.data.time, row) * clock.factor
    : Number.NaN;

/** How long a row was followed, in the unit of the clock; NaN where that is not known. */
export const followed = (clock: Clock | null, row: number): number =>
  clock && clock.data.reason[row] === 0 ? nth(clock.data.time, row) * clock.factor : Number.NaN;

/** Half a day: an event of progression-free survival so near to death is death. */
const sameDay = (unit: TimeUnit) => 0.5 * unitFactor("days", unit);

/** When a row progressed; NaN where it did not, and where what ended its endpoint was death. */
export function progressionTime(progression: Clock | null, follow: Clock | null, row: number, unit: TimeUnit): number {
  const at = eventTime(progression, row);
  return Math.abs(at - eventTime(follow, row)) <= sameDay(unit) ? Number.NaN : at;
}

/** Whether stable disease lasted `months`: 1 yes, 0 it ended before, −1 it was not followed so long, or nobody knows. */
export function lastedAt(progression: Clock | null, row: number, months: number, unit: TimeUnit): -1 | 0 | 1 {
  const time = followed(progression, row);
  if (Number.isNaN(time)) return -1;
  // Times of files are rounded: a hundredth of a day is not what decides.
  if (time >= months * unitFactor("months", unit) - 0.01 * unitFactor("days", unit)) return 1;
  return nth((progression as Clock).data.cause, row) === 0 ? -1 : 0;
}

/** Rows of a second file that make no stretch or marker, by reason, and how many were cut. */
export interface Unused {
  rows: { reason: string; rows: number[] }[];
}

/** The stretches of one patient: rows without a stop last as long as the lane. */
export function stretchesOf(
  own: readonly number[],
  start: Float64Array,
  stop: Float64Array,
  state: (row: number) => number,
  length: number,
  unused: (reason: string, row: number) => void,
): Stretch[] {
  return own.flatMap((row) => {
    const from = nth(start, row);
    const given = nth(stop, row);
    const to = Number.isNaN(given) ? length : given;
    if (Number.isNaN(from)) unused("without a readable start", row);
    else if (Number.isNaN(to)) unused("without an end, of patients whose follow-up is not known", row);
    else if (to < from) unused("with the end before the start", row);
    else if (to <= 0) unused("with the end before time zero", row);
    else if (state(row) < 0) unused("without a state", row);
    else return [{ from: Math.max(0, from), to, state: state(row) }];
    return [];
  });
}

/** Lanes in their order on the page. */
export function sortedLanes(
  each: readonly ResponsePatient[],
  sort: "length" | "group" | "response",
): (ResponsePatient & { lane: NonNullable<ResponsePatient["lane"]> })[] {
  const lanes = each.filter(
    (patient): patient is ResponsePatient & { lane: NonNullable<ResponsePatient["lane"]> } => patient.lane !== null,
  );
  const first = sort === "group" ? "group" : "category";
  return lanes.sort(
    (a, b) => (sort === "length" ? 0 : a[first] - b[first]) || b.lane.length - a.lane.length || a.number - b.number,
  );
}
