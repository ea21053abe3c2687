import type { Board } from "../board/board";
import { nth } from "../numeric/nth";
import { cellText, type Table } from "../table";
import { findColumn } from "./columns";
import { endpointData, unitOfEndpoint } from "./endpoint";
import { asIntervals, lastRows } from "./intervals";
import type { Patients } from "./patients";

/** What two cuts of one cohort are compared by: each patient's id, row and outcomes. It stays in the page. */
export interface CutRecord {
  ids: string[];
  /** Data rows from 1. */
  rows: number[];
  endpoints: { id: string; label: string; time: Float64Array; cause: Uint8Array; unit: string }[];
}

/** What became of the patients of an earlier cut; rows are those of the later file. */
export interface CutChanges {
  /** Ids of the earlier cut that the later one does not have. */
  gone: string[];
  added: number;
  endpoints: {
    id: string;
    label: string;
    /** Follow-up ends earlier than before. */
    shorter: number[];
    /** Had the event, and has it no longer. */
    undone: number[];
    /** Had none, and has it now. */
    events: number[];
  }[];
}

/** Null without a patient id, by which alone two cuts can be compared. */
export function cutRecord(table: Table, patients: Patients, board: Board): CutRecord | null {
  const column = board.patientId === null ? undefined : findColumn(table, board.patientId);
  if (!column) return null;
  const heads = [...patients.represents.keys()].filter(
    // Of intervals the first row is the patient, and the last tells what became of them.
    (row) => patients.represents[row] === 1 && patients.representative[row] === row && cellText(column, row) !== "",
  );
  const endpoints = board.endpoints.flatMap((endpoint) => {
    const data = endpointData(table, endpoint);
    if (!data.ok) return [];
    const { time, cause, patient } = asIntervals(data.value, patients, endpoint).data;
    const last = patient && lastRows(patient, time);
    const ended = (row: number) => (last ? (last.get(nth(patient, row)) ?? row) : row);
    const { id, label } = endpoint;
    const unit = unitOfEndpoint(endpoint);
    return [
      {
        id,
        label,
        unit,
        time: Float64Array.from(heads, (row) => time[ended(row)] ?? Number.NaN),
        cause: Uint8Array.from(heads, (row) => cause[ended(row)] ?? 0),
      },
    ];
  });
  return { ids: heads.map((row) => cellText(column, row)), rows: heads.map((row) => row + 1), endpoints };
}

/** Patients are the same by their id; times within 1e-8 of each other are the same, units must be. */
export function cutChanges(before: CutRecord, after: CutRecord): CutChanges {
  const place = new Map(after.ids.map((id, index) => [id, index]));
  const gone = before.ids.filter((id) => !place.has(id));
  const endpoints = before.endpoints.flatMap((old) => {
    const now = after.endpoints.find(({ id, unit }) => id === old.id && unit === old.unit);
    if (!now) return [];
    const changes = {
      id: old.id,
      label: now.label,
      shorter: [] as number[],
      undone: [] as number[],
      events: [] as number[],
    };
    for (const [index, id] of before.ids.entries()) {
      const other = place.get(id) ?? -1;
      const [earlier, later, row] = [old.time[index] ?? Number.NaN, now.time[other] ?? Number.NaN, after.rows[other]];
      if (row === undefined || Number.isNaN(earlier) || Number.isNaN(later)) continue;
      if (later < earlier - 1e-8) changes.shorter.push(row);
      if (old.cause[index] === 1 && now.cause[other] !== 1) changes.undone.push(row);
      if (old.cause[index] !== 1 && now.cause[other] === 1) changes.events.push(row);
    }
    return [changes];
  });
  return { gone, added: after.ids.length - (before.ids.length - gone.length), endpoints };
}
