import type { Endpoint, Panel } from "../board/board";
import { changedCells, changeId } from "../cohort/changes";
import { type ChangedCell, changedByRow } from "../cohort/changes/changedByRow";
import type { CohortTable } from "../cohort/cohortTable";
import { countOf } from "../cohort/counting";
import { columnsOfTime } from "../cohort/endpointTime";
import { lastRows } from "../cohort/intervals";
import type { Patients } from "../cohort/patients";
import { nth } from "../numeric/nth";
import type { Grouped } from "../panels/grouped";
import type { PanelPart } from "../panels/panelKind";
import type { Prepared } from "../panels/prepared";
import { panelKinds } from "../panels/registry";
import { cellTexts, lineOf, type Table } from "../table";

/** Which rows are asked for. */
export type RowsAsked =
  /** Rows counted from 1, as a ledger or a notice names them; of the second file of a join where one is named. */
  | { of: "rows"; rows: number[]; columns: string[]; join?: string }
  /** Every row of the cohort's table. */
  | { of: "table"; columns: string[] }
  /** The cells of one line of the ledger of changes. */
  | { of: "change"; id: string }
  /** What of a panel its kind understands, such as a characteristic, its level and a group. */
  | { of: "part"; panel: string; part: PanelPart }
  | FigureRows;

/**
 * From a figure: the patients of a group (`level` null: of all groups), or those with an event, censored, or at risk,
 * in its unit of time.
 */
export interface FigureRows {
  of: "figure";
  panel: string;
  level: string | null;
  kind: "all" | "event" | "censored" | "atRisk";
  /** Inclusive; null is open. Patients at risk are those at risk at `from`. */
  from: number | null;
  to: number | null;
}

/** A stretch of the rows that were asked for, as texts. */
export interface RowsShown {
  total: number;
  /** How many patients the rows stand for, by a count weight or as their intervals; null where each is one. */
  patients: number | null;
  /** Those the question is about first, then the others in the order of the file. */
  columns: { name: string; concerned: boolean }[];
  /**
   * `row` is the data row, from 1; `line` that of the file. `original`: what stands in the file where the question is
   * about a changed cell; `changed`: of every row of the table, the cells that count as something else.
   */
  rows: { row: number; line: number; cells: string[]; original: string | null; changed: ChangedCell[] }[];
}

/**
 * The stretch from `from` to before `to`, with the first `width` columns. `file` is the table that the rows are counted
 * in. Null where the panel has no such rows.
 */
export function rowsBehind(
  file: Table,
  cohort: CohortTable,
  prepared: Prepared,
  asked: RowsAsked,
  { from, to, width }: { from: number; to: number; width: number },
): RowsShown | null {
  const found = rowsOf(file, cohort, prepared, asked);
  if (!found) return null;
  const table = asked.of === "rows" && asked.join !== undefined ? file : cohort.table;
  const concerned = new Set(found.columns);
  const first = found.columns.flatMap((name) => table.columns.filter((column) => column.name === name));
  const columns = [...first, ...table.columns.filter(({ name }) => !concerned.has(name))];
  const texts = columns.slice(0, width).map((column) => cellTexts(table, column));
  const rows = Array.from(found.rows.slice(from, to), (row) => ({
    row: row + 1,
    line: lineOf(table, row),
    cells: texts.map((text) => text(row)),
    original: found.originals?.get(row) ?? null,
    changed: found.changed?.get(row) ?? [],
  }));
  return {
    total: found.rows.length,
    patients:
      found.patients && (found.patients.weighted || found.patients.patient)
        ? countOf(Array.from(found.rows), found.patients)
        : null,
    columns: columns.map(({ name }) => ({ name, concerned: concerned.has(name) })),
    rows,
  };
}

interface FoundRows {
  /** From 0. */
  rows: ArrayLike<number> & { slice(from: number, to: number): ArrayLike<number> & Iterable<number> };
  columns: string[];
  originals: Map<number, string> | null;
  changed?: ReadonlyMap<number, ChangedCell[]>;
  /** Who counts them; null for the rows of a second file. */
  patients: Patients | null;
}

function rowsOf(file: Table, cohort: CohortTable, prepared: Prepared, asked: RowsAsked): FoundRows | null {
  const { patientId } = prepared.board;
  const { patients } = prepared;
  const withId = (names: string[]) => [...new Set([...(patientId === null ? [] : [patientId]), ...names])];
  switch (asked.of) {
    case "rows":
      return {
        rows: asked.rows.map((row) => row - 1).filter((row) => row >= 0 && row < file.rows),
        columns: withId(asked.columns),
        originals: null,
        patients: asked.join === undefined ? patients : null,
      };
    case "table": {
      const { rows: length } = cohort.table;
      const slice = (from: number, to: number) =>
        Array.from({ length: Math.max(0, Math.min(to, length) - from) }, (_, place) => from + place);
      const changed = changedByRow(cohort, prepared.board);
      return { rows: { length, slice }, columns: asked.columns, originals: null, changed, patients: null };
    }
    case "change": {
      const change = changedCells(cohort, prepared.board).find((each) => changeId(each) === asked.id);
      if (!change) return null;
      const originals = new Map(change.cells.map(({ row, from }) => [row, from]));
      return { rows: change.cells.map(({ row }) => row), columns: withId([change.column]), originals, patients };
    }
    case "part": {
      const panel = prepared.board.panels.find(({ id }) => id === asked.panel);
      const found = panel ? panelKinds[panel.kind].part(prepared, panel, asked.part) : null;
      return found && { rows: found.rows, columns: withId(found.columns), originals: null, patients };
    }
    case "figure": {
      const panel = prepared.board.panels.find(({ id }) => id === asked.panel);
      const grouped = panel ? panelKinds[panel.kind].rows(prepared, panel) : null;
      if (!panel || !grouped || "state" in grouped) return null;
      const columns = withId(columnsOf(panel, grouped.endpoint));
      return { rows: figureRows(grouped, asked), columns, originals: null, patients: grouped.patients };
    }
  }
}

const nearly = 1e-9;

function figureRows({ data, group, levels }: Grouped, { level, kind, from, to }: FigureRows): number[] {
  const wanted = level === null ? null : levels.findIndex(({ value }) => value === level);
  const low = from === null ? Number.NEGATIVE_INFINITY : from - nearly * Math.abs(from);
  const high = to === null ? Number.POSITIVE_INFINITY : to + nearly * Math.abs(to);
  const rows: number[] = [];
  // Of a patient's intervals only the last can end censored.
  const last = data.patient && lastRows(data.patient, data.time);
  for (let row = 0; row < group.length; row++) {
    if (kind === "censored" && last && last.get(nth(data.patient as Int32Array, row)) !== row) continue;
    if (nth(group, row) < 0 || (wanted !== null && group[row] !== wanted)) continue;
    const time = nth(data.time, row);
    const within = time >= low && time <= high;
    if (
      kind === "atRisk" ? isAtRisk(time, data.entry?.[row] ?? null, low) : within && isKind(kind, nth(data.cause, row))
    )
      rows.push(row);
  }
  return rows;
}

/** At risk at t: not yet ended before t, and entered before t. */
const isAtRisk = (time: number, entry: number | null, at: number) => time >= at && (entry === null || entry < at);

/** A competing event ends the observation of this one: in the curve it is censored. */
const isKind = (kind: "all" | "event" | "censored", cause: number) =>
  kind === "all" || (kind === "event" ? cause === 1 : cause !== 1);

function columnsOf(panel: Panel, { time, event, entry, weight }: Endpoint): string[] {
  const group = "group" in panel && panel.group !== null && "column" in panel.group ? [panel.group.column] : [];
  const others = [event?.column, event?.competing?.column, entry, weight?.column];
  return [...group, ...columnsOfTime(time), ...others.filter((name) => typeof name === "string")];
}
