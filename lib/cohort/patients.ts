import type { Board } from "../board/board";
import { type Problem, problem } from "../result";
import type { Column, Table } from "../table/table";
import { findColumn } from "./columns";

/** Rows and patients are two things: `represents[row]` is 1 where the row stands for a patient, 0 where it was merged into one. */
export interface Patients {
  represents: Uint8Array;
  count: number;
  /** 0-based rows merged into another row of the same patient. */
  merged: number[];
  /** What must be decided before any curve is drawn; null when nothing. */
  blocked: Problem | null;
  notices: Problem[];
}

/**
 * One row per patient. Without an id column every row is a patient. Rows of one id that agree in every column are merged; rows that
 * differ wait for the user's rule (`edits.severalRows`). Rows without an id are patients of their own, and said.
 */
export function patientsOf(table: Table, board: Board): Patients {
  const represents = new Uint8Array(table.rows).fill(1);
  const idColumn = board.patientId === null ? undefined : findColumn(table, board.patientId);
  const nothing: Patients = { represents, count: table.rows, merged: [], blocked: null, notices: [] };
  if (board.patientId === null) return nothing;
  if (!idColumn) {
    const blocked = problem(
      "id-absent",
      `The file has no column “${board.patientId}”, which is set as the patient id.`,
      "Choose the id column in Data.",
    );
    return { ...nothing, blocked };
  }
  const { first, last, withoutId, severalRows, differing } = rowsById(table, idColumn);
  const notices = withoutId.length > 0 ? [blankIds(withoutId, idColumn.name)] : [];
  if (severalRows === 0) return { ...nothing, notices };
  const rule = board.edits.severalRows;
  const keep = rule === "last" ? last : first;
  const merged: number[] = [];
  const key = keyOf(idColumn);
  for (let row = 0; row < table.rows; row++) {
    const value = key(row);
    if (value !== null && keep.get(value) !== row) {
      represents[row] = 0;
      merged.push(row);
    }
  }
  const blocked = differing.length > 0 && rule === null ? askForRule(differing, idColumn.name) : null;
  return { represents, count: table.rows - merged.length, merged, blocked, notices };
}

function rowsById(table: Table, idColumn: Column) {
  const key = keyOf(idColumn);
  const first = new Map<string | number, number>();
  const last = new Map<string | number, number>();
  const withoutId: number[] = [];
  const differing: number[] = [];
  let severalRows = 0;
  for (let row = 0; row < table.rows; row++) {
    const value = key(row);
    if (value === null) {
      withoutId.push(row);
      continue;
    }
    const before = first.get(value);
    if (before === undefined) first.set(value, row);
    else {
      severalRows++;
      if (!table.columns.every((column) => sameCell(column, before, row))) differing.push(row);
    }
    last.set(value, row);
  }
  return { first, last, withoutId, severalRows, differing };
}

function keyOf(column: Column): (row: number) => string | number | null {
  if (column.written) {
    const { codes } = column.written;
    return (row) => (codes[row] < 0 ? null : codes[row]);
  }
  const values = column.kind === "number" ? column.values : column.kind === "date" ? column.days : new Float64Array(0);
  return (row) => (Number.isNaN(values[row]) ? null : values[row]);
}

function sameCell(column: Column, a: number, b: number): boolean {
  if (column.written) return column.written.codes[a] === column.written.codes[b];
  const values = column.kind === "number" ? column.values : column.kind === "date" ? column.days : new Float64Array(0);
  return Object.is(values[a], values[b]);
}

function blankIds(rows: number[], name: string): Problem {
  return problem(
    "id-blank",
    `${rows.length} ${rows.length === 1 ? "row has" : "rows have"} no “${name}”; each counts as a patient of its own.`,
    "Complete the ids in the file if some of these rows belong together.",
    rows.map((row) => row + 1),
  );
}

function askForRule(rows: number[], name: string): Problem {
  return problem(
    "id-several-rows",
    `${rows.length} ${rows.length === 1 ? "row repeats" : "rows repeat"} an earlier “${name}” with other values.`,
    "Say which row stands for the patient: the first or the last. The curves wait for your answer.",
    rows.map((row) => row + 1),
  );
}
