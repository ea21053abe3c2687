import { inChunks } from "./chunks";

/** Bits of a row within its stretch: 2¹⁵ rows of a column stay in the second-level cache. */
const STRETCH = 15;
/** Shorter lists are looked up one by one. */
const SHORT = 1 << 16;

type Column = Float64Array | Int32Array;

/** Fills `out[i]` with `column[rows[i]]`. */
export type Gather = (column: Column, out: Float64Array) => void;

/**
 * Looks up columns at the same `rows`, in any order and also repeated. Rows far apart make every look-up a wait for
 * memory: for long lists they are first taken stretch by stretch of the table, and then put in their order.
 */
export function gatherer(rows: Uint32Array): Gather {
  if (rows.length < SHORT) return (column, out) => lookUp(column, rows, out);
  let most = 0;
  for (let i = 0; i < rows.length; i++) if (rows[i] > most) most = rows[i];
  const next = new Uint32Array((most >>> STRETCH) + 2);
  for (let i = 0; i < rows.length; i++) next[(rows[i] >>> STRETCH) + 1]++;
  for (let b = 1; b < next.length; b++) next[b] += next[b - 1];
  const place = new Uint32Array(rows.length);
  const byStretch = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const at = next[rows[i] >>> STRETCH]++;
    place[i] = at;
    byStretch[at] = rows[i];
  }
  const found = new Float64Array(rows.length);
  return (column, out) => {
    lookUp(column, byStretch, found);
    lookUp(found, place, out);
  };
}

function lookUp(column: Column, rows: Uint32Array, out: Float64Array): void {
  inChunks(rows.length, (from, to) => lookUpPart(column, rows, out, from, to));
}

function lookUpPart(column: Column, rows: Uint32Array, out: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) out[i] = column[rows[i]];
}
