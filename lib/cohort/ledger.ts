import type { Table } from "../table/table";
import type { EndpointData } from "./endpoint";
import { leftOutReasons } from "./leftOut";
import type { Patients } from "./patients";

/** One line of the ledger: how many, why, and which data rows (from 1; the first 10,000). */
export interface LedgerLine {
  reason: string;
  count: number;
  rows: number[];
}

/** rows − merged = patients; patients − left out = used. Every row of the file is in exactly one place. */
export interface Ledger {
  rows: number;
  merged: LedgerLine;
  patients: number;
  leftOut: LedgerLine[];
  used: number;
}

const mostRows = 10_000;

/** The ledger of all patients, before anybody is left out. */
export const patientsLedger = (table: Table, patients: Patients): Ledger => ({
  rows: table.rows,
  merged: mergedRows(patients),
  patients: patients.count,
  leftOut: [],
  used: patients.count,
});

const mergedRows = ({ merged }: Patients): LedgerLine => ({
  reason: "merged into another row of the same patient",
  count: merged.length,
  rows: merged.slice(0, mostRows).map((row) => row + 1),
});

export function ledgerOf(table: Table, patients: Patients, endpoint: EndpointData): Ledger {
  const lines = leftOutReasons.map((reason): LedgerLine => ({ reason, count: 0, rows: [] }));
  let used = 0;
  for (let row = 0; row < table.rows; row++) {
    if (patients.represents[row] === 0) continue;
    const line = lines[(endpoint.reason[row] ?? 0) - 1];
    if (line) enter(line, row);
    else used++;
  }
  return { ...patientsLedger(table, patients), leftOut: lines.filter(({ count }) => count > 0), used };
}

/**
 * The ledger of a panel: patients it leaves out beside those of the endpoint, such as those without a group, are one
 * more line.
 */
export function withLeftOut(ledger: Ledger, reason: string, rows: number[]): Ledger {
  if (rows.length === 0) return ledger;
  const line: LedgerLine = {
    reason,
    count: rows.length,
    rows: rows.slice(0, mostRows).map((row) => row + 1),
  };
  return { ...ledger, leftOut: [...ledger.leftOut, line], used: ledger.used - rows.length };
}

export interface LeftOut {
  reason: string;
  count: number;
}

/** Whom an endpoint leaves out of those the filters keep, by reason. */
export function leftOutUnder(
  { failed }: { failed: Uint32Array },
  ledger: Ledger,
  { represents }: Patients,
  { reason }: EndpointData,
): LeftOut[] {
  if (ledger.leftOut.length === 0) return [];
  const counts = new Uint32Array(leftOutReasons.length + 1);
  for (let row = 0; row < reason.length; row++)
    if (represents[row] !== 0 && failed[row] === 0) counts[reason[row] ?? 0]! += 1;
  return leftOutReasons.map((why, place) => ({ reason: why, count: counts[place + 1] ?? 0 }));
}

function enter(line: LedgerLine, row: number): void {
  line.count++;
  if (line.rows.length < mostRows) line.rows.push(row + 1);
}

/** How the follow-up of the used patients ended. */
export interface Outcomes {
  event: number;
  censored: number;
  competing: number;
  /** Sum of their times, in the endpoint's unit. */
  followUp: number;
}

export function outcomesOf(patients: Patients, { reason, cause, time }: EndpointData): Outcomes {
  const counts = { event: 0, censored: 0, competing: 0, followUp: 0 };
  for (let row = 0; row < cause.length; row++) {
    if (patients.represents[row] === 0 || reason[row] !== 0) continue;
    counts[cause[row] === 0 ? "censored" : cause[row] === 1 ? "event" : "competing"]++;
    counts.followUp += time[row] ?? 0;
  }
  return counts;
}
