import type { Board, Filter } from "../board/board";
import { type Problem, problem } from "../result";
import type { Patients } from "./patients";
import type { Variables } from "./variables";

/**
 * One bit per filter and row: bit f of `failed[row]` is set where the row fails filter f. A row is selected when the word is 0, and it
 * counts in the bars of filter f when no other bit is set: a filter never hides its own bars.
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
 * The same for a run of boards: only filters that have changed since the last board are marked anew. Each answer stands until the next
 * board is asked about.
 */
export function selections(rows: number): (board: Board, variables: Variables, patients: Patients) => Selection {
  const failed = new Uint32Array(rows);
  let marked: string[] = [];
  let known: Variables | null = null;
  return (board, variables, patients) => {
    const keys = board.filters.slice(0, mostFilters).map((filter) => JSON.stringify(filter));
    for (let f = 0; f < Math.max(keys.length, marked.length); f++) {
      if (variables === known && keys[f] === marked[f]) continue;
      if (marked[f] !== undefined) unmark(failed, 1 << f);
      if (keys[f] !== undefined) markFailures(failed, 1 << f, board.filters[f], variables);
    }
    marked = keys;
    known = variables;
    return { failed, selected: countSelected(failed, patients.represents) };
  };
}

function unmark(failed: Uint32Array, bit: number): void {
  const others = ~bit;
  for (let row = 0; row < failed.length; row++) failed[row] &= others;
}

function countSelected(failed: Uint32Array, represents: Uint8Array): number {
  let selected = 0;
  for (let row = 0; row < failed.length; row++) if (failed[row] === 0) selected += represents[row];
  return selected;
}

function markFailures(failed: Uint32Array, bit: number, filter: Filter, variables: Variables): void {
  const missingFails = filter.missing ? 0 : bit;
  if (filter.kind === "range") {
    const numbers = variables.numbers(filter.of);
    if (!numbers.ok) return;
    const { values } = numbers.value;
    const min = filter.min ?? Number.NEGATIVE_INFINITY;
    const max = filter.max ?? Number.POSITIVE_INFINITY;
    if (filter.min === null && filter.max === null && filter.missing) return;
    for (let row = 0; row < failed.length; row++) {
      const value = values[row];
      if (Number.isNaN(value)) failed[row] |= missingFails;
      else if (value < min || value > max) failed[row] |= bit;
    }
    return;
  }
  const levels = variables.levels(filter.of);
  if (!levels.ok || (filter.values === null && filter.missing)) return;
  const { codes } = levels.value;
  const wanted = filter.values === null ? null : new Set(filter.values);
  const fails = levels.value.levels.map(({ value }) => (wanted === null || wanted.has(value) ? 0 : bit));
  for (let row = 0; row < failed.length; row++) failed[row] |= codes[row] < 0 ? missingFails : fails[codes[row]];
}

export function filterViews(
  board: Board,
  variables: Variables,
  patients: Patients,
  selection: Selection,
): FilterView[] {
  return board.filters.map((filter, f) => {
    const label = variables.label(filter.of);
    if (f >= mostFilters)
      return unusable(
        label,
        problem("filters-many", `Only the first ${mostFilters} filters are applied.`, "Remove a filter."),
      );
    return filter.kind === "values" ? valuesView(filter, 1 << f, label) : rangeView(filter, 1 << f, label);
  });

  function valuesView(filter: Filter, bit: number, label: string): FilterView {
    const found = variables.levels(filter.of);
    if (!found.ok) return unusable(label, found.problem);
    const { codes, levels } = found.value;
    const { selected, total } = countByCode(codes, levels.length, patients, selection.failed, bit);
    const bars = levels.map(({ value, label: shown }, code) => ({
      value,
      label: shown,
      selected: selected[code + 1],
      total: total[code + 1],
    }));
    return { kind: "values", label, bars, missing: { selected: selected[0], total: total[0] } };
  }

  function rangeView(filter: Filter, bit: number, label: string): FilterView {
    const found = variables.numbers(filter.of);
    if (!found.ok) return unusable(label, found.problem);
    const { bins, edges, min, max, unit, date } = found.value;
    const { selected, total } = countByCode(bins, edges.length - 1, patients, selection.failed, bit);
    const missing = { selected: selected[0], total: total[0] };
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
      missing,
    };
  }
}

/** Counts per code, entry 0 for code −1. */
function countByCode(codes: Int32Array, size: number, patients: Patients, failed: Uint32Array, bit: number) {
  const selected = new Uint32Array(size + 1);
  const total = new Uint32Array(size + 1);
  const others = ~bit;
  for (let row = 0; row < codes.length; row++) {
    if (patients.represents[row] === 0) continue;
    total[codes[row] + 1]++;
    if ((failed[row] & others) === 0) selected[codes[row] + 1]++;
  }
  return { selected, total };
}

const unusable = (label: string, reason: Problem): FilterView => ({ kind: "unusable", label, problem: reason });
