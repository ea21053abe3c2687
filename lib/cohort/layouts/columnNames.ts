import type { Endpoint } from "../../board/board";
import { counted, formatCount } from "../../format";
import type { Notice } from "../../table";
import { atLeast, exactly, exactOrAtLeastName } from "../../table/columns/exactOrAtLeast";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, endpointNamed, quotedNames, saysDeath, saysOneCause, saysRecurrence, stemOf } from "./columnWords";
import { assumedCodings, pairedEndpoint, withOwnIds } from "./endpointParts";
import type { Layout } from "./layout";
import { isEvent, isTime, type Pair, pairedColumns } from "./pairs";

/**
 * Times of which some are written “8.0+” or “>8.0”, and none otherwise that is no number: the mark says that they are
 * censored. Beside a column of events it says the same again.
 */
function markedTimes({ columns, questions }: TableSummary): ColumnSummary[] {
  return columns.filter((column) =>
    questions.some(
      ({ columns: [name] = [], count, choices }) =>
        name === column.name &&
        count === column.unparsed &&
        isTime(column) &&
        choices.some(({ options }) => options.columns?.some(({ limits }) => limits === "censored")),
    ),
  );
}

/** An endpoint of times that say themselves which are censored. */
function markedEndpoint(time: ColumnSummary): Endpoint {
  const endpoint = pairedEndpoint(time, { ...time, name: exactOrAtLeastName(time.name), levels: [] });
  const coding: NonNullable<Endpoint["event"]>["coding"] = [
    { value: exactly, as: "event" },
    { value: atLeast, as: "censored" },
  ];
  return { ...endpoint, event: endpoint.event && { ...endpoint.event, coding } };
}

function markNote({ name, valid, unparsed, unparsedCells: [first] }: ColumnSummary, event: string | null): Notice {
  const text = first?.text ?? "";
  const marked = `${formatCount(unparsed)} of ${counted(valid + unparsed, "cell")} in “${name}” say that the time is at least so long, as “${text}”`;
  const read =
    event === null
      ? "they are read as censored there, and the others as events"
      : `the number is read, and “${event}” says what happened`;
  return {
    code: "censored-marks",
    count: unparsed,
    columns: [name],
    message: `${marked}: ${read}.`,
    hint: "If the sign means something else, say in Data how such cells are read.",
  };
}

/**
 * Of several columns that may say what happened, or when, none is taken as read, and neither is one that tells of something else:
 * the values wait for the user.
 */
function endpointOfPair({ time, event, rivals = [], otherTimes = [] }: Pair): Endpoint {
  const endpoint = pairedEndpoint(time, event);
  return (rivals.length + otherTimes.length === 0 && !tellsOther(endpoint)) || !endpoint.event
    ? endpoint
    : { ...endpoint, event: { ...endpoint.event, coding: [] } };
}

function whichEvent({ time, event, rivals = [] }: Pair): Notice[] {
  if (rivals.length === 0) return [];
  const names = [event, ...rivals].map(({ name }) => name);
  return [
    {
      code: "event-column-open",
      count: names.length,
      columns: names,
      message: `${quotedNames(names)} may each say what happened at “${time.name}”, and they differ.`,
      hint: `Choose the one that is meant, or say what the values of “${event.name}” mean. The curve waits for your answer.`,
    },
  ];
}

function whichTime({ time, event, otherTimes = [] }: Pair): Notice[] {
  if (otherTimes.length === 0) return [];
  const names = [time, ...otherTimes].map(({ name }) => name);
  return [
    {
      code: "time-column-open",
      count: names.length,
      columns: names,
      message: `${quotedNames(names)} may each be the time to “${event.name}”, and they differ.`,
      hint: `Choose the one that begins where you count from, and say what the values of “${event.name}” mean. The curve waits for your answer.`,
    },
  ];
}

/**
 * Whether a column of events by its name tells of something else than the endpoint: of another endpoint, of relapse alone
 * or of deaths of one cause where every death counts, of deaths alone where relapse counts, of all where those of one
 * disease do.
 */
function tellsOther({ id, event }: Endpoint): boolean {
  if (!event) return false;
  const { column } = event;
  const named = endpointNamed(stemOf(column));
  const [death, recurrence, oneCause] = [saysDeath(column), saysRecurrence(column), saysOneCause(column)];
  if (named) return named.id !== id.replace(/(?<!\d)\d+$/, "") && endpointNamed(id) !== null;
  if (id === "os") return (death && oneCause) || (recurrence && !death);
  if (id === "dss" || id === "css") return (death && !oneCause) || (recurrence && !death);
  return endpointNamed(id) !== null && death && !recurrence;
}

function otherEvent(endpoint: Endpoint): Notice[] {
  const { label, event } = endpoint;
  if (!event || !tellsOther(endpoint)) return [];
  return [
    {
      code: "other-event",
      count: 1,
      columns: [event.column],
      message: `“${event.column}” by its name tells of something else than ${label.toLowerCase()}.`,
      hint: "Choose the column of what ended the time, or give the endpoint the name of what it is, and say what the values mean. The curve waits for your answer.",
    },
  ];
}

/** An endpoint that counts deaths, with a column that by its name tells of relapse or progression alone. */
function deathsInDoubt({ label, event }: Endpoint): Notice[] {
  if (!event || !/-free survival$/.test(label) || !saysRecurrence(event.column)) return [];
  if (saysDeath(event.column) || endpointNamed(stemOf(event.column))) return [];
  const counted = "counts deaths too";
  return [
    {
      code: "deaths-in-doubt",
      count: 1,
      columns: [event.column],
      message: `${label} ${counted}; “${event.column}” does not say whether it does.`,
      hint: "If patients who died without it are censored there, give the endpoint another name, or let death compete.",
    },
  ];
}

/** Any file with a column of times beside a column of outcomes, or of times that say which are censored. */
export const columnNames: Layout = {
  id: "column-names",
  label: "Time and event columns",
  recognize: (summary) => {
    const found = pairedColumns(summary);
    const alone = aloneByMark(summary);
    if (found.length === 0)
      return alone.length === 0
        ? null
        : `time ${quotedNames(alone.map(({ name }) => name))}, its censored times marked`;
    const some = found.slice(0, 3).map(({ time, event }) => `time “${time.name}” with event “${event.name}”`);
    return `by their names: ${some.join("; ")}${found.length > 3 ? ` and ${formatCount(found.length - 3)} more` : ""}`;
  },
  propose: (summary) => {
    const pairs = pairedColumns(summary);
    const alone = aloneByMark(summary);
    const paired = withOwnIds(pairs.map(endpointOfPair));
    const eventOf = ({ name }: ColumnSummary) => pairs.find(({ time }) => time.name === name)?.event.name ?? null;
    const marked = markedTimes(summary).filter((time) => alone.includes(time) || eventOf(time) !== null);
    return {
      endpoints: [...paired, ...withOwnIds(alone.map(markedEndpoint))],
      columns: marked.map(({ name }) => ({ name, limits: "censored" })),
      group: armColumn(summary),
      notes: [
        ...marked.map((time) => markNote(time, eventOf(time))),
        ...assumedCodings(paired, summary.columns),
        ...pairs.flatMap(whichEvent),
        ...pairs.flatMap(whichTime),
        ...paired.flatMap(deathsInDoubt),
        ...paired.flatMap(otherEvent),
      ],
    };
  },
};

/** Marked times without any column of events, which might say otherwise. */
const aloneByMark = (summary: TableSummary) => (summary.columns.some(isEvent) ? [] : markedTimes(summary));
