import type { Endpoint, TimeUnit } from "../../board/board";
import { formatCount } from "../../format";
import type { Notice } from "../../table";
import { spreadName } from "../collapse";
import { wholeReadings } from "../eventMeaning";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, named, quotedNames } from "./columnWords";
import { codingFor, endpointFrom } from "./endpointParts";
import type { Layout, Proposal } from "./layout";

/** A data set of R's survival package by the columns that it alone has, with what its help page says of its times. */
interface DataSet {
  name: string;
  columns: string[];
  unit: TimeUnit;
  endpoints: { id: string; label: string; time: string; event: string; deathOnly: boolean }[];
  patientId?: string;
}

const survival = (time: string, event: string) => [
  { id: "os", label: "Overall survival", time, event, deathOnly: true },
];

const dataSets: DataSet[] = [
  { name: "lung", columns: ["time", "status", "ph.ecog"], unit: "days", endpoints: survival("time", "status") },
  {
    name: "pbc",
    columns: ["time", "status", "bili", "albumin"],
    unit: "days",
    endpoints: survival("time", "status"),
    patientId: "id",
  },
  {
    name: "veteran",
    columns: ["time", "status", "celltype", "karno"],
    unit: "days",
    endpoints: survival("time", "status"),
  },
  { name: "ovarian", columns: ["futime", "fustat"], unit: "days", endpoints: survival("futime", "fustat") },
  {
    name: "rotterdam",
    columns: ["rtime", "recur", "dtime", "death"],
    unit: "days",
    endpoints: [
      { id: "rfs", label: "Time to recurrence", time: "rtime", event: "recur", deathOnly: false },
      { id: "os", label: "Overall survival", time: "dtime", event: "death", deathOnly: true },
    ],
    patientId: "pid",
  },
];

const dataSetOf = (summary: TableSummary) =>
  dataSets.find(({ columns }) => columns.every((name) => summary.columns.some((column) => column.name === name)));

/** A time and a status whose values, 1 and 2 or 0, 1 and 2, can be meant in more than one way. */
function openPair(summary: TableSummary): { time: ColumnSummary; status: ColumnSummary } | null {
  const time = named(summary, "time", "futime", "days", "survtime");
  const status = named(summary, "status", "event", "cens", "delta", "censor");
  const values = (status?.levels ?? [])
    .map(({ value }) => value)
    .sort()
    .join();
  return time?.kind === "number" && status && (values === "1,2" || values === "0,1,2") ? { time, status } : null;
}

/** The two rows of R's colon data: recurrence (etype 1) and death (etype 2) of one patient. */
const colonColumns = (summary: TableSummary) => {
  const [time, status, etype, id] = ["time", "status", "etype", "id"].map((name) => named(summary, name));
  const levels = (etype?.levels ?? []).map(({ value }) => value);
  return time && status && etype && id && levels.every((value) => value === "1" || value === "2")
    ? { time, status, etype, id }
    : null;
};

function colonProposal(
  summary: TableSummary,
  { time, status, etype, id }: NonNullable<ReturnType<typeof colonColumns>>,
): Proposal {
  const one = (kind: string, label: string, value: string, deathOnly: boolean) =>
    endpointFrom({
      id: kind,
      label,
      time: { from: "column", column: spreadName(time.name, value), unit: "days" },
      event: { column: spreadName(status.name, value), coding: codingFor(status, deathOnly) },
    });
  return {
    endpoints: [one("recurrence", "Time to recurrence", "1", false), one("os", "Overall survival", "2", true)],
    patientId: id.name,
    pivot: { parameter: etype.name, values: [time.name, status.name] },
    group: armColumn(summary),
    shownIn: "years",
  };
}

/**
 * Intervals from a start to a stop, as R's Surv(start, stop, event) takes them: patients come under observation at the
 * start.
 */
function intervals(summary: TableSummary) {
  const start = named(summary, "start", "tstart", "entry", "time0");
  const stop = named(summary, "stop", "tstop", "exit", "time1");
  const event = named(summary, "event", "status", "death", "fail");
  return start?.kind === "number" && stop?.kind === "number" && event ? { start, stop, event } : null;
}

function intervalProposal(
  summary: TableSummary,
  { start, stop, event }: NonNullable<ReturnType<typeof intervals>>,
): Proposal {
  const endpoint = endpointFrom({
    id: "survival",
    label: "Survival",
    time: { from: "column", column: stop.name, unit: null },
    event: { column: event.name, coding: codingFor(event, false) },
    entry: start.name,
  });
  // With an id the rows of a patient are asked about; without one every row counts as a patient.
  const id = named(summary, "id", "patient", "subject", "patientid", "subjectid", "pid");
  return { endpoints: [endpoint], patientId: id?.name ?? null, group: armColumn(summary) };
}

/** What has to be asked of a status that can be read in more than one way. */
function openNote({ name, levels }: ColumnSummary): Notice[] {
  const lines = [...(levels ?? [])].sort((a, b) => a.value.localeCompare(b.value));
  const readings = wholeReadings(lines);
  if (readings.length === 0) return [];
  return [
    {
      code: "event-coding-open",
      count: lines.reduce((sum, { count }) => sum + count, 0),
      columns: [name],
      message: `“${name}” can be read in ${formatCount(readings.length)} ways: ${readings.map(({ words }) => words).join("; or ")}.`,
      hint: "Choose one in the endpoint. The curve waits for your answer.",
    },
  ];
}

/** Data sets of R's survival package written as CSV, and files that follow their habit of 1 and 2, or 0, 1 and 2. */
export const rData: Layout = {
  id: "r-survival",
  label: "R survival data",
  recognize: (summary) => {
    if (colonColumns(summary)) return "columns “time”, “status” and “etype”, two rows per patient as in R's colon data";
    const found = intervals(summary);
    if (found)
      return `intervals from “${found.start.name}” to “${found.stop.name}” with “${found.event.name}”, delayed entry at “${found.start.name}”`;
    const dataSet = dataSetOf(summary);
    if (dataSet) return `columns ${quotedNames(dataSet.columns)} as in R's ${dataSet.name} data`;
    const open = openPair(summary);
    if (!open) return null;
    const values = (open.status.levels ?? []).map(({ value }) => value).sort();
    return `time “${open.time.name}” with status “${open.status.name}” of ${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
  },
  propose: (summary) => {
    const colon = colonColumns(summary);
    if (colon) return colonProposal(summary, colon);
    const found = intervals(summary);
    if (found) return intervalProposal(summary, found);
    const dataSet = dataSetOf(summary);
    const open = openPair(summary);
    const wanted = dataSet?.endpoints ?? (open ? survival(open.time.name, open.status.name) : []);
    const endpoints = wanted.map(({ id, label, time, event, deathOnly }): Endpoint => {
      const status = named(summary, event) as ColumnSummary;
      return endpointFrom({
        id: dataSet ? id : "survival",
        label: dataSet ? label : "Survival",
        time: { from: "column", column: time, unit: dataSet?.unit ?? null },
        event: { column: event, coding: open ? [] : codingFor(status, deathOnly) },
      });
    });
    return {
      endpoints,
      patientId: dataSet?.patientId ?? null,
      group: armColumn(summary),
      notes: open ? openNote(open.status) : [],
      ...(dataSet?.unit === "days" ? { shownIn: "months" as const } : {}),
    };
  },
};
