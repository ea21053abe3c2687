import type { TimeUnit } from "../../board/board";
import type { PanelOf } from "../../board/panelForms/registry";
import { findColumn } from "../../cohort/columns";
import { daysIn } from "../../cohort/endpointTime";
import type { Link } from "../../cohort/link";
import { nth } from "../../numeric/nth";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import type { Column, Table } from "../../table";

/** A file of measurements read by patient; rows are those of the second file, from 0. */
export interface Measurements {
  /** Per row of the cohort its changes from baseline in percent, in order of time; the baseline first, at 0%. */
  series: { time: number; change: number }[][];
  /** Per row the best change after baseline, NaN without one. */
  best: Float64Array;
  /** Per row the smallest sum (or change) from baseline on. */
  nadir: Float64Array;
  /** Per row the sum at baseline; NaN where there is none, or changes are given. */
  baseline: Float64Array;
  /** Measurements used, and patients with a measurement after baseline. */
  used: number;
  patients: number;
  /** Rows of the second file that are not used, by reason. */
  unused: { reason: MeasurementReason; rows: number[] }[];
}

export const measurementReasons = {
  "no time": "without a readable time",
  "no value": "without a readable value",
  negative: "with a sum below 0, or a change below −100%",
  "no baseline": "of patients without a measurement at or before time zero",
  "zero baseline": "of patients whose sum is 0 at baseline, so that no change can be told",
  "before baseline": "earlier than the baseline",
  "same time": "of a time that has a later row of the same patient",
} as const;
export type MeasurementReason = keyof typeof measurementReasons;

/**
 * Changes from baseline of a second file. The baseline is the last measurement at or before time zero; where changes
 * themselves are given, what stands at or before time zero is no change. Of several rows of one patient and time the
 * last in the file counts. `times` are in the unit asked for.
 */
export function measurementsOf(
  { rows, table }: Link,
  { value: name, as }: NonNullable<PanelOf<"response">["measurements"]>,
  times: Float64Array,
): Result<Measurements> {
  const column = findColumn(table, name);
  if (!column) return failed(absent(name));
  if (column.kind !== "number") return failed(notNumbers(name));
  const { values } = column;
  const unused = new Map<MeasurementReason, number[]>();
  const leave = (reason: MeasurementReason, row: number) => {
    const known = unused.get(reason);
    if (known) known.push(row);
    else unused.set(reason, [row]);
  };
  const found = {
    series: rows.map((): { time: number; change: number }[] => []),
    best: new Float64Array(rows.length).fill(Number.NaN),
    nadir: new Float64Array(rows.length).fill(Number.NaN),
    baseline: new Float64Array(rows.length).fill(Number.NaN),
  };
  let [used, patients] = [0, 0];
  for (const [patient, own] of rows.entries()) {
    const usable = own.filter((row) => {
      const reason = unusable(nth(times, row), nth(values, row), as);
      if (reason) leave(reason, row);
      return reason === null;
    });
    const sorted = usable.sort((a, b) => nth(times, a) - nth(times, b) || a - b);
    const single = sorted.filter((row, place) => {
      const repeated = sorted[place + 1] !== undefined && times[nth(sorted, place + 1)] === times[row];
      if (repeated) leave("same time", row);
      return !repeated;
    });
    if (single.length === 0) continue;
    const read = as === "sum" ? fromSums(single) : fromChanges(single);
    if (read === null) continue;
    found.baseline[patient] = read.baseline;
    used += read.used;
    found.series[patient] = [{ time: 0, change: 0 }, ...read.after];
    if (read.after.length === 0) continue;
    patients++;
    found.best[patient] = Math.min(...read.after.map(({ change }) => change));
    const low = Math.min(0, nth(found.best, patient));
    found.nadir[patient] = as === "sum" ? read.baseline * (1 + low / 100) : low;
  }
  return ok({
    ...found,
    used,
    patients,
    unused: [...unused].map(([reason, list]) => ({ reason, rows: list.sort((a, b) => a - b) })),
  });

  /** The baseline and what follows; null where there is none to count from. */
  function fromSums(own: number[]) {
    const start = own.findLast((row) => nth(times, row) <= 0);
    if (start === undefined) return leaveAll("no baseline", own);
    const baseline = nth(values, start);
    if (baseline === 0) return leaveAll("zero baseline", own);
    const place = own.indexOf(start);
    for (const row of own.slice(0, place)) leave("before baseline", row);
    const after = own.slice(place + 1).map((row) => ({
      time: nth(times, row),
      change: (100 * (nth(values, row) - baseline)) / baseline,
    }));
    return { baseline, after, used: after.length + 1 };
  }

  function fromChanges(own: number[]) {
    const kept = own.filter((row) => nth(times, row) >= 0);
    for (const row of own) if (nth(times, row) < 0) leave("before baseline", row);
    const after = kept.filter((row) => nth(times, row) > 0);
    return {
      baseline: Number.NaN,
      after: after.map((row) => ({ time: nth(times, row), change: nth(values, row) })),
      used: kept.length,
    };
  }

  function leaveAll(reason: MeasurementReason, own: number[]): null {
    for (const row of own) leave(reason, row);
    return null;
  }
}

function unusable(time: number, value: number, as: "sum" | "percent"): MeasurementReason | null {
  if (Number.isNaN(time)) return "no time";
  if (Number.isNaN(value)) return "no value";
  return value < (as === "sum" ? 0 : -100) ? "negative" : null;
}

/**
 * The times of a second file since time zero in `unit`, per row of that file: numbers in their own unit, or dates less
 * the date of time zero of their patient. NaN where there is none.
 */
export function timesOf(
  { rows, table }: Pick<Link, "rows" | "table">,
  { column: name, unit: given }: { column: string; unit: TimeUnit },
  unit: TimeUnit,
  origin: Float64Array | null,
): Result<Float64Array> {
  const column = findColumn(table, name);
  if (!column) return failed(absent(name));
  if (column.kind === "number") return ok(column.values.map((value) => (value * daysIn[given]) / daysIn[unit]));
  if (column.kind === "category") return failed(notATime(name));
  if (origin === null) return failed(noOrigin(name));
  const times = new Float64Array(table.rows).fill(Number.NaN);
  for (const [patient, own] of rows.entries())
    for (const row of own) times[row] = (nth(column.days, row) - nth(origin, patient)) / daysIn[unit];
  return ok(times);
}

/** The texts of a column of a second file as states, in their order of appearance, and the state of each row. */
export function statesOf(table: Table, name: string | null): { states: string[]; codes: (row: number) => number } {
  const column: Column | undefined = name === null ? undefined : findColumn(table, name);
  if (!column?.written) return { states: [""], codes: () => 0 };
  const { codes, levels } = column.written;
  return { states: levels, codes: (row) => codes[row] ?? -1 };
}

const absent = (name: string) =>
  problem(
    "response-second-column",
    `The second file has no column “${name}”.`,
    "Choose another one beside the figure.",
  );

const notNumbers = (name: string) =>
  problem(
    "response-measurement-kind",
    `“${name}” of the second file is no column of numbers and cannot be the measurement.`,
    "Choose the sum of diameters, or the change in percent, beside the figure.",
  );

const notATime = (name: string) =>
  problem(
    "response-time-kind",
    `“${name}” of the second file is no column of numbers or dates and cannot be a time.`,
    "Choose the time since time zero, or a date, beside the figure.",
  );

const noOrigin = (name: string): Problem =>
  problem(
    "response-origin-absent",
    `“${name}” of the second file holds dates, and nothing says when time zero was.`,
    "Choose the date of time zero beside the figure.",
  );
