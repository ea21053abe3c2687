import { gatherer } from "../../numeric/gather";
import { type Design, fillColumn } from "./designMatrix";
import { type RiskSets, stratumBounds } from "./riskSets";

/**
 * Design columns by positions of the risk sets, centered at their mean and divided by their standard deviation.
 * Coefficients belong to (x − center)/scale inside the fit and are reported per unit of x; so neither the calendar year
 * nor a platelet count per liter costs digits.
 */
export interface Standardized {
  /** Columns one after the other. */
  x: Float64Array;
  center: Float64Array;
  scale: Float64Array;
  /** Largest minus smallest standardized value. */
  range: Float64Array;
  /** 1 where the column differs within some stratum that has events: without that it cannot be estimated. */
  varies: Uint8Array;
  /** The profile R calls `means`: the mean, but 0 for columns that hold only −1, 0 and 1. */
  means: Float64Array;
}

export function standardize(design: Design, sets: RiskSets): Standardized {
  const n = sets.rows.length;
  const p = design.columns.length;
  const result: Standardized = {
    x: new Float64Array(n * p),
    center: new Float64Array(p),
    scale: new Float64Array(p),
    range: new Float64Array(p),
    varies: new Uint8Array(p),
    means: new Float64Array(p),
  };
  const gather = gatherer(sets.rows);
  design.columns.forEach((column, j) => {
    const values = result.x.subarray(j * n, (j + 1) * n);
    fillColumn(column, gather, values);
    const { mean, deviation, low, high, unit } = moments(values, sets.weight);
    const scale = deviation > 0 && Number.isFinite(deviation) ? deviation : 1;
    shiftAndScale(values, mean, scale);
    result.center[j] = mean;
    result.scale[j] = scale;
    result.means[j] = unit ? 0 : mean;
    result.range[j] = (high - low) / scale;
    result.varies[j] = variesInStrata(values, sets).includes(1) ? 1 : 0;
  });
  return result;
}

function shiftAndScale(values: Float64Array, center: number, scale: number): void {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] - center) / scale;
}

/**
 * Weighted mean and standard deviation, extremes, and whether only −1, 0 and 1 occur. Sums are taken from the first
 * value on.
 */
function moments(values: Float64Array, weight: Float64Array) {
  const origin = values[0] ?? 0;
  let [low, high, unit] = [origin, origin, true];
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const distance = value - origin;
    total += weight[i];
    sum += weight[i] * distance;
    squares += weight[i] * distance * distance;
    if (value < low) low = value;
    else if (value > high) high = value;
    if (unit && value !== 0 && value !== 1 && value !== -1) unit = false;
  }
  const shift = total > 0 ? sum / total : 0;
  return { mean: origin + shift, deviation: Math.sqrt(squares / total - shift * shift), low, high, unit };
}

/** For each stratum in the order of the risk sets, 1 when it has events and the column differs in it. */
export function variesInStrata(values: Float64Array, sets: RiskSets): Uint8Array {
  const bounds = stratumBounds(sets);
  const result = new Uint8Array(bounds.length - 1);
  for (let b = 0; b < result.length; b++) {
    const start = sets.start[bounds[b]];
    const end = sets.end[bounds[b]];
    const hasEvents = bounds[b + 1] > bounds[b] + 1;
    for (let i = start + 1; hasEvents && i < end && !result[b]; i++) if (values[i] !== values[start]) result[b] = 1;
  }
  return result;
}

/** The columns of some terms only, sharing nothing with the whole. */
export function selectTerms(
  design: Design,
  all: Standardized,
  terms: readonly number[],
): { design: Design; standardized: Standardized } {
  const kept = terms.flatMap((term) => design.terms[term].columns);
  const n = design.columns.length === 0 ? 0 : all.x.length / design.columns.length;
  const x = new Float64Array(n * kept.length);
  kept.forEach((j, k) => {
    x.set(all.x.subarray(j * n, (j + 1) * n), k * n);
  });
  const pick = (from: Float64Array) => Float64Array.from(kept, (j) => from[j]);
  return {
    design: {
      columns: kept.map((j) => ({ ...design.columns[j], term: terms.indexOf(design.columns[j].term) })),
      terms: terms.map((term) => ({
        ...design.terms[term],
        columns: design.terms[term].columns.map((j) => kept.indexOf(j)),
      })),
    },
    standardized: {
      x,
      center: pick(all.center),
      scale: pick(all.scale),
      range: pick(all.range),
      means: pick(all.means),
      varies: Uint8Array.from(kept, (j) => all.varies[j]),
    },
  };
}
