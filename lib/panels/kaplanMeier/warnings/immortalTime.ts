import { formatCount, formatTime } from "../../../format";
import { numberAt } from "../../../numeric/nth";
import type { Curve } from "../../../survival";
import type { GroupResult } from "../result";
import { equalPatients } from "./equalPatients";
import { riskWalk } from "./riskWalk";
import { named, type Trigger } from "./warning";

/**
 * How seldom chance alone may let a first event come as late in any of the groups, were the hazards in one ratio
 * throughout.
 */
const mostByChance = 0.02;
const fewest = 10;

/**
 * A group in which nobody has the event for longer than chance allows, going by how its hazard compares with the
 * others' later: its patients had to live until they could be in it.
 */
export const immortalTime: Trigger = ({ result: { groups, endpoint, setting }, changing }) => {
  if (changing) return null;
  const enough = groups.filter(({ curve }) => curve.n >= fewest);
  if (enough.length < 2) return null;
  for (const group of enough) {
    const others = enough.filter((each) => each !== group);
    const found = firstEvent(group.curve, others);
    if (found === null || found.byChance >= mostByChance / enough.length) continue;
    const time = `${formatTime(found.time, endpoint.unit)} ${endpoint.unit}`;
    const zero = setting.landmark ? "the landmark" : "time zero";
    return {
      id: "immortal-time",
      message: `Nobody in ${named([group.label])} had the event in the first ${time}, where about ${formatCount(Math.max(1, Math.round(found.missed)))} would be expected from its course later: did the group begin after ${zero}?`,
      hint: `Time before a patient could be in the group is immortal: set a ${setting.landmark ? "later landmark" : "landmark"}, or compare by a group that changes with time. A group whose risk is low only at first looks the same.`,
      caption: `Nobody in ${group.label} has the event in the first ${time}; immortal time cannot be excluded.`,
    };
  }
  return null;
};

interface FirstEvent {
  time: number;
  /** Events that the group would have had until then, had it kept the ratio of later. */
  missed: number;
  /** Probability of a first event so late, given how many events there are in all. */
  byChance: number;
}

/**
 * With hazards in one ratio the events of a group fall among those of the others in proportion to who is at risk. Given
 * their numbers, that none falls before the first so many of the others has a hypergeometric probability; events of the
 * others are weighted by the group's share at risk, and their number reduced to that of equal weights.
 */
function firstEvent(curve: Curve, others: GroupResult[]): FirstEvent | null {
  const first = firstOf(curve);
  // Where none of the others' events comes before, none was missed.
  if (first === Number.POSITIVE_INFINITY || !others.some((other) => firstOf(other.curve) < first)) return null;
  let [before, after, squares] = [0, 0, 0];
  const own = riskWalk(curve);
  const walks = others.map(({ curve: { time, nEvent }, curve: other }) => ({
    time,
    nEvent,
    share: equalPatients(other),
    risk: riskWalk(other),
    place: 0,
  }));
  for (;;) {
    let time = Number.POSITIVE_INFINITY;
    for (const walk of walks) time = Math.min(time, walk.time[walk.place] ?? time);
    if (time === Number.POSITIVE_INFINITY) break;
    let [equal, risk] = [0, 0];
    for (const walk of walks) {
      risk += walk.risk(time);
      if (walk.time[walk.place] !== time) continue;
      equal += numberAt(walk.nEvent, walk.place) * walk.share;
      walk.place++;
    }
    if (equal === 0) continue;
    const weight = own(time) / risk;
    if (time < first) before += weight * equal;
    else after += weight * equal;
    squares += weight * weight * equal;
  }
  if (!(before > 0) || !(after > 0)) return null;
  const share = equalPatients(curve);
  const events = Math.max(1, Math.round(curve.events * share));
  const known = (before + after) ** 2 / squares;
  const late = (known * after) / (before + after);
  let byChance = 1;
  for (let event = 1; event <= events && byChance > 1e-12; event++) byChance *= (late + event) / (known + event);
  return { time: first, missed: (before / after) * curve.events, byChance };
}

/** The time of the first event; ∞ without one. */
const firstOf = ({ time, nEvent }: Curve): number =>
  time[nEvent.findIndex((events) => events > 0)] ?? Number.POSITIVE_INFINITY;
