import type { Conversion } from "../../board/board";
import { counted, decimals, formatCount } from "../../format";
import type { Steps } from "../../steps";
import type { NumberColumn } from "../../table";
import { unitOf } from "../layouts/columnWords";
import { type Facts, type Finding, type Remedy, rowsFinding, rowsWhere } from "./check";

/**
 * Factors between units that are confused: g/L and g/dL, creatinine, kilograms and pounds, bilirubin, glucose, g and
 * mg.
 */
const laboratory = [10, 88.4, 2.2, 17.1, 18, 1000];
/** Days in a month, months in a year, days in a year and in a week. */
const ofTime = [30.4375, 12, 365.25, 7];

/** Values in two heaps, a known factor apart: two units in one column, or a few values in another unit. */
export function* unitMix(facts: Facts): Steps<Finding[]> {
  const { table, board } = facts;
  const times = new Set(board.endpoints.flatMap(({ time }) => (time.from === "column" ? [time.column] : [])));
  const found: Finding[] = [];
  for (const column of table.columns) {
    if (column.kind !== "number") continue;
    const sorted = positive(facts, column);
    yield;
    if (sorted.length < enough || differentIn(sorted) < fewest) continue;
    const isTime = times.has(column.name) || unitOf(column.name) !== null;
    const split = isTime ? splitOfTimes(sorted) : splitOfMeasurements(sorted);
    if (!split) continue;
    const { at, factor } = split;
    const valueIn = (row: number) => column.values[row] ?? Number.NaN;
    const high = rowsWhere(facts, (row) => valueIn(row) > at);
    const low = rowsWhere(facts, (row) => valueIn(row) > 0 && valueIn(row) < at);
    found.push(...mixed(column, factor, at, high, low));
  }
  return found;
}

function mixed({ name }: NumberColumn, factor: number, at: number, high: number[], low: number[]): Finding[] {
  const rows = low.length < high.length ? low : high;
  const side = rows === high ? "above" : "below";
  return rowsFinding(
    "unit-mix",
    rows,
    (count, where) =>
      `Two units in “${name}”? ${counted(count, "value")} of ${formatCount(high.length + low.length)} ${count === 1 ? "is" : "are"} about ${decimals(factor, factor % 1 === 0 ? 0 : 1)} times ${side === "above" ? "the others" : "smaller than the others"} (${where}).`,
    "Nothing is converted until you say so.",
    { columns: [name], remedies: remediesOf(name, factor, at, high.length, low.length) },
  );
}

function remediesOf(column: string, by: number, at: number, high: number, low: number): Remedy[] {
  const shown = decimals(by, by % 1 === 0 ? 0 : 1);
  const lower: Conversion = { column, above: at, below: null, op: "divide", by };
  const raise: Conversion = { column, above: null, below: at, op: "multiply", by };
  return [
    { label: `Divide the ${counted(high, "high value")} by ${shown}`, conversion: lower },
    { label: `Multiply the ${counted(low, "low value")} by ${shown}`, conversion: raise },
  ];
}

/** Where the values part, and by which factor. */
interface Split {
  at: number;
  factor: number;
}

/** Values, and different ones among them, below which a gap says nothing. */
const enough = 16;
const fewest = 8;

/**
 * Two heaps of at least three with a plain gap between them; or one or two values ten times as large as the rest, which
 * lies close together.
 */
function splitOfMeasurements(sorted: Float64Array): Split | null {
  const place = widestGap(sorted, 1);
  const [low, high] = heapsAt(sorted, place);
  const gap = high.lowest / low.highest;
  const few = Math.min(low.size, high.size) < 3;
  if (few && !isNarrow(low.size > high.size ? low : high)) return null;
  if (gap < 1.5 || Math.log(gap) < 4 * secondGap(sorted, place, 1)) return null;
  const factor = nearest(laboratory, high.median / low.median, 1.4);
  if (factor === null || gap < factor ** 0.35 || (few && factor < 10) || !overlaps(low, high, factor)) return null;
  return { at: Math.sqrt(high.lowest * low.highest), factor };
}

/**
 * Times are spread widely: the heap above must be far from the longest of the others, or the heaps themselves a factor
 * apart.
 */
function splitOfTimes(sorted: Float64Array): Split | null {
  const place = widestGap(sorted, Math.ceil(sorted.length / 3));
  const [low, high] = heapsAt(sorted, place);
  const gap = high.lowest / low.highest;
  if (gap < 4 || Math.log(gap) < 3 * secondGap(sorted, place, Math.ceil(sorted.length / 2))) return null;
  const ratio = high.median / low.median;
  const few = high.size <= Math.max(2, 0.05 * sorted.length);
  const factor = few
    ? ([30.4375, 365.25].find((each) => ratio > each / 1.6 && overlaps(low, high, each)) ?? null)
    : nearest(ofTime, ratio, 1.6);
  return factor === null || !overlaps(low, high, factor) ? null : { at: Math.sqrt(high.lowest * low.highest), factor };
}

const positive = ({ patients: { represents } }: Facts, { values }: NumberColumn) =>
  values.filter((value, row) => represents[row] === 1 && value > 0 && value < Number.POSITIVE_INFINITY).sort();

function differentIn(sorted: Float64Array): number {
  let different = Math.min(1, sorted.length);
  for (let at = 1; at < sorted.length && different < fewest; at++) if (sorted[at] !== sorted[at - 1]) different++;
  return different;
}

/** The place, `from` or later, where a value is the largest multiple of the one before it. */
function widestGap(sorted: Float64Array, from: number): number {
  const valueAt = (at: number) => sorted[at] ?? Number.NaN;
  let place = from;
  for (let at = from + 1; at < sorted.length; at++)
    if (valueAt(at) * valueAt(place - 1) > valueAt(place) * valueAt(at - 1)) place = at;
  return place;
}

/** The logarithm of the next largest multiple, at `from` or later. */
function secondGap(sorted: Float64Array, widest: number, from: number): number {
  const multiples = sorted.subarray(1).map((value, before) => value / (sorted[before] ?? Number.NaN));
  const others = multiples.filter((_, before) => before + 1 >= from && before + 1 !== widest);
  return Math.log(others.reduce((most, multiple) => Math.max(most, multiple), 1));
}

interface Heap {
  size: number;
  lowest: number;
  median: number;
  highest: number;
}

const heapsAt = (sorted: Float64Array, place: number): [low: Heap, high: Heap] => [
  heapOf(sorted.subarray(0, place)),
  heapOf(sorted.subarray(place)),
];

const heapOf = (sorted: Float64Array): Heap => ({
  size: sorted.length,
  lowest: sorted[0] ?? Number.NaN,
  median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
  highest: sorted.at(-1) ?? Number.NaN,
});

const isNarrow = ({ lowest, highest }: Heap) => highest / lowest < 4;

function nearest(factors: readonly number[], ratio: number, tolerance: number): number | null {
  const away = (factor: number) => Math.abs(Math.log(ratio / factor));
  const best = factors.reduce((a, b) => (away(b) < away(a) ? b : a));
  return away(best) < Math.log(tolerance) ? best : null;
}

/**
 * Whether the high heap, divided by the factor, comes to lie within the low one (a quarter beyond its ends is allowed).
 */
const overlaps = (low: Heap, high: Heap, factor: number) =>
  high.median / factor > low.lowest / 1.25 && high.median / factor < 1.25 * low.highest;
