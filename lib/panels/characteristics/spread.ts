import type { Moments } from "../../association";
import { moments } from "../../association";
import { nth, numberAt } from "../../numeric/nth";
import { sampleQuantile } from "../../numeric/sampleQuantile";
import { sortedValues } from "../../numeric/sortedOrder";
import type { Spread } from "./result";

/** Values of patients, and the weight of each where they are a sample; else null. */
export interface Values {
  values: Float64Array;
  weights: Float64Array | null;
}

/**
 * Quartiles as R's `quantile(type = 7)`, range, mean and standard deviation (n − 1). Of a weighted sample the quartiles
 * of the weighted distribution, and the weighted mean and variance.
 */
export function spreadOf({ values, weights }: Values): Spread {
  const { mean, variance } = momentsOf({ values, weights });
  const { order, values: sorted } = sortedValues(values);
  const at = weights
    ? (share: number) =>
        weightedQuantile(
          sorted,
          Float64Array.from(order, (place) => numberAt(weights, place)),
          share,
        )
    : (share: number) => sampleQuantile(sorted, share);
  return {
    size: weights ? weights.reduce((sum, weight) => sum + weight, 0) : values.length,
    median: at(0.5),
    lower: at(0.25),
    upper: at(0.75),
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
    mean,
    sd: Math.sqrt(variance),
  };
}

/** Mean and variance; of a weighted sample Σw (x − m)² / (Σw − Σw² / Σw), as in Austin and Stuart 2015. */
export function momentsOf({ values, weights }: Values): Moments {
  if (weights === null) return moments(values);
  let [sum, squares, mean] = [0, 0, 0];
  values.forEach((value, place) => {
    const weight = numberAt(weights, place);
    if (weight === 0) return;
    sum += weight;
    squares += weight * weight;
    mean += (weight / sum) * (value - mean);
  });
  const spread = values.reduce((total, value, place) => total + numberAt(weights, place) * (value - mean) ** 2, 0);
  const rest = sum - squares / sum;
  return {
    n: values.length,
    mean: sum > 0 ? mean : Number.NaN,
    variance: values.length > 1 && rest > 0 ? spread / rest : Number.NaN,
  };
}

/** The smallest value that a share of the weights lies at or below; the middle of two where it is exactly that share. */
function weightedQuantile(sorted: Float64Array, weights: Float64Array, share: number): number {
  const wanted = share * weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (let place = 0; place < sorted.length; place++) {
    below += numberAt(weights, place);
    if (below < wanted * (1 - 1e-12)) continue;
    const next = Math.min(place + 1, sorted.length - 1);
    return below > wanted * (1 + 1e-12) ? nth(sorted, place) : (nth(sorted, place) + nth(sorted, next)) / 2;
  }
  return Number.NaN;
}

const mostDigits = 3;

/**
 * How many decimals a column of numbers was written with, as far as three; where more were (as after a conversion), so
 * many that a usual value has three digits.
 */
export function digitsIn(values: Float64Array): number {
  const known = values.filter((value) => Number.isFinite(value));
  for (let digits = 0; digits <= mostDigits; digits++) {
    const scale = 10 ** digits;
    if (known.every((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-6)) return digits;
  }
  const usual = sampleQuantile(sortedValues(known.map(Math.abs)).values, 0.5);
  if (!(usual > 0)) return mostDigits;
  return Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(usual))));
}
