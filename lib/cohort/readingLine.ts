import type { Board, Endpoint, EventReading, Panel } from "../board/board";
import { counted, formatCount, listed } from "../format";
import type { Problem } from "../result";
import { atLeast, exactOrAtLeastName } from "../table/columns/exactOrAtLeast";
import { isAtLeast } from "../table/limits";
import { choiceFor } from "./columns";
import type { CodingCounts } from "./endpoint";
import { columnsOfTime } from "./endpointTime";
import { endpointWords } from "./endpointWords";
import { blankValue } from "./eventCodes";
import { unitOf } from "./layouts/columnWords";
import { codingFor, deathOnly } from "./layouts/endpointParts";
import type { Proposal } from "./layouts/layout";
import { legendOf } from "./legend";
import type { RepeatedIds } from "./patients";
import type { ColumnSummary, TableSummary } from "./tableSummary";

/** What the reading of a file is told from: its board and table, its patients, and the counts of each event column. */
export interface ToldReading {
  board: Board;
  summary: TableSummary;
  patients: { rows: number; total: number; weighted: boolean; repeated: RepeatedIds };
  endpoints: readonly { id: string; coding: CodingCounts | null; problem: Problem | null }[];
  /** What the file was taken for. */
  layout: { proposal: Proposal } | null;
}

/** Of more endpoints the others are counted. */
const mostEndpoints = 3;

/**
 * How a file is read, in one line to be judged before the first curve: "24 patients (25 rows; P01 twice) · event = 1, from
 * the header's legend · days, by the header, 1.291 = 1291". What cannot be said of this file is not said.
 */
export function readingLine(told: ToldReading): string {
  const { board } = told;
  const said = new Map<string, string[]>();
  for (const endpoint of board.endpoints) {
    const parts = endpointInWords(told, endpoint).join(" · ");
    said.set(parts, [...(said.get(parts) ?? []), endpointWords(endpoint).short]);
  }
  const all = [...said];
  const named = all.slice(0, mostEndpoints).map(([parts, names]) => {
    const prefix = board.endpoints.length > 1 ? `${listed(names)}: ` : "";
    return `${prefix}${parts}`;
  });
  const left = all.slice(mostEndpoints).reduce((sum, [, names]) => sum + names.length, 0);
  const more = left > 0 ? [`${counted(left, "more endpoint")} below`] : [];
  return [patientsInWords(told), ...named, ...more, ...groupInWords(board)].join(" · ");
}

const quoted = (name: string) => `“${name}”`;

function patientsInWords({ board, patients, endpoints }: ToldReading): string {
  const { rows, total, weighted, repeated } = patients;
  if (weighted) {
    const by = board.endpoints.find(({ weight }) => weight?.kind === "count")?.weight?.column;
    return `${counted(total, "patient")} (${counted(rows, "row")}${by === undefined ? "" : `, counted by ${quoted(by)}`})`;
  }
  if (total === rows)
    return board.patientId === null ? `${counted(rows, "row")}, each a patient` : counted(total, "patient");
  const named = repeated.most.map(({ id, rows: times }) => `${id} ${times === 2 ? "twice" : `${times} times`}`);
  const several =
    repeated.patients > named.length ? `${formatCount(repeated.patients)} have several` : named.join(", ");
  const asked = endpoints.some(({ problem }) => problem?.code === "id-several-rows")
    ? ", which row counts is asked"
    : "";
  return `${counted(total, "patient")} (${counted(rows, "row")}${several === "" ? "" : `; ${several}`}${asked})`;
}

function endpointInWords(told: ToldReading, endpoint: Endpoint): string[] {
  const { entry, event } = endpoint;
  const view = told.endpoints.find(({ id }) => id === endpoint.id);
  const marked = event && marksInWords(told, endpoint, event);
  return [
    ...(marked ? [marked] : event ? [eventInWords(told, endpoint, event, view)] : []),
    [...timeInWords(told, endpoint), ...exampleInWords(told, endpoint)].join(", "),
    ...(entry === null ? [] : [`at risk from ${quoted(entry)}`]),
  ];
}

/** Times that say themselves which are censored: "event at times without a sign, censored at those with one, as “8.0+”". */
function marksInWords({ summary }: ToldReading, { time }: Endpoint, { column, coding }: EventReading): string | null {
  if (time.from !== "column" || column !== exactOrAtLeastName(time.column)) return null;
  const usual = coding.every(({ value, as }) => as === (value === atLeast ? "censored" : "event"));
  const texts = summary.columns.find(({ name }) => name === time.column)?.levels ?? [];
  const example = texts.find(({ value }) => isAtLeast(value))?.value;
  if (!usual || coding.length < 2) return null;
  return `event at times without a sign, censored at those with one${example === undefined ? "" : `, as “${example}”`}`;
}

const outcomes = [
  ["event", "event"],
  ["competing", "competing"],
  ["exclude", "left out"],
] as const;
const mostValues = 3;

function eventInWords(
  told: ToldReading,
  endpoint: Endpoint,
  event: EventReading,
  view: ToldReading["endpoints"][number] | undefined,
): string {
  const counts = view?.coding ?? null;
  const lines = counts?.lines ?? event.coding.filter(({ value }) => value !== blankValue);
  const values = (as: (typeof lines)[number]["as"]) => {
    const some = lines.filter((line) => line.as === as).map(({ value }) => value);
    const more = some.length > mostValues + 1 ? [`${formatCount(some.length - mostValues)} more`] : [];
    return listed([...(more.length > 0 ? some.slice(0, mostValues) : some), ...more], as === null ? "and" : "or");
  };
  // What ends the time of a rule by its dates is said there; its status tells of death.
  const happens = endpoint.time.from === "rule" ? "death" : "event";
  const read = outcomes.flatMap(([as, name]) =>
    values(as) === "" ? [] : [`${as === "event" ? happens : name} = ${values(as)}`],
  );
  const blank = counts && counts.blank > 0 ? counts.blankAs : null;
  const open = view?.problem?.code === "event-blank-undecided" ? "blank" : values(null);
  if (read.length === 0)
    return open === "" ? `no event in ${quoted(event.column)}` : `event is asked: ${quoted(event.column)} has ${open}`;
  const by = sourceOf(told, endpoint, event, lines);
  const second = event.competing === null ? "" : `, ${event.competing.cause} by ${quoted(event.competing.column)}`;
  const empty = blank === "censored" || blank === "event" ? `, blank = ${blank}` : "";
  return `${read.join(", ")}${by}${empty}${second}${open === "" ? "" : `, ${open} is asked`}`;
}

/** Where the meaning of the values is from; what nothing in the file says was set by the user. */
function sourceOf(
  { summary, layout }: ToldReading,
  endpoint: Endpoint,
  event: EventReading,
  lines: readonly { value: string; as: string | null }[],
): string {
  const same = (coding: EventReading["coding"]) => {
    const as = new Map(coding.map((line) => [line.value, line.as as string]));
    return lines.every((line) => line.as === null || as.get(line.value) === line.as);
  };
  const column = summary.columns.find(({ name }) => name === event.column);
  if (column && same(codingFor(column, deathOnly(endpoint)))) {
    if (column.labels) return `, by ${column.labels.from}`;
    if (legendOf(event.column)) return ", from the header's legend";
    return lines.every(({ value }) => /^[01](\.0+)?$/.test(value)) ? ", as usual for 0 and 1" : ", by its words";
  }
  const proposed = layout?.proposal.endpoints.find((each) => each.event?.column === event.column)?.event;
  return proposed && same(proposed.coding) ? ", as this layout has it" : ", as set in Data";
}

/** Which columns give the time of an endpoint: "from “Start” to “Death”, else to “Last visit”, in months". */
export function timeOfEndpoint({ time }: Pick<Endpoint, "time">): string {
  const unit = time.unit === null ? "the unit is asked" : `in ${time.unit}`;
  if (time.from === "column") return `time ${quoted(time.column)}, ${unit}`;
  if (time.from === "outcome")
    return `time ${quoted(time.event)} with the event, ${quoted(time.otherwise)} without, ${unit}`;
  return `${betweenDates(time)}, ${unit}`;
}

function betweenDates(time: Extract<Endpoint["time"], { from: "dates" | "rule" }>): string {
  if (time.from === "dates") return `from ${quoted(time.start)} to ${quoted(time.end)}`;
  const { start, progression, death, lastContact, lastAssessment } = time;
  const events = [progression, death].filter((name) => name !== null).map(quoted);
  const last = lastAssessment ?? lastContact;
  const to = events.length > 0 ? ` to ${listed(events, "or")}` : "";
  return `from ${quoted(start)}${to}${last === null ? "" : `, else to ${quoted(last)}`}`;
}

function timeInWords({ layout }: ToldReading, { time }: Endpoint): string[] {
  if (time.from === "dates" || time.from === "rule") return [`${time.unit} ${betweenDates(time)}`];
  if (time.unit === null) return ["the unit of time is asked"];
  const names = columnsOfTime(time);
  if (names.every((name) => unitOf(name) === time.unit)) return [`${time.unit}, by the header`];
  const proposed = layout?.proposal.endpoints.some(
    (each) => each.time.unit === time.unit && columnsOfTime(each.time).join() === names.join(),
  );
  return [`${time.unit}, ${proposed ? "as this layout has it" : "as set in Data"}`];
}

/** One cell of the times that stands for something else than it seems to at first sight, and for what. */
function exampleInWords({ board, summary }: ToldReading, { time }: Endpoint): string[] {
  const columns = columnsOfTime(time).flatMap((of) => summary.columns.find(({ name }) => name === of) ?? []);
  const said = columns.find((column) => isWorthSaying(board, column))?.example;
  return said ? [`${said.text} = ${said.value}`] : [];
}

/** What looks like its value is said only where the user was asked about it. */
const isWorthSaying = (board: Board, { name, example }: ColumnSummary) =>
  example !== null && (example.text !== String(example.value) || choiceFor(board, name).decimal !== undefined);

function groupInWords({ panels, endpoints }: Board): string[] {
  const drawn = panels.filter((panel) => "endpoint" in panel && endpoints.some(({ id }) => id === panel.endpoint));
  const groups = new Set(drawn.map(groupOf));
  const [group] = groups;
  return groups.size === 1 && group ? [`curves by ${quoted(group)}`] : [];
}

const groupOf = (panel: Panel): string | null =>
  "group" in panel && panel.group !== null && "column" in panel.group ? panel.group.column : null;
