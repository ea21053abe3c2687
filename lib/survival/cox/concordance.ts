import { type Answer, answer, unfitted } from "../reason";
import type { Subjects } from "../subjects";
import { countPairs } from "./concordancePairs";
import type { CoxFit } from "./coxRegression";
import { type CoxRows, highestCode, prepareRows } from "./coxRows";

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
): Answer<Concordance> {
  if (marker.length !== input.time.length) throw new Error("marker and time differ in length");
  const usable = Uint8Array.from(marker, (value) => (Number.isNaN(value) ? 0 : 1));
  const data = prepareRows(input, usable, {});
  if (!data.ok) return data;
  if (data.value.events === 0) return unfitted({ reason: "noEvents", n: data.value.n });
  const sign = options.reverse ? -1 : 1;
  return answer(
    concordanceOf(
      data.value,
      Float64Array.from(data.value.sets.rows, (row) => sign * marker[row]),
    ),
  );
}

export interface ConcordanceDifference {
  /** C of the two markers, on the rows that have both. */
  c: readonly [number, number];
  /** The first less the second. */
  difference: number;
  /** Infinitesimal jackknife of the difference: the two are of the same subjects. */
  stdErr: number;
}

/**
 * How much better one marker orders the same subjects than another. Equals `concordance(fit1, fit2)` of R's survival,
 * with the contrast of its two values and their covariance.
 */
export function concordanceDifference(
  input: Subjects,
  first: Float64Array,
  second: Float64Array,
): Answer<ConcordanceDifference> {
  const data = prepareRows(
    input,
    Uint8Array.from(first, (value, row) => (Number.isNaN(value + second[row]) ? 0 : 1)),
  );
  if (!data.ok) return data;
  if (data.value.events === 0) return unfitted({ reason: "noEvents", n: data.value.n });
  const [a, b] = [first, second].map((marker) =>
    withShares(
      data.value,
      Float64Array.from(data.value.sets.rows, (row) => marker[row]),
    ),
  );
  const apart = a.shares.map((share, i) => share - b.shares[i]);
  return answer({ c: [a.c, b.c], difference: a.c - b.c, stdErr: jackknife(data.value, apart) });
}

/** `marker` and what an event's pairs are worth by position of the risk sets. */
export function concordanceOf(data: CoxRows, marker: Float64Array, worth?: Float64Array): Concordance {
  const { shares, ...found } = withShares(data, marker, worth);
  return { ...found, stdErr: jackknife(data, shares) };
}

/** `shares`: what each position adds to C when its weight grows. */
function withShares(data: CoxRows, marker: Float64Array, worth?: Float64Array) {
  const { total, influence } = countPairs(data.sets, marker, data.countWeights, worth);
  const pairs = total.concordant + total.discordant + total.tiedMarker;
  const somers = (total.concordant - total.discordant) / pairs;
  const shares = influence.margin.map((margin, i) => (margin - somers * influence.pairs[i]) / pairs / 2);
  return { ...total, c: (somers + 1) / 2, shares };
}

/** Replicates of a count-weighted row are subjects of their own; sampling weights and clusters add up first. */
function jackknife({ sets, cluster, countWeights }: CoxRows, shares: Float64Array): number {
  const { rows, weight } = sets;
  const sums = cluster ? new Float64Array(highestCode(cluster, rows) + 1) : null;
  let variance = 0;
  for (let i = 0; i < rows.length; i++) {
    const share = shares[i];
    if (sums && cluster) sums[cluster[rows[i]]] += weight[i] * share;
    else variance += (countWeights ? weight[i] : weight[i] * weight[i]) * share * share;
  }
  if (sums) for (const sum of sums) variance += sum * sum;
  return Math.sqrt(variance);
}
