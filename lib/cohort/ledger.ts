import type { Table } from "../table/table";
import { countOf, patientCounter } from "./counting";
import type { EndpointData } from "./endpoint";
import { lastRows } from "./intervals";
import { afterFirstEvent, leftOutReasons } from "./leftOut";
import type { Link } from "./link";
import type { Patients } from "./patients";

/** One line of the ledger: how many, why, and which data rows (from 1; the first 10,000). */
export interface LedgerLine {
  reason: string;
  count: number;
  rows: number[];
}

/**
 * rows − merged = patients; patients − left out = used. Every row of the file is in exactly one place. Where a count
 * weight says how many patients a row stands for, all counts but those of rows, merged and weightless are patients.
 */
export interface Ledger {
  rows: number;
  merged: LedgerLine;
  /** A count weight says how many patients a row stands for. */
  weighted: boolean;
  /** Rows whose count weight is no number of patients, which stand for nobody. */
  weightless: LedgerLine;
  patients: number;
  leftOut: LedgerLine[];
  used: number;
  /** Of the second files that a panel reads. */
  seconds: SecondLedger[];
}

/** What became of the rows of a second file, which are counted in that file: rows − left out = used. */
export interface SecondLedger {
  join: string;
  file: string;
  /** What its rows are read as: "alterations". */
  as: string;
  /** What is counted: "row", or "sample" of a file of genes × samples. */
  unit: "row" | "sample";
  rows: number;
  leftOut: LedgerLine[];
  used: number;
}

const mostRows = 10_000;

/** The ledger of all patients, before anybody is left out. */
export const patientsLedger = (
  table: Table,
  { merged, patient, representative, weighted, weightless, heldBackUnder, count }: Patients,
): Ledger => ({
  rows: table.rows,
  merged: patient
    ? lineOf("further intervals of the same patients", furtherRows(representative), table.rows - count)
    : lineOf("merged into another row of the same patient", merged, merged.length),
  weighted,
  weightless: lineOf(withoutWeight(weightless.length, heldBackUnder), weightless, weightless.length),
  patients: count,
  leftOut: [],
  used: count,
  seconds: [],
});

/** Of a second file: rows of nobody, then `lines` with rows of it (from 0), none of them in two lines. */
export function secondLedger(
  { join, view: { file, counts } }: Link,
  as: string,
  lines: readonly { reason: string; rows: readonly number[] }[],
  unit: SecondLedger["unit"] = "row",
): SecondLedger {
  const { rows = 0, unmatchedRowCount: ofNobody = 0, unmatchedRows = [] } = counts ?? {};
  const leftOut = [
    { reason: "of no patient of the cohort", count: ofNobody, rows: unmatchedRows },
    ...lines.map((line) => lineOf(line.reason, line.rows, line.rows.length)),
  ].filter(({ count }) => count > 0);
  const used = rows - leftOut.reduce((sum, { count }) => sum + count, 0);
  return { join: join.id, file, as, unit, rows, leftOut, used };
}

/** The rows of patients whom another row represents; the first that a ledger names. */
function furtherRows(representative: Int32Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < representative.length && rows.length < mostRows; row++)
    if (representative[row] !== row) rows.push(row);
  return rows;
}

/** Of rows, where all else are patients. */
function withoutWeight(rows: number, under: number | null): string {
  const which = rows === 1 ? "row" : "rows";
  if (under === null) return `${which} without a usable weight`;
  return `${which} of 1 to ${under - 1} patients in cells of too few, whose number was held back`;
}

const lineOf = (reason: string, rows: readonly number[], count: number): LedgerLine => ({
  reason,
  count,
  rows: rows.slice(0, mostRows).map((row) => row + 1),
});

/** Of an endpoint; `patients` counted by its weight. */
export function ledgerOf(table: Table, patients: Patients, endpoint: EndpointData): Ledger {
  const lines = leftOutReasons.map((reason): LedgerLine => ({ reason, count: 0, rows: [] }));
  const counted = patientCounter(patients);
  let used = 0;
  for (let row = 0; row < table.rows; row++) {
    if (patients.size[row] === 0) continue;
    const reason = endpoint.reason[row] ?? 0;
    const line = lines[reason - 1];
    if (line && reason !== afterFirstEvent) enter(line, row, counted(row, reason));
    else if (reason === 0) used += counted(row, reason);
  }
  return { ...patientsLedger(table, patients), leftOut: lines.filter(({ count }) => count > 0), used };
}

/**
 * The ledger of a panel: patients it leaves out beside those of the endpoint, such as those without a group, are one
 * more line.
 */
export function withLeftOut(
  ledger: Ledger,
  reason: string,
  rows: number[],
  patients: Pick<Patients, "size" | "patient">,
): Ledger {
  if (rows.length === 0) return ledger;
  const count = countOf(rows, patients);
  return { ...ledger, leftOut: [...ledger.leftOut, lineOf(reason, rows, count)], used: ledger.used - count };
}

export interface LeftOut {
  reason: string;
  count: number;
  /** The count is one of rows, of which nobody knows how many patients they stand for. */
  ofRows?: true;
  /** The count is held back, being smaller than this; `count` is NaN then. */
  under?: number;
}

/** Whom an endpoint leaves out of those the filters keep, by reason; `patients` counted by its weight. */
export function leftOutUnder(
  { failed }: { failed: Uint32Array },
  ledger: Ledger,
  patients: Patients,
  { reason }: EndpointData,
): LeftOut[] {
  const without = weightlessUnder({ failed }, patients);
  if (ledger.leftOut.length === 0) return without;
  const counts = new Float64Array(leftOutReasons.length + 1);
  const counted = patientCounter(patients);
  for (let row = 0; row < reason.length; row++)
    if (failed[row] === 0 && reason[row] !== afterFirstEvent)
      counts[reason[row] ?? 0]! += counted(row, reason[row] ?? 0);
  return [...leftOutReasons.map((why, place) => ({ reason: why, count: counts[place + 1] ?? 0 })), ...without];
}

/** The rows without a usable weight that the filters keep. */
export function weightlessUnder(
  { failed }: { failed: Uint32Array },
  { weightless, heldBackUnder }: Patients,
): LeftOut[] {
  const count = weightless.filter((row) => failed[row] === 0).length;
  return count === 0 ? [] : [{ reason: withoutWeight(count, heldBackUnder), count, ofRows: true }];
}

function enter(line: LedgerLine, row: number, size: number): void {
  line.count += size;
  if (line.rows.length < mostRows) line.rows.push(row + 1);
}

/** How the follow-up of the used patients ended. */
export interface Outcomes {
  event: number;
  censored: number;
  competing: number;
  /** Sum of their times, each as often as there are patients, in the endpoint's unit. */
  followUp: number;
}

/** `patients` counted by the weight of the endpoint; of intervals the last says how a patient's follow-up ended. */
export function outcomesOf(patients: Patients, { reason, cause, time }: EndpointData): Outcomes {
  const counts = { event: 0, censored: 0, competing: 0, followUp: 0 };
  const last = patients.patient && lastRows(patients.patient, time);
  for (let row = 0; row < cause.length; row++) {
    const size = patients.size[row] ?? 0;
    if (size === 0 || reason[row] !== 0 || (last && last.get(patients.patient?.[row] ?? -1) !== row)) continue;
    counts[cause[row] === 0 ? "censored" : cause[row] === 1 ? "event" : "competing"] += size;
    counts.followUp += size * (time[row] ?? 0);
  }
  return counts;
}
