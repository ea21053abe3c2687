import { logGammaUpper } from "../numeric/gamma";
import { hasRecurrentEvents } from "./patients";
import { groupCountOf, isSampled, type Subjects } from "./subjects";

/** Events of a group in the time its subjects were followed. */
export interface EventRate {
  events: number;
  /** The time all subjects were at risk, added up, in the unit of `time`. */
  time: number;
  /** Events by unit of time; NaN, as are its limits, where nobody was followed. */
  rate: number;
  lower: number;
  upper: number;
}

/**
 * The rate of events of each group, with exact Poisson limits (Garwood 1936): without an event the lower one is 0. A
 * subject is followed from its entry, or time 0, to the event, a competing one or the end of its follow-up. Equals
 * `poisson.test(events, time, conf.level = level)` of R. Null with sampling weights and where a subject has several
 * events: the number of events is no Poisson count then.
 */
export function eventRates(subjects: Subjects, { level = 0.95 } = {}): EventRate[] | null {
  if (isSampled(subjects) || hasRecurrentEvents(subjects)) return null;
  const { time, cause, entry, group, weight, patient } = subjects;
  const sums = Array.from({ length: groupCountOf(subjects) }, () => ({ events: 0, time: 0 }));
  for (let row = 0; row < time.length; row++) {
    const sum = sums[group ? group[row] : 0];
    if (!sum || !Number.isFinite(time[row]) || (patient && patient[row] < 0)) continue;
    if (entry && !(entry[row] < time[row])) continue;
    const count = weight ? weight[row] : 1;
    sum.time += count * (time[row] - Math.max(0, entry ? entry[row] : 0));
    if (cause[row] === 1) sum.events += count;
  }
  return sums.map((sum) => ({ ...sum, ...poissonRate(sum.events, sum.time, level) }));
}

function poissonRate(events: number, time: number, level: number) {
  if (!(time > 0)) return { rate: Number.NaN, lower: Number.NaN, upper: Number.NaN };
  const outside = (1 - level) / 2;
  return {
    rate: events / time,
    lower: events === 0 ? 0 : meanWhere(events, Math.log1p(-outside)) / time,
    upper: meanWhere(events + 1, Math.log(outside)) / time,
  };
}

/** The mean at which a Poisson count is below `count` with this logarithm of a probability. */
function meanWhere(count: number, logProbability: number): number {
  let [low, high] = [0, count + 10];
  while (logGammaUpper(count, high) > logProbability) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (logGammaUpper(count, middle) > logProbability) low = middle;
    else high = middle;
  }
}
