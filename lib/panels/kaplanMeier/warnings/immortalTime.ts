import { formatTime } from "../../../format";
import type { Curve } from "../../../survival";
import type { GroupResult } from "../result";
import { named, type Trigger } from "./warning";

/** So many events should have happened before the first for their absence to be no chance: e⁻⁴ is .018. */
const mostMissed = 4;

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

/** Events the group would have in [from, to) with the others' hazard. */
function expected(curve: Curve, others: GroupResult[], from: number, to: number): number {
  let sum = 0;
  const places = others.map(() => 0);
  const times = [...new Set(others.flatMap(({ curve: { time } }) => [...time]))].sort((a, b) => a - b);
  let own = 0;
  for (const time of times) {
    if (time >= to) break;
    while (own < curve.time.length && curve.time[own] < time) own++;
    let [events, risk] = [0, 0];
    others.forEach(({ curve: other }, index) => {
      while (places[index] < other.time.length && other.time[places[index]] < time) places[index]++;
      const at = places[index];
      risk += other.nRisk[at] ?? 0;
      if (other.time[at] === time) events += other.nEvent[at];
    });
    if (time >= from && risk > 0) sum += ((curve.nRisk[own] ?? 0) * events) / risk;
  }
  return sum;
}
