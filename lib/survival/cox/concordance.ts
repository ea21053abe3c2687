import { sortedOrder } from "../../numeric/sortedOrder";
import { failed, ok, problem, type Result } from "../../result";
import type { Subjects } from "../subjects";
import type { CoxFit } from "./coxRegression";
import { type CoxRows, highestCode, prepareRows } from "./coxRows";
import { type RiskSets, stratumBounds } from "./riskSets";

/**
 * Harrell's C and what it is made of. A pair is comparable when one subject has the event while the other is still at
 * risk (at the same time, a censored subject counts as still at risk; two events at the same time are not compared).
 */
export interface Concordance {
  /** (concordant + tiedMarker/2) / (concordant + discordant + tiedMarker); NaN without comparable pairs. */
  c: number;
  /** Infinitesimal-jackknife standard error, per cluster when there are clusters. */
  stdErr: number;
  concordant: number;
  discordant: number;
  /** Comparable pairs with equal markers. */
  tiedMarker: number;
  /** Pairs of events at the same time: with different, and with equal markers. */
  tiedTime: number;
  tiedBoth: number;
}

/** Concordance of a fitted model's linear predictor, within strata. As `summary(coxph)$concordance`. */
export function modelConcordance({ model }: CoxFit): Concordance {
  return concordanceOf(model.data, model.likelihood.sweep.eta);
}

/**
 * Concordance of any marker of which higher values should mean earlier events; `reverse` for one where they mean later
 * ones. `marker` has one value per row of `input`, NaN leaves the row out. O(n log n).
 * Equals `survival::concordance(Surv(...) ~ marker, reverse = TRUE)`.
 */
export function concordance(
  input: Subjects,
  marker: Float64Array,
  options: { reverse?: boolean } = {},
): Result<Concordance> {
  if (marker.length !== input.time.length) throw new Error("marker and time differ in length");
  const usable = Uint8Array.from(marker, (value) => (Number.isNaN(value) ? 0 : 1));
  const data = prepareRows(input, usable, {});
  if (!data.ok) return data;
  if (data.value.events === 0)
    return failed(problem("concordance-no-events", "No row has the event.", "Check the endpoint and the filters."));
  const sign = options.reverse ? -1 : 1;
  return ok(
    concordanceOf(
      data.value,
      Float64Array.from(data.value.sets.rows, (row) => sign * marker[row]),
    ),
  );
}

/** `marker` by position of the risk sets. */
export function concordanceOf(data: CoxRows, marker: Float64Array): Concordance {
  const { sets, countWeights } = data;
  const total: Pairs = { concordant: 0, discordant: 0, tiedMarker: 0, tiedTime: 0, tiedBoth: 0 };
  const n = sets.rows.length;
  const influence: Influence = { margin: new Float64Array(n), pairs: new Float64Array(n) };
  const bounds = stratumBounds(sets);
  for (let b = 0; b + 1 < bounds.length; b++)
    countStratum(sets, bounds[b], bounds[b + 1], marker, countWeights, total, influence);
  const pairs = total.concordant + total.discordant + total.tiedMarker;
  const somers = (total.concordant - total.discordant) / pairs;
  return { ...total, c: (somers + 1) / 2, stdErr: jackknife(data, influence, pairs, somers) };
}

interface Pairs {
  concordant: number;
  discordant: number;
  tiedMarker: number;
  tiedTime: number;
  tiedBoth: number;
}

/** Per position: concordant minus discordant weight, and comparable weight, of the pairs it belongs to. */
interface Influence {
  margin: Float64Array;
  pairs: Float64Array;
}

function countStratum(
  sets: RiskSets,
  first: number,
  next: number,
  marker: Float64Array,
  countWeights: boolean,
  total: Pairs,
  influence: Influence,
): void {
  const begin = sets.start[first];
  const { codes, size } = rankCodes(marker.subarray(begin, sets.end[first]));
  pairsOfEvents(sets, first, next, codes, size, countWeights, total, influence);
  pairsOfSurvivors(sets, first, next, codes, size, influence);
}

/** 1-based ranks, equal for equal values. */
function rankCodes(values: Float64Array): { codes: Int32Array; size: number } {
  const codes = new Int32Array(values.length);
  let size = 0;
  let last = Number.NaN;
  for (const i of sortedOrder(values)) {
    if (values[i] !== last) size++;
    last = values[i];
    codes[i] = size;
  }
  return { codes, size };
}

/** From late to early: each event against those still at risk after it, kept in a tree by marker. */
function pairsOfEvents(
  sets: RiskSets,
  first: number,
  next: number,
  codes: Int32Array,
  size: number,
  countWeights: boolean,
  total: Pairs,
  influence: Influence,
): void {
  const { start, eventEnd, end, from, byEntry, weight } = sets;
  const begin = start[first];
  const tree = new Float64Array(size + 1);
  const sameMarker = new Float64Array(size + 1);
  const atRisk = new Float64Array(size + 1);
  let position = end[first];
  let leaving = byEntry ? lastEntering(sets, next) : -1;
  let everybody = 0;
  for (let s = next - 1; s > first; s--) {
    while (position > eventEnd[s]) {
      const code = codes[--position - begin];
      add(tree, code, weight[position]);
      atRisk[code] += weight[position];
      everybody += weight[position];
    }
    for (; leaving >= 0 && from[byEntry![leaving]] >= s; leaving--) {
      const gone = byEntry![leaving];
      add(tree, codes[gone - begin], -weight[gone]);
      atRisk[codes[gone - begin]] -= weight[gone];
      everybody -= weight[gone];
    }
    let events = 0;
    for (let i = start[s]; i < eventEnd[s]; i++) {
      const code = codes[i - begin];
      const equal = atRisk[code];
      const below = sumBelow(tree, code);
      const above = everybody - below - equal;
      total.concordant += weight[i] * below;
      total.discordant += weight[i] * above;
      total.tiedMarker += weight[i] * equal;
      influence.margin[i] += below - above;
      influence.pairs[i] += everybody;
      const twins = countWeights ? (weight[i] * (weight[i] - 1)) / 2 : 0;
      const both = weight[i] * sameMarker[code] + twins;
      total.tiedBoth += both;
      total.tiedTime += weight[i] * events + twins - both;
      sameMarker[code] += weight[i];
      events += weight[i];
    }
    for (let i = start[s]; i < eventEnd[s]; i++) sameMarker[codes[i - begin]] = 0;
  }
}

/** From early to late: each subject against the events during its time at risk, as the one who survived them. */
function pairsOfSurvivors(
  sets: RiskSets,
  first: number,
  next: number,
  codes: Int32Array,
  size: number,
  influence: Influence,
): void {
  const { start, eventEnd, end, from, byEntry, weight } = sets;
  const begin = start[first];
  const tree = new Float64Array(size + 1);
  const equal = new Float64Array(size + 1);
  let everything = 0;
  const credit = (i: number, sign: number) => {
    const code = codes[i - begin];
    const below = sumBelow(tree, code);
    influence.margin[i] += sign * (everything - 2 * below - equal[code]);
    influence.pairs[i] += sign * everything;
  };
  let entering = byEntry ? lastEntering(sets, first) + 1 : 0;
  for (let s = first; s < next; s++) {
    for (let i = start[s]; i < eventEnd[s]; i++) credit(i, 1);
    for (let i = start[s]; i < eventEnd[s]; i++) {
      add(tree, codes[i - begin], weight[i]);
      equal[codes[i - begin]] += weight[i];
      everything += weight[i];
    }
    const until = s + 1 < next ? start[s + 1] : end[s];
    for (let i = eventEnd[s]; i < until; i++) credit(i, 1);
    if (byEntry)
      for (; entering < byEntry.length && from[byEntry[entering]] === s; entering++) credit(byEntry[entering], -1);
  }
}

/** Index in `byEntry` of the last position whose `from` lies before `slot`. */
function lastEntering({ byEntry, from }: RiskSets, slot: number): number {
  let low = 0;
  let high = byEntry!.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[byEntry![middle]] < slot) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Binary indexed tree (Fenwick 1994): prefix sums over marker ranks. */
function add(tree: Float64Array, code: number, weight: number): void {
  for (let at = code; at < tree.length; at += at & -at) tree[at] += weight;
}

function sumBelow(tree: Float64Array, code: number): number {
  let sum = 0;
  for (let at = code - 1; at > 0; at -= at & -at) sum += tree[at];
  return sum;
}

/** Replicates of a count-weighted row are subjects of their own; sampling weights and clusters add up first. */
function jackknife(data: CoxRows, { margin, pairs }: Influence, total: number, somers: number): number {
  const { sets, cluster, countWeights } = data;
  const { rows, weight } = sets;
  const sums = cluster ? new Float64Array(highestCode(cluster, rows) + 1) : null;
  let variance = 0;
  for (let i = 0; i < rows.length; i++) {
    const share = (margin[i] - somers * pairs[i]) / total;
    if (sums && cluster) sums[cluster[rows[i]]] += weight[i] * share;
    else variance += (countWeights ? weight[i] : weight[i] * weight[i]) * share * share;
  }
  if (sums) for (const sum of sums) variance += sum * sum;
  return Math.sqrt(variance) / 2;
}
