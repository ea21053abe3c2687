import type { EndpointData } from "../cohort/endpoint";
import { numberAt } from "../numeric/nth";
import { landmark, timeOrder } from "../survival";

/** What a panel does to the follow-up of an endpoint; times in the unit of its data, from its time zero. */
export interface Clock {
  landmark: number | null;
  censorAt: number | null;
}

/** The last answer for each endpoint: a filter must not sort the times anew. */
const kept = new WeakMap<EndpointData, { key: string; data: EndpointData }>();

/**
 * The endpoint with follow-up past `censorAt` not used (who has the event exactly then keeps it), then looked at from
 * the landmark on, as `landmark` of lib/survival. Rows left out get time NaN; `beforeLandmark` and `entersTooLate` say
 * which.
 */
export function clocked(data: EndpointData, { landmark: at, censorAt }: Clock): EndpointData {
  if (at === null && censorAt === null) return data;
  const key = JSON.stringify([at, censorAt]);
  const known = kept.get(data);
  if (known?.key === key) return known.data;
  const censored = censorAt === null ? data : censoredAt(data, censorAt);
  const moved = at === null ? censored : { ...censored, ...landmark(censored, at) };
  const answer = { ...moved, order: timeOrder(moved.time, moved.entry) };
  kept.set(data, { key, data: answer });
  return answer;
}

function censoredAt(data: EndpointData, at: number): EndpointData {
  const cause = data.cause.map((code, row) => (numberAt(data.time, row) > at ? 0 : code));
  const time = data.time.map((t) => Math.min(t, at));
  const { entry } = data;
  return { ...data, cause, time: entry ? time.map((t, row) => (numberAt(entry, row) < t ? t : Number.NaN)) : time };
}

/** Whose follow-up ends at the landmark or before it, with the event or without. */
export const beforeLandmark = (data: EndpointData, at: number) => (row: number) => numberAt(data.time, row) <= at;

/** Who comes under observation only when follow-up is no longer used. */
export const entersTooLate = (data: EndpointData, at: number) => (row: number) => (data.entry?.[row] ?? 0) >= at;
