import { isSampled, type Subjects } from "./subjects";
import type { TickOrder } from "./timeOrder";

/** The rows behind one group's curve, and what each cause counted as. */
export interface GroupRows {
  subjects: Subjects;
  order: TickOrder;
  group: number;
  endings?: Uint8Array;
}

/**
 * Sum over clusters of rows of (Σ of a row's weight times its influence)², where an influence is a combination of a few
 * functions of time with coefficients that change only when the row enters or ends: the products of coefficients are
 * summed over clusters, so that a new time costs no pass over rows.
 */
export interface InfluenceSums {
  /** Adds to the coefficients of a row. */
  add(row: number, change: readonly number[]): void;
  /** The sum of squares where the functions of time have these values. */
  square(functions: readonly number[]): number;
}

/** A count weight is so many clusters of one row each, whatever `cluster` says. */
export function influenceSums(subjects: Subjects, functions: number): InfluenceSums {
  const { time, weight } = subjects;
  const isCounted = weight !== undefined && !isSampled(subjects);
  const cluster = isCounted ? undefined : subjects.cluster;
  const clusters = cluster ? cluster.reduce((most, c) => Math.max(most, c), -1) + 1 : time.length;
  const coefficients = new Float64Array(clusters * functions);
  const products = new Float64Array(functions * functions);
  // Everything that was ever added to or taken from a product: a sum below its rounding is 0.
  const turnover = new Float64Array(functions * functions);
  return {
    add(row, change) {
      const w = isCounted ? Math.sqrt(weight[row]) : weight ? weight[row] : 1;
      const at = (cluster ? cluster[row] : row) * functions;
      addProducts(products, turnover, coefficients, at, functions, -1);
      for (let i = 0; i < functions; i++) coefficients[at + i] += w * change[i];
      addProducts(products, turnover, coefficients, at, functions, 1);
    },
    square(values) {
      let [sum, moved] = [0, 0];
      for (let i = 0; i < functions; i++)
        for (let j = 0; j < functions; j++) {
          const value = values[i] * values[j];
          sum += products[i * functions + j] * value;
          moved += turnover[i * functions + j] * Math.abs(value);
        }
      return sum > 4 * Number.EPSILON * moved ? sum : 0;
    },
  };
}

function addProducts(
  products: Float64Array,
  turnover: Float64Array,
  coefficients: Float64Array,
  at: number,
  functions: number,
  sign: 1 | -1,
): void {
  for (let i = 0; i < functions; i++)
    for (let j = 0; j < functions; j++) {
      const product = coefficients[at + i] * coefficients[at + j];
      products[i * functions + j] += sign * product;
      turnover[i * functions + j] += Math.abs(product);
    }
}

/** Walks through a group's ticks: rows that enter for it, then the tick itself with the rows that end there. */
export function walkGroup(
  { subjects, order, group: g }: GroupRows,
  enter: (row: number) => void,
  at: (tick: number, rows: Uint32Array) => void,
): void {
  const { group } = subjects;
  const { start, times, entry } = order;
  const isIn = (row: number) => !group || group[row] === g;
  if (!entry) for (const row of order.order) if (isIn(row)) enter(row);
  let entered = 0;
  for (let k = 0; k < times.length; k++) {
    if (entry)
      for (; entered < entry.order.length && entry.tick[entry.order[entered]] <= k; entered++)
        if (isIn(entry.order[entered])) enter(entry.order[entered]);
    const ending = order.order.subarray(start[k], start[k + 1]).filter(isIn);
    if (ending.length > 0) at(k, ending);
  }
}
