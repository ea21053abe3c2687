import { formatTime } from "../../../format";
import type { Curve } from "../../../survival";
import type { GroupResult } from "../result";
import { named, type Trigger } from "./warning";

/** So many events should have happened before the first for their absence to be no chance: e⁻⁴ is .018. */
const mostMissed = 4;
/** Below this the longer comparison is not made: the group's hazard would have to be four times the others'. */
const leastMissed = 1;

/**
 * A group in which nobody has the event for longer than chance allows, going by the others' hazard in that time and by how its own hazard
 * compares with theirs later: its patients had to live until they could be in it.
 */
export const immortalTime: Trigger = ({ result: { groups, endpoint }, landmark }) => {
  if (landmark) return null;
  for (const group of groups) {
    const others = groups.filter((each) => each !== group && each.curve.n >= 10);
    if (group.curve.n < 10 || group.curve.events === 0 || others.length === 0) continue;
    const first = group.curve.time[group.curve.nEvent.findIndex((events) => events > 0)];
    const before = expected(group.curve, others, 0, first);
    if (before < leastMissed) continue;
    const after = expected(group.curve, others, first, Number.POSITIVE_INFINITY);
    const missed = after > 0 ? (before * group.curve.events) / after : 0;
    if (missed < mostMissed) continue;
    const time = `${formatTime(first, endpoint.unit)} ${endpoint.unit}`;
    return {
      id: "immortal-time",
      message: `Nobody in ${named([group.label])} had the event in the first ${time}, where about ${Math.round(missed)} would be expected: did the group begin after time zero?`,
      hint: "Time before a patient could be in the group is immortal. Set a landmark, or compare by a group that changes with time.",
      caption: `Nobody in ${group.label} has the event in the first ${time}; immortal time cannot be excluded.`,
    };
  }
  return null;
};

/** Events the group would have in [from, to) with the others' hazard. Nothing is allocated on the way: curves may have a million steps. */
function expected(curve: Curve, others: GroupResult[], from: number, to: number): number {
  const places = Int32Array.from(others, ({ curve: { time } }) => firstAtLeast(time, from));
  let own = firstAtLeast(curve.time, from);
  let sum = 0;
  for (;;) {
    let time = Number.POSITIVE_INFINITY;
    for (let index = 0; index < others.length; index++)
      time = Math.min(time, others[index].curve.time[places[index]] ?? Number.POSITIVE_INFINITY);
    if (!(time < to) || time === Number.POSITIVE_INFINITY) return sum;
    while (own < curve.time.length && curve.time[own] < time) own++;
    let events = 0;
    let risk = 0;
    for (let index = 0; index < others.length; index++) {
      const other = others[index].curve;
      const at = places[index];
      if (at >= other.time.length) continue;
      risk += other.nRisk[at];
      if (other.time[at] !== time) continue;
      events += other.nEvent[at];
      places[index]++;
    }
    if (risk > 0) sum += ((curve.nRisk[own] ?? 0) * events) / risk;
  }
}

function firstAtLeast(times: Float64Array, from: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
