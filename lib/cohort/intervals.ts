import type { Board, Endpoint } from "../board/board";
import { counted, rowsInWords } from "../format";
import { nth, numberAt } from "../numeric/nth";
import { type Problem, problem } from "../result";
import { timeOrder } from "../survival";
import type { Table } from "../table/table";
import { type EndpointData, endpointData } from "./endpoint";
import { columnsOfTime } from "./endpointTime";
import { afterFirstEvent } from "./leftOut";
import { type Patients, patientsOf } from "./patients";

/** An endpoint whose rows are intervals of patients: what is used of it, what stands in the way, what is to be said. */
export interface Intervals {
  data: EndpointData;
  problem: Problem | null;
  notices: Problem[];
}

/**
 * An endpoint as intervals of patients. A patient is left out whole where one of the intervals cannot be read. Intervals
 * that overlap, and several events or follow-up after one, stand in the way; a gap, in which nobody is at risk, is said.
 */
export function asIntervals(
  data: EndpointData,
  { patient, toFirstEvent }: Pick<Patients, "patient" | "toFirstEvent">,
  { label, entry }: Pick<Endpoint, "label" | "entry">,
): Intervals {
  if (!patient) return { data, problem: null, notices: [] };
  if (data.weight && data.weightKind !== "sampling") return { data, problem: counting(label), notices: [] };
  if (!data.entry || entry === null) return { data, problem: noStart(label), notices: [] };
  const reason = wholePatients(data.reason, patient);
  const { time } = data;
  const found = { overlapping: [] as number[], apart: [] as number[], again: [] as number[] };
  for (const rows of rowsByPatient(patient, data.entry, (row) => reason[row] === 0)) {
    const ended = rows.findIndex((row) => nth(data.cause, row) !== 0);
    const after = ended < 0 ? [] : rows.slice(ended + 1);
    if (after.length > 0) found.again.push(...(toFirstEvent ? after : rows.slice(ended)));
    if (toFirstEvent) for (const row of after) reason[row] = afterFirstEvent;
    for (const [place, row] of rows.slice(1).entries()) {
      const before = nth(rows, place);
      const [end, start] = [numberAt(time, before), numberAt(data.entry, row)];
      if (start < end - near(end)) found.overlapping.push(before, row);
      else if (start > end + near(end) && reason[row] === 0) found.apart.push(before, row);
    }
  }
  const kept = time.map((t, row) => (reason[row] === 0 ? t : Number.NaN));
  return {
    data: { ...data, reason, time: kept, order: timeOrder(kept, data.entry), patient, cluster: patient },
    problem:
      found.overlapping.length > 0
        ? overlap(label, found.overlapping, patient)
        : found.again.length > 0 && !toFirstEvent
          ? severalEvents(label, found.again, patient)
          : null,
    notices: [
      ...(found.apart.length > 0 ? [gaps(label, found.apart, patient)] : []),
      ...(found.again.length > 0 && toFirstEvent ? [unused(label, found.again, patient)] : []),
    ],
  };
}

/** Times are read from decimals: intervals touch where they differ by rounding alone. */
const near = (time: number) => 1e-9 * Math.max(1, Math.abs(time));

/** The reason of a patient's first row that has one, for all of them. */
function wholePatients(reason: Uint8Array, patient: Int32Array): Uint8Array {
  const of = new Map<number, number>();
  reason.forEach((why, row) => {
    const own = nth(patient, row);
    if (why !== 0 && !of.has(own)) of.set(own, why);
  });
  return of.size === 0 ? reason.slice() : reason.map((_, row) => of.get(nth(patient, row)) ?? 0);
}

/** The rows asked for of each patient, by their start. */
function rowsByPatient(patient: Int32Array, entry: Float64Array, asked: (row: number) => boolean): number[][] {
  const lists = rowsOfEach(patient, asked);
  for (const list of lists) list.sort((a, b) => numberAt(entry, a) - numberAt(entry, b));
  return lists;
}

/** The rows asked for of each patient, in the order of the file. */
export function rowsOfEach(patient: Int32Array, asked: (row: number) => boolean): number[][] {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < patient.length; row++) {
    if (!asked(row)) continue;
    const own = nth(patient, row);
    const list = rows.get(own);
    if (list) list.push(row);
    else rows.set(own, [row]);
  }
  return [...rows.values()];
}

/** The row of each patient that ends last, by code. */
export function lastRows(patient: Int32Array, time: Float64Array): Map<number, number> {
  const last = new Map<number, number>();
  for (let row = 0; row < time.length; row++) {
    const own = nth(patient, row);
    const before = last.get(own);
    if (!Number.isNaN(time[row]) && (before === undefined || numberAt(time, row) > numberAt(time, before)))
      last.set(own, row);
  }
  return last;
}

/**
 * Whether the rows of one id look like intervals of time: by some endpoint with an entry they never overlap, and most of
 * them begin where the one before ends. The names of start and end, or null.
 */
export function intervalEvidence(table: Table, board: Board): { start: string; end: string } | null {
  const { patient } = patientsOf(table, { ...board, edits: { ...board.edits, severalRows: "intervals" } });
  if (!patient) return null;
  for (const endpoint of board.endpoints) {
    const read = endpointData(table, endpoint);
    const end = columnsOfTime(endpoint.time).at(-1);
    if (!read.ok || !read.value.entry || endpoint.entry === null || end === undefined) continue;
    const { time, entry, reason } = read.value;
    let [touching, further, overlapping] = [0, 0, 0];
    for (const rows of rowsByPatient(patient, entry, (row) => reason[row] === 0))
      for (const [place, row] of rows.slice(1).entries()) {
        const before = numberAt(time, nth(rows, place));
        further++;
        if (numberAt(entry, row) < before - near(before)) overlapping++;
        else if (numberAt(entry, row) <= before + near(before)) touching++;
      }
    if (overlapping === 0 && touching > further / 2) return { start: endpoint.entry, end };
  }
  return null;
}

const whose = (rows: readonly number[], patient: Int32Array) => new Set(rows.map((row) => patient[row])).size;
const named = (rows: readonly number[]) => [...new Set(rows)].sort((a, b) => a - b).map((row) => row + 1);
const where = (rows: readonly number[]) => rowsInWords(named(rows));

const noStart = (label: string) =>
  problem(
    "intervals-no-start",
    `${label}: the rows are intervals of patients, and nothing says when an interval begins.`,
    "Choose the column as Start of interval in the endpoint.",
  );

const counting = (label: string) =>
  problem(
    "intervals-count-weight",
    `${label}: the rows are intervals of one patient, and their weight says that each stands for many.`,
    "Take the weight away, or read the rows as patients.",
  );

const overlap = (label: string, rows: number[], patient: Int32Array) =>
  problem(
    "intervals-overlap",
    `${label}: intervals of ${counted(whose(rows, patient), "patient")} overlap (${where(rows)}): nobody can be followed twice at one time.`,
    "Correct the times in the file, or choose another way of reading several rows.",
    named(rows),
  );

const severalEvents = (label: string, rows: number[], patient: Int32Array) => {
  const count = whose(rows, patient);
  return problem(
    "intervals-several-events",
    `${label}: ${counted(count, "patient")} ${count === 1 ? "has" : "have"} several events, or ${count === 1 ? "is" : "are"} followed on after one (${where(rows)}). A curve is of one event a patient; recurrent events are not computed.`,
    "Choose “intervals to first event” under Several rows, to see the time to it.",
    named(rows),
  );
};

const gaps = (label: string, rows: number[], patient: Int32Array) => {
  const count = whose(rows, patient);
  return problem(
    "intervals-gaps",
    `${label}: ${counted(count, "patient")} ${count === 1 ? "has" : "have"} gaps between intervals (${where(rows)}); in a gap they are not at risk.`,
    "Complete the intervals in the file if they were followed then.",
    named(rows),
  );
};

const unused = (label: string, rows: number[], patient: Int32Array) => {
  const count = whose(rows, patient);
  return problem(
    "intervals-after-event",
    `${label}: ${counted(rows.length, "interval")} after the first event of ${counted(count, "patient")} ${rows.length === 1 ? "is" : "are"} not used (${where(rows)}).`,
    "Later events are in no number shown.",
    named(rows),
  );
};
