/** Values sorted into bins of round width; `bins[row]` is −1 where there is no value. */
export interface Binned {
  bins: Int32Array;
  edges: number[];
  min: number;
  max: number;
}

/**
 * Twelve to thirty bins of round width from the smallest to the largest value; the last bin includes its upper edge.
 */
export function binned(values: Float64Array): Binned {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const bins = new Int32Array(values.length).fill(-1);
  if (min > max) return { bins, edges: [0, 1], min: Number.NaN, max: Number.NaN };
  const edges = roundEdges(min, max);
  const [first = 0, second = 1] = edges;
  const last = edges.length - 2;
  values.forEach((value, row) => {
    if (!Number.isNaN(value)) bins[row] = Math.max(0, Math.min(last, Math.floor((value - first) / (second - first))));
  });
  return { bins, edges, min, max };
}

function roundEdges(min: number, max: number): number[] {
  const finest = 1e-12 * Math.max(Math.abs(min), Math.abs(max));
  if (max - min <= finest) return [min, min + Math.max(1, finest)];
  const step = roundStep(Math.max(finest, max / 30 - min / 30));
  const first = Math.floor(min / step);
  const count = Math.max(1, Math.ceil(max / step - first - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => (first + index) * step);
}

/** The smallest of 1, 2 and 5 times a power of ten that is at least `width`. */
function roundStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  return ([1, 2, 5].find((times) => times * power >= width) ?? 10) * power;
}
