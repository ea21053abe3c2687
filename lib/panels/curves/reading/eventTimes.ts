import { bisectLeft, bisectRight } from "d3";
import type { Drawn } from "../drawn";

/** The next event time of any group after `t`, for stepping along the curves; null past the last. */
export function eventTimeAfter({ curves }: Drawn, t: number): number | null {
  const times = curves.flatMap(({ counts: { time, nEvent } }) => {
    let at = bisectRight(time, t);
    while (at < time.length && nEvent[at] === 0) at++;
    return [...time.subarray(at, at + 1)];
  });
  return times.length > 0 ? Math.min(...times) : null;
}

/** The last event time of any group before `t`, or at it with `included`; null before the first. */
export function eventTimeBefore({ curves }: Drawn, t: number, included = false): number | null {
  const times = curves.flatMap(({ counts: { time, nEvent } }) => {
    let at = (included ? bisectRight(time, t) : bisectLeft(time, t)) - 1;
    while (at >= 0 && nEvent[at] === 0) at--;
    return at >= 0 ? [...time.subarray(at, at + 1)] : [];
  });
  return times.length > 0 ? Math.max(...times) : null;
}

/** Whose follow-up ends at exactly time `t`: anybody’s; of each curve, whether with an event. */
export function endingAt({ curves }: Drawn, t: number): { anybody: boolean; withEvent: boolean[] } {
  const found = curves.map(({ counts: { time, nEvent, nCensor } }) => {
    const at = bisectLeft(time, t);
    const count = (counts: ArrayLike<number>) => (time[at] === t ? (counts[at] ?? 0) : 0);
    return { withEvent: count(nEvent) > 0, censored: count(nCensor) > 0 };
  });
  return {
    anybody: found.some(({ withEvent, censored }) => withEvent || censored),
    withEvent: found.map(({ withEvent }) => withEvent),
  };
}
