import { addWeightedGram, mirrorLower } from "../numeric/linearAlgebraGram";
import type { CoxRows } from "./cox/coxRows";
import { linearPredictor } from "./cox/hazardSweep";
import type { Objective } from "./cox/newton";
import { columnProduct, eventWeights } from "./cox/partialLikelihood";

/**
 * The partial likelihood of the subdistribution hazard. Those with a competing event stay at risk after it, with weight
 * G(t−)/G(T−), G being the Kaplan–Meier estimate of the censoring time over all rows; ties as Breslow's. Arrays are by
 * position, or by slot (event time) of the risk sets of a single stratum, as at the β last evaluated.
 */
export interface FineGrayLikelihood extends Objective {
  data: CoxRows;
  x: Float64Array;
  /** 1 where the row ended with a competing event. */
  competing: Uint8Array;
  /** G just before the row's time, and before each slot's. */
  stayed: Float64Array;
  stayedAt: Float64Array;
  risk: Float64Array;
  /** Events over the weighted risk of all at risk: the jump of the baseline cumulative subdistribution hazard. */
  hazard: Float64Array;
  /** Risk-weighted covariate means by columns over slots; filled by `derivatives`. */
  mean: Float64Array;
  /** Total weighted risk at each slot. */
  total: Float64Array;
}

export function fineGrayLikelihood(data: CoxRows, x: Float64Array, parameters: number): FineGrayLikelihood {
  const { sets } = data;
  const n = sets.rows.length;
  const observed = eventWeights(sets);
  const eventSum = Float64Array.from({ length: parameters }, (_, j) => columnProduct(x, j, observed));
  const eta = new Float64Array(n);
  const expected = new Float64Array(n);
  const sums = new Float64Array(parameters);
  const likelihood: FineGrayLikelihood = {
    parameters,
    data,
    x,
    ...censoringSurvival(data),
    competing: Uint8Array.from(sets.rows, (row) => (data.cause[row] > 0 && !data.event[row] ? 1 : 0)),
    risk: new Float64Array(n),
    hazard: new Float64Array(sets.slots),
    mean: new Float64Array(sets.slots * parameters),
    total: new Float64Array(sets.slots),
    value(beta) {
      linearPredictor(eta, x, beta);
      for (let i = 0; i < n; i++) likelihood.risk[i] = Math.exp(eta[i]);
      sumAtRisk(likelihood, null, 0, likelihood.total, 0);
      let logs = 0;
      for (let s = 0; s < sets.slots; s++) {
        const events = sets.eventEnd[s] - sets.start[s];
        likelihood.hazard[s] = events / likelihood.total[s];
        if (events > 0) logs += events * Math.log(likelihood.total[s]);
      }
      return beta.reduce((sum, b, j) => sum + b * eventSum[j], 0) - logs;
    },
    derivatives(score, information) {
      for (let j = 0; j < parameters; j++) fillMean(likelihood, j);
      expectedEvents(likelihood, expected);
      information.fill(0);
      addWeightedGram(information, x, n, parameters, expected, 1, n, sums);
      for (let j = 0; j < parameters; j++) score[j] = eventSum[j] - sums[j];
      const events = Float64Array.from(sets.start, (start, s) => sets.eventEnd[s] - start);
      addWeightedGram(information, likelihood.mean, sets.slots, parameters, events, -1);
      mirrorLower(information, parameters);
    },
  };
  return likelihood;
}

/**
 * Sums of risk, or of risk times a column of x, over those at risk at each slot: still followed, or gone by a competing
 * event.
 */
function sumAtRisk(
  { data, risk, competing, stayed, stayedAt }: FineGrayLikelihood,
  x: Float64Array | null,
  shift: number,
  out: Float64Array,
  at: number,
): void {
  const { slots, start } = data.sets;
  let sum = 0;
  let position = risk.length;
  for (let s = slots - 1; s >= 0; s--) {
    while (position > start[s]) {
      position--;
      sum += risk[position] * (x === null ? 1 : x[shift + position]);
    }
    out[at + s] = sum;
  }
  let gone = 0;
  position = 0;
  for (let s = 0; s < slots; s++) {
    for (; position < start[s]; position++)
      if (competing[position]) gone += (risk[position] * (x === null ? 1 : x[shift + position])) / stayed[position];
    out[at + s] += stayedAt[s] * gone;
  }
}

function fillMean(likelihood: FineGrayLikelihood, j: number): void {
  const { mean, total, x, data } = likelihood;
  const { slots } = data.sets;
  sumAtRisk(likelihood, x, j * data.sets.rows.length, mean, j * slots);
  for (let s = 0; s < slots; s++) mean[j * slots + s] /= total[s];
}

/** Sums of `jump` up to each slot, and of `jump` times G from after each slot on. */
export function gatherJumps({ data, stayedAt }: FineGrayLikelihood, jump: (slot: number) => number) {
  const { slots } = data.sets;
  const before = new Float64Array(slots);
  const after = new Float64Array(slots);
  let sum = 0;
  for (let s = 0; s < slots; s++) before[s] = sum += jump(s);
  sum = 0;
  for (let s = slots - 1; s >= 0; s--) {
    after[s] = sum;
    sum += jump(s) * stayedAt[s];
  }
  return { before, after };
}

/** What each row gathers of such jumps: all up to its time, and after a competing event the weighted rest. */
export function gatheredBy(likelihood: FineGrayLikelihood, i: number, jumps: ReturnType<typeof gatherJumps>): number {
  const slot = likelihood.data.sets.to[i];
  return jumps.before[slot] + (likelihood.competing[i] ? jumps.after[slot] / likelihood.stayed[i] : 0);
}

export function expectedEvents(likelihood: FineGrayLikelihood, out: Float64Array): void {
  const jumps = gatherJumps(likelihood, (s) => likelihood.hazard[s]);
  for (let i = 0; i < out.length; i++) out[i] = likelihood.risk[i] * gatheredBy(likelihood, i, jumps);
}

/**
 * G(t−) at each position and slot: the censored leave after those with an event at the same time. At time 0 it is G(0),
 * as `crr` has it.
 */
function censoringSurvival({ sets, ticks, cause }: CoxRows): { stayed: Float64Array; stayedAt: Float64Array } {
  const n = sets.rows.length;
  const stayed = new Float64Array(n);
  const tick = (i: number) => ticks.tick[sets.rows[i]];
  let survival = 1;
  for (let from = 0; from < n; ) {
    let to = from;
    let censored = 0;
    for (; to < n && tick(to) === tick(from); to++) {
      stayed[to] = survival;
      if (cause[sets.rows[to]] === 0) censored++;
    }
    survival *= 1 - censored / (n - from);
    if (ticks.times[tick(from)] === 0) stayed.fill(survival, from, to);
    from = to;
  }
  return { stayed, stayedAt: Float64Array.from(sets.start, (start) => stayed[start]) };
}
