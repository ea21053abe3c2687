import type { EventTable } from "./eventTable";

/** What Gray's test sums over event times of a stratum; matrices are row-major groups × groups. */
export interface GraySums {
  groups: number;
  score: Float64Array;
  /** Σ of products of influences, of the last group's rows too. */
  product: Float64Array;
  linear: Float64Array;
  square: Float64Array;
  /** Influence of a group's incidence on the score, accumulated. */
  carried: Float64Array;
}

export const emptyGraySums = (groups: number): GraySums => ({
  groups,
  score: new Float64Array(groups),
  product: new Float64Array(groups * groups),
  linear: new Float64Array(groups * groups),
  square: new Float64Array(groups),
  carried: new Float64Array(groups * groups),
});

/**
 * Adds the event times of one stratum: `any` has the events of all causes, `own` those of the cause tested. Follows
 * subroutine `crst` of cmprsk (Gray 1988, section 3), with its names in brackets: event-free survival and incidence of
 * each group before and after a time (skmm, skm, f1m, f1), the pooled incidence (fm, f) and the variance terms a, c, v,
 * v2, v3.
 */
export function addGraySums(sums: GraySums, any: EventTable, own: EventTable, groupsUsed: number[], rho: number): void {
  const groups = groupsUsed.length;
  const free = new Float64Array(groups).fill(1);
  const incidence = new Float64Array(groups);
  const at = {
    risk: new Float64Array(groups),
    own: new Float64Array(groups),
    other: new Float64Array(groups),
    before: free.slice(),
    after: free.slice(),
  };
  let pooled = 0;
  let next = 0;
  any.tick.forEach((tick, i) => {
    const isOwn = own.tick[next] === tick;
    groupsUsed.forEach((g, k) => {
      at.risk[k] = any.risk[i * any.groups + g];
      at.own[k] = isOwn ? own.events[next * own.groups + g] : 0;
      at.other[k] = any.events[i * any.groups + g] - at.own[k];
    });
    if (isOwn) next++;
    pooled = addTime(sums, at, incidence, pooled, rho);
    at.before.set(at.after);
  });
}

interface Time {
  risk: Float64Array;
  own: Float64Array;
  other: Float64Array;
  before: Float64Array;
  after: Float64Array;
}

/** One event time; gives the pooled incidence after it. */
function addTime(sums: GraySums, at: Time, incidence: Float64Array, pooled: number, rho: number): number {
  const { groups, score, carried } = sums;
  const { risk, own, other, before, after } = at;
  let events = 0;
  let weight = 0;
  let subdistribution = 0;
  for (let k = 0; k < groups; k++) {
    events += own[k];
    if (risk[k] <= 0) continue;
    after[k] = (before[k] * (risk[k] - own[k] - other[k])) / risk[k];
    weight += risk[k] / before[k];
    subdistribution += (risk[k] * (1 - incidence[k])) / before[k];
  }
  const size = (1 - pooled) ** rho;
  const influence = new Float64Array(groups * groups);
  for (let i = 0; i < groups; i++) {
    if (risk[i] <= 0) continue;
    const own1 = risk[i] / before[i];
    for (let j = 0; j < groups; j++) {
      if (risk[j] <= 0) continue;
      influence[i * groups + j] = size * own1 * ((i === j ? 1 : 0) - risk[j] / before[j] / weight);
      carried[i * groups + j] += (influence[i * groups + j] * events) / (weight * (1 - pooled));
    }
    score[i] += size * (own[i] - (events * own1 * (1 - incidence[i])) / subdistribution);
    incidence[i] += (before[i] * own[i]) / risk[i];
  }
  const pooledAfter = pooled + events / weight;
  addVariance(sums, at, influence, events, weight, pooledAfter);
  return pooledAfter;
}

function addVariance(
  sums: GraySums,
  { risk, other, before, after }: Time,
  influence: Float64Array,
  events: number,
  weight: number,
  pooled: number,
): void {
  const { groups, carried } = sums;
  for (let k = 0; k < groups; k++) {
    if (events > 0 && risk[k] > 0) {
      const t4 = after[k] > 0 ? 1 - (1 - pooled) / after[k] : 1;
      const ties = events > 1 ? 1 - (events - 1) / (weight * before[k] - 1) : 1;
      const t3 = (ties * before[k] * events) / (weight * risk[k]);
      addProducts(sums, k, t4, t3, (i) => influence[i * groups + k] - t4 * carried[i * groups + k]);
    }
    if (other[k] > 0 && after[k] > 0) {
      const t4 = (1 - pooled) / after[k];
      const ties = other[k] > 1 ? 1 - (other[k] - 1) / (risk[k] - 1) : 1;
      const t3 = (ties * before[k] * before[k] * other[k]) / (risk[k] * risk[k]);
      addProducts(sums, k, -t4, t3, (i) => t4 * carried[i * groups + k]);
    }
  }
}

function addProducts(
  { groups, product, linear, square }: GraySums,
  k: number,
  t4: number,
  t3: number,
  part: (i: number) => number,
): void {
  square[k] += t4 * t4 * t3;
  for (let i = 0; i < groups; i++) {
    linear[i * groups + k] += part(i) * t4 * t3;
    for (let j = 0; j < groups; j++) product[i * groups + j] += part(i) * part(j) * t3;
  }
}

/** Covariance of the scores of all groups but the last, row-major. */
export function grayVariance({ groups, product, linear, square, carried }: GraySums): Float64Array {
  const df = groups - 1;
  const variance = new Float64Array(df * df);
  for (let i = 0; i < df; i++)
    for (let j = 0; j < df; j++) {
      let sum = product[i * groups + j];
      for (let k = 0; k < groups; k++) {
        const [ci, cj] = [carried[i * groups + k], carried[j * groups + k]];
        sum += ci * cj * square[k] + ci * linear[j * groups + k] + cj * linear[i * groups + k];
      }
      variance[i * df + j] = sum;
    }
  return variance;
}
