import { bisectLeft, bisectRight } from "d3";
import type { KaplanMeierResult } from "../../kaplanMeier/result";

/** The event time of any group nearest to `t`; null where nobody has the event. */
export function nearestEventTime(result: KaplanMeierResult, t: number): number | null {
  const [before, after] = [eventTimeBefore(result, t, true), eventTimeAfter(result, t)];
  if (before === null || after === null) return before ?? after;
  return t - before <= after - t ? before : after;
}

/** The next event time of any group after `t`, for stepping along the curves; null past the last. */
export function eventTimeAfter({ groups }: KaplanMeierResult, t: number): number | null {
  const times = groups.flatMap(({ curve: { time, nEvent } }) => {
    let at = bisectRight(time, t);
    while (at < time.length && nEvent[at] === 0) at++;
    return at < time.length ? [time[at]] : [];
  });
  return times.length > 0 ? Math.min(...times) : null;
}

/** The last event time of any group before `t`, or at it with `included`; null before the first. */
export function eventTimeBefore({ groups }: KaplanMeierResult, t: number, included = false): number | null {
  const times = groups.flatMap(({ curve: { time, nEvent } }) => {
    let at = (included ? bisectRight(time, t) : bisectLeft(time, t)) - 1;
    while (at >= 0 && nEvent[at] === 0) at--;
    return at >= 0 ? [time[at]] : [];
  });
  return times.length > 0 ? Math.max(...times) : null;
}
