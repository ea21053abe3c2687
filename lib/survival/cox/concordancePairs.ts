import { sortedOrder } from "../../numeric/sortedOrder";
import { type RiskSets, stratumBounds } from "./riskSets";

/** Weights of pairs by what the markers say of them; see `Concordance`. */
export interface Pairs {
  concordant: number;
  discordant: number;
  tiedMarker: number;
  tiedTime: number;
  tiedBoth: number;
}

/** Per position: concordant minus discordant weight, and comparable weight, of the pairs it belongs to. */
export interface Influence {
  margin: Float64Array;
  pairs: Float64Array;
}

/**
 * All pairs within strata, `marker` by position of the risk sets; a tree over the markers makes it n log n. A pair counts
 * as often as `worth` says of the position of its event, else once.
 */
export function countPairs(sets: RiskSets, marker: Float64Array, countWeights: boolean, worth?: Float64Array) {
  const total: Pairs = { concordant: 0, discordant: 0, tiedMarker: 0, tiedTime: 0, tiedBoth: 0 };
  const n = sets.rows.length;
  const influence: Influence = { margin: new Float64Array(n), pairs: new Float64Array(n) };
  const bounds = stratumBounds(sets);
  for (let b = 0; b + 1 < bounds.length; b++)
    countStratum(sets, bounds[b], bounds[b + 1], marker, countWeights, worth, total, influence);
  return { total, influence };
}

function countStratum(
  sets: RiskSets,
  first: number,
  next: number,
  marker: Float64Array,
  countWeights: boolean,
  worth: Float64Array | undefined,
  total: Pairs,
  influence: Influence,
): void {
  const begin = sets.start[first];
  const { codes, size } = rankCodes(marker.subarray(begin, sets.end[first]));
  pairsOfEvents(sets, first, next, codes, size, countWeights, worth, total, influence);
  pairsOfSurvivors(sets, first, next, codes, size, worth, influence);
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
  worth: Float64Array | undefined,
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
      const each = worth?.[i] ?? 1;
      total.concordant += each * weight[i] * below;
      total.discordant += each * weight[i] * above;
      total.tiedMarker += each * weight[i] * equal;
      influence.margin[i] += each * (below - above);
      influence.pairs[i] += each * everybody;
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
  worth: Float64Array | undefined,
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
      const counts = (worth?.[i] ?? 1) * weight[i];
      add(tree, codes[i - begin], counts);
      equal[codes[i - begin]] += counts;
      everything += counts;
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
