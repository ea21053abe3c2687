import { nth, numberAt } from "../numeric/nth";
import type { AtRiskTable } from "../survival";

/** Typed arrays side by side, one entry per distinct time. */
interface Columns {
  time: Float64Array;
  /** At risk just before each time. */
  nRisk: Float64Array;
}

/** Columns that count what happened since the entry before. */
const counted = ["nEvent", "nCensor"];

/**
 * The sum of sampling weights below which fewer than `fewest` patients may stand: as many of the heaviest. Without
 * weights of a sample counts are patients, and it is `fewest` itself.
 */
export const inWeights = (fewest: number | null, heaviest: number | null | undefined): number | null =>
  fewest === null ? null : fewest * Math.max(1, heaviest ?? 1);

/**
 * The columns as they are drawn where something is held back: steps at the ends of months, ending where fewer than
 * `fewest` are at risk.
 */
export function heldBackColumns<C extends Columns>(
  columns: C,
  { wholeMonths, fewest }: { wholeMonths: boolean; fewest: number | null },
  month: number,
): C {
  const cut = fewest === null ? columns : cutBelow(columns, fewest);
  return wholeMonths ? atMonths(cut, month) : cut;
}

/**
 * The columns up to the last time at which at least `fewest` are at risk; of a smaller group their first entry alone.
 */
export function cutBelow<C extends Columns>(columns: C, fewest: number): C {
  let end = columns.time.length;
  while (end > 1 && numberAt(columns.nRisk, end - 1) < fewest) end--;
  return picked(
    columns,
    Array.from({ length: end }, (_, index) => index),
  );
}

/**
 * One entry a month, at its end: values as they are then, those at risk as the month begins, events and other endings
 * of all of it.
 */
export function atMonths<C extends Columns>(columns: C, month: number): C {
  const ends = Array.from(columns.time, (time) => Math.ceil(time / month - 1e-9) * month);
  const last = ends.flatMap((end, index) => (end === ends[index + 1] ? [] : [index]));
  const first = last.map((_, place) => (place === 0 ? 0 : nth(last, place - 1) + 1));
  const sums = Object.entries(columns).flatMap(([name, values]) =>
    counted.includes(name) && values instanceof Float64Array
      ? [[name, Float64Array.from(last, (to, place) => sum(values, nth(first, place), to))] as const]
      : [],
  );
  return {
    ...picked(columns, last),
    ...Object.fromEntries(sums),
    time: Float64Array.from(last, (index) => nth(ends, index)),
    nRisk: Float64Array.from(first, (index) => numberAt(columns.nRisk, index)),
  };
}

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let index = from; index <= to; index++) total += numberAt(values, index);
  return total;
}

/** The entries at these places of every column; what is no column stays. */
function picked<C extends Columns>(columns: C, places: number[]): C {
  const each = Object.entries(columns).map(([name, values]) => [
    name,
    values instanceof Float64Array ? Float64Array.from(places, (index) => numberAt(values, index)) : values,
  ]);
  return Object.fromEntries(each) as C;
}

/**
 * The table with NaN in place of small counts. Where one of a time's three counts is small the other two go with it:
 * they add up to the group's size.
 */
export function withoutSmallCounts(table: AtRiskTable, fewest: number | null): AtRiskTable {
  if (fewest === null) return table;
  const kept = { ...table, nRisk: table.nRisk.slice(), nEvent: table.nEvent.slice(), nCensor: table.nCensor.slice() };
  const small = (count: number) => count > 0 && count < fewest;
  for (let index = 0; index < kept.nRisk.length; index++)
    if ([kept.nRisk, kept.nEvent, kept.nCensor].some((counts) => small(nth(counts, index))))
      for (const counts of [kept.nRisk, kept.nEvent, kept.nCensor]) counts[index] = Number.NaN;
  return kept;
}
