import type { Board, Filter } from "../board/board";
import { inChunks } from "../numeric/chunks";
import { type Problem, problem } from "../result";
import { patientCounter } from "./counting";
import type { Patients } from "./patients";
import type { Variables } from "./variables";

/**
 * One bit per filter and row: bit f of `failed[row]` is set where the row fails filter f. A row is selected when the
 * word is 0, and it counts in the bars of filter f when no other bit is set: a filter never hides its own bars.
 */
export interface Selection {
  failed: Uint32Array;
  selected: number;
}

export const mostFilters = 32;

/** Everything a filter card shows: for each bar how many are selected by the other filters, of how many. */
export type FilterView =
  | {
      kind: "values";
      label: string;
      bars: { value: string; label: string; selected: number; total: number }[];
      missing: { selected: number; total: number };
    }
  | {
      kind: "range";
      label: string;
      unit: string;
      date: boolean;
      min: number;
      max: number;
      /** Bin b holds values from edges[b] to edges[b + 1]. */
      edges: number[];
      selected: number[];
      total: number[];
      missing: { selected: number; total: number };
    }
  | { kind: "unusable"; label: string; problem: Problem };

/** Which rows the filters of a board select. */
export function selectionOf(board: Board, variables: Variables, patients: Patients, rows: number): Selection {
  return selections(rows)(board, variables, patients);
}

/**
 * The same for a run of boards: only filters that have changed since the last board are marked anew. Each answer stands
 * until the next board is asked about.
 */
export function selections(rows: number): (board: Board, variables: Variables, patients: Patients) => Selection {
  const failed = new Uint32Array(rows);
  let marked: string[] = [];
  let known: Variables | null = null;
  return (board, variables, patients) => {
    const keys = board.filters.slice(0, mostFilters).map((filter) => JSON.stringify(filter));
    for (let f = 0; f < Math.max(keys.length, marked.length); f++) {
      if (variables === known && keys[f] === marked[f]) continue;
      const filter = f < keys.length ? board.filters[f] : undefined;
      if (!filter || !mark(failed, 1 << f, filter, variables)) unmark(failed, 1 << f);
    }
    marked = keys;
    known = variables;
    return {
      failed,
      selected: patients.patient ? selectedPatients(failed, patients) : countSelected(failed, patients.size),
    };
  };
}

// The loops over rows take no branch on what a row holds, which could not be foreseen: conditions are arithmetic with
// −1 and 0. All arrays have an entry for each row, and tables of codes one for each code and one for −1.

function unmark(failed: Uint32Array, bit: number): void {
  const others = ~bit;
  inChunks(failed.length, (from, to) => {
    for (let row = from; row < to; row++) failed[row]! &= others;
  });
}

function countSelected(failed: Uint32Array, size: Patients["size"]): number {
  let selected = 0;
  inChunks(failed.length, (from, to) => {
    selected += countPart(failed, size, from, to);
  });
  return selected;
}

/** Patients of whom some interval is selected. */
function selectedPatients(failed: Uint32Array, patients: Patients): number {
  const counted = patientCounter(patients);
  let selected = 0;
  for (let row = 0; row < failed.length; row++) if (failed[row] === 0) selected += counted(row);
  return selected;
}

function countPart(failed: Uint32Array, size: Patients["size"], from: number, to: number): number {
  let selected = 0;
  for (let row = from; row < to; row++) selected += size[row]! * (anyBit(failed[row]!) + 1);
  return selected;
}

/** Of two selections the same where both keep the same patients; of different ones it differs, but for chance. */
export function fingerprintOf({ failed, selected }: Selection, { represents }: Patients): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let row = 0; row < failed.length; ) {
    let word = 0;
    for (const end = Math.min(row + 32, failed.length); row < end; row++)
      word = (word << 1) | (represents[row]! & (anyBit(failed[row]!) + 1));
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b ^ (b >>> 15) ^ word, 0x85ebca6b);
  }
  return `${selected} ${a >>> 0} ${b >>> 0}`;
}

/** −1 where a word has any bit, 0 where it has none. */
const anyBit = (word: number): number => (word | 0 | -(word | 0)) >> 31;

/** Sets and clears the bit of a filter for every row; false where the filter lets everybody through. */
function mark(failed: Uint32Array, bit: number, filter: Filter, variables: Variables): boolean {
  const missing = filter.missing ? 0 : bit;
  if (filter.kind === "range") {
    const numbers = variables.numbers(filter.of);
    if (!numbers.ok || (filter.min === null && filter.max === null && filter.missing)) return false;
    const { values } = numbers.value;
    const min = filter.min ?? Number.NEGATIVE_INFINITY;
    const max = filter.max ?? Number.POSITIVE_INFINITY;
    inChunks(failed.length, (from, to) => markRange(failed, values, min, max, bit, missing, from, to));
    return true;
  }
  const levels = variables.levels(filter.of);
  if (!levels.ok || (filter.values === null && filter.missing)) return false;
  const { codes } = levels.value;
  const wanted = filter.values === null ? null : new Set(filter.values);
  const fails = levels.value.levels.map(({ value }) => (wanted === null || wanted.has(value) ? 0 : bit));
  const byCode = Uint32Array.of(missing, ...fails);
  inChunks(failed.length, (from, to) => markCodes(failed, codes, byCode, bit, from, to));
  return true;
}

function markRange(
  failed: Uint32Array,
  values: Float64Array,
  min: number,
  max: number,
  bit: number,
  missing: number,
  from: number,
  to: number,
): void {
  const others = ~bit;
  for (let row = from; row < to; row++) {
    const value = values[row]!;
    const outside = Number(value < min) | Number(value > max);
    const none = Number(Number.isNaN(value));
    failed[row] = (failed[row]! & others) | (-outside & bit) | (-none & missing);
  }
}

/** `byCode` has the bit to set for each code, that of code −1 first. */
function markCodes(
  failed: Uint32Array,
  codes: Int32Array,
  byCode: Uint32Array,
  bit: number,
  from: number,
  to: number,
): void {
  const others = ~bit;
  for (let row = from; row < to; row++) failed[row] = (failed[row]! & others) | byCode[codes[row]! + 1]!;
}

/**
 * `filterViews` for a run of boards: the bars of a filter are counted anew only when another filter, or the cohort, has
 * changed.
 */
export function keptFilterViews(): typeof filterViews {
  let kept: { key: string; view: FilterView }[] = [];
  let of: unknown[] = [];
  return (board, variables, patients, selection) => {
    if (of[0] !== variables || of[1] !== patients) kept = [];
    of = [variables, patients];
    kept = board.filters.map((filter, f) => {
      const others = board.filters.filter((_, g) => g !== f);
      const key = JSON.stringify([f, filter.kind, filter.of, others]);
      const before = kept[f];
      return before?.key === key ? before : { key, view: viewOf(filter, f, variables, patients, selection) };
    });
    return kept.map(({ view }) => view);
  };
}

export const filterViews = (
  board: Board,
  variables: Variables,
  patients: Patients,
  selection: Selection,
): FilterView[] => board.filters.map((filter, f) => viewOf(filter, f, variables, patients, selection));

function viewOf(
  filter: Filter,
  f: number,
  variables: Variables,
  patients: Patients,
  { failed }: Selection,
): FilterView {
  const label = variables.label(filter.of);
  if (f >= mostFilters)
    return unusable(
      label,
      problem("filters-many", `Only the first ${mostFilters} filters are applied.`, "Remove a filter."),
    );
  return filter.kind === "values" ? valuesView() : rangeView();

  function valuesView(): FilterView {
    const found = variables.levels(filter.of);
    if (!found.ok) return unusable(label, found.problem);
    const { codes, levels } = found.value;
    const { selected, total } = countByCode(codes, levels.length, patients, failed, 1 << f);
    const bars = levels.map(({ value, label: shown }, code) => ({
      value,
      label: shown,
      selected: selected[code + 1] ?? 0,
      total: total[code + 1] ?? 0,
    }));
    return { kind: "values", label, bars, missing: { selected: selected[0] ?? 0, total: total[0] ?? 0 } };
  }

  function rangeView(): FilterView {
    const found = variables.numbers(filter.of);
    if (!found.ok) return unusable(label, found.problem);
    const { bins, edges, min, max, unit, date } = found.value;
    const { selected, total } = countByCode(bins, edges.length - 1, patients, failed, 1 << f);
    return {
      kind: "range",
      label,
      unit,
      date,
      min,
      max,
      edges,
      selected: Array.from(selected.subarray(1)),
      total: Array.from(total.subarray(1)),
      missing: { selected: selected[0] ?? 0, total: total[0] ?? 0 },
    };
  }
}

/** Counts per code, entry 0 for code −1. */
function countByCode(codes: Int32Array, size: number, patients: Patients, failed: Uint32Array, bit: number) {
  const { size: sizes } = patients;
  const count = (words: Uint32Array, bits: number) =>
    patients.patient ? tallyPatients(codes, size, patients, words, bits) : tally(codes, size, sizes, words, bits);
  const known = totals.get(codes);
  const total = known?.patients === patients ? known.total : count(nothing(failed.length), 0);
  totals.set(codes, { patients, total });
  return { selected: count(failed, ~bit), total };
}

/** How many patients have each code, filters aside. */
const totals = new WeakMap<Int32Array, { patients: Patients; total: Float64Array }>();

const nothing = (rows: number) => new Uint32Array(rows);

/** The same of intervals: a patient counts once under each code that some interval has. */
function tallyPatients(codes: Int32Array, size: number, patients: Patients, failed: Uint32Array, bits: number) {
  const counts = new Float64Array(size + 1);
  const counted = patientCounter(patients);
  for (let row = 0; row < codes.length; row++) {
    const slot = (codes[row] ?? -1) + 1;
    if (((failed[row] ?? 0) & bits) === 0) counts[slot]! += counted(row, slot);
  }
  return counts;
}

/** Counts by code the patients without any bit of `bits`. */
function tally(codes: Int32Array, size: number, sizes: Patients["size"], failed: Uint32Array, bits: number) {
  const counts = new Float64Array(2 * (size + 1));
  inChunks(codes.length, (from, to) => tallyPart(codes, sizes, failed, bits, counts, size + 1, from, to));
  return counts.subarray(0, size + 1).map((count, code) => count + (counts[size + 1 + code] ?? 0));
}

/**
 * Rows by turns into one of two tables, so that a row need not wait for the one before it to be counted under the same
 * code.
 */
function tallyPart(
  codes: Int32Array,
  sizes: Patients["size"],
  failed: Uint32Array,
  bits: number,
  counts: Float64Array,
  second: number,
  from: number,
  to: number,
): void {
  let row = from;
  for (; row + 1 < to; row += 2) {
    counts[codes[row]! + 1]! += sizes[row]! * (anyBit(failed[row]! & bits) + 1);
    counts[second + codes[row + 1]! + 1]! += sizes[row + 1]! * (anyBit(failed[row + 1]! & bits) + 1);
  }
  if (row < to) counts[codes[row]! + 1]! += sizes[row]! * (anyBit(failed[row]! & bits) + 1);
}

const unusable = (label: string, reason: Problem): FilterView => ({ kind: "unusable", label, problem: reason });
