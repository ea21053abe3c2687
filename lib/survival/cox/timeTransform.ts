import type { CoxRows } from "./coxRows";

/**
 * The function of time that a coefficient might follow: 1 − Ŝ(t−) of all patients, the rank of t among all times, t, or
 * log t.
 */
export type TimeTransform = "km" | "rank" | "identity" | "log";

/** g at each slot, as it is and minus its mean over the events. */
export function centeredTime(data: CoxRows, transform: TimeTransform): { raw: Float64Array; centered: Float64Array } {
  const { sets } = data;
  const raw = transformTimes(data, transform);
  let sum = 0;
  let events = 0;
  for (let s = 0; s < sets.slots; s++) {
    const count = data.countWeights ? sets.steps[s] : sets.eventEnd[s] - sets.start[s];
    if (count > 0) sum += count * raw[s];
    events += count;
  }
  const mean = sum / events;
  return { raw, centered: raw.map((v, s) => (sets.steps[s] > 0 ? v - mean : 0)) };
}

function transformTimes(data: CoxRows, transform: TimeTransform): Float64Array {
  const { sets } = data;
  if (transform === "identity") return sets.time.slice();
  if (transform === "log") return sets.time.map((t) => Math.log(t));
  const byTick = transform === "rank" ? midRanks(data) : eventProbability(data);
  return sets.time.map((t, s) => (sets.steps[s] > 0 ? byTick[data.ticks.tick[sets.rows[sets.start[s]]]] : t));
}

/** Rows used that end at each tick; a count weight counts. */
function endingAt(data: CoxRows, counted: (row: number) => boolean): Float64Array {
  const ending = new Float64Array(data.ticks.times.length);
  for (const row of data.order)
    if (counted(row)) ending[data.ticks.tick[row]] += data.countWeights ? data.weight![row] : 1;
  return ending;
}

/** Mean rank of the rows that end at each tick. */
function midRanks(data: CoxRows): Float64Array {
  let before = 0;
  return endingAt(data, () => true).map((count) => {
    before += count;
    return before - count / 2 + 0.5;
  });
}

/** 1 − Ŝ just before each tick, Kaplan–Meier of all rows without regard to strata and sampling weights, as R does. */
function eventProbability(data: CoxRows): Float64Array {
  const { ticks, event } = data;
  const ending = endingAt(data, () => true);
  const events = endingAt(data, (row) => event[row] === 1);
  const entering = new Float64Array(ending.length + 1);
  for (const row of data.order) entering[ticks.entry?.tick[row] ?? 0] += data.countWeights ? data.weight![row] : 1;
  let atRisk = 0;
  let survival = 1;
  return ending.map((count, tick) => {
    atRisk += entering[tick];
    const before = 1 - survival;
    if (events[tick] > 0) survival *= 1 - events[tick] / atRisk;
    atRisk -= count;
    return before;
  });
}
