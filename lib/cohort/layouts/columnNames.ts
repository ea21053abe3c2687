import type { Endpoint } from "../../board/board";
import { counted, formatCount } from "../../format";
import type { Notice } from "../../table";
import { atLeast, exactly, exactOrAtLeastName } from "../../table/columns/exactOrAtLeast";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, endpointNamed, quotedNames, saysEvent, saysTime, stemOf, wordsOf } from "./columnWords";
import { assumedCodings, pairedEndpoint, withOwnIds } from "./endpointParts";
import type { Layout } from "./layout";

const mostStatusValues = 12;

/** Ages and calendar years are numbers of years, and no follow-up. */
const isTime = ({ name, kind, min }: ColumnSummary) =>
  kind === "number" &&
  min !== null &&
  saysTime(name) &&
  !/^(year|yr|jahr|annee|ano|day|month)$/.test(wordsOf(name).join(" ")) &&
  !wordsOf(name).some((word) => /^(age|birth|alter|edad|interval|diagnosis|diag|calendar|admission)$/.test(word));

const isEvent = ({ name, kind, levels, distinct }: ColumnSummary) =>
  kind !== "date" &&
  saysEvent(name) &&
  levels !== null &&
  distinct !== null &&
  distinct >= 1 &&
  distinct <= mostStatusValues;

/** Pairs of a time and an event column that belong together by name, or that are the only ones of their kind. */
export function pairedColumns({ columns }: TableSummary): { time: ColumnSummary; event: ColumnSummary }[] {
  const times = columns.filter(isTime);
  const events = columns.filter((column) => isEvent(column) && !times.includes(column));
  const stems = new Set<string>();
  const byStem = times.flatMap((time) => {
    const stem = pairKey(time.name);
    const event = events.find(({ name }) => pairKey(name) === stem);
    if (!event || stems.has(stem)) return [];
    stems.add(stem);
    return [{ time, event }];
  });
  if (byStem.length > 0) return byStem;
  const plain = times.filter(({ name }) => stemOf(name) === "" || endpointNamed(stemOf(name)));
  // Beside dates a time of another name, such as "days_expected", is more likely derived from them.
  const candidates = plain.length > 0 || columns.filter(({ kind }) => kind === "date").length > 1 ? plain : times;
  const [[time, ...times2], [event, ...events2]] = [candidates, events];
  return time && event && times2.length + events2.length === 0 ? [{ time, event }] : [];
}

const pairKey = (name: string) => endpointNamed(stemOf(name))?.id ?? stemOf(name);

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
    return `by their names: ${some.join("; ")}${found.length > 3 ? ` and ${found.length - 3} more` : ""}`;
  },
  propose: (summary) => {
    const pairs = pairedColumns(summary);
    const alone = aloneByMark(summary);
    const paired = withOwnIds(pairs.map(({ time, event }) => pairedEndpoint(time, event)));
    const eventOf = ({ name }: ColumnSummary) => pairs.find(({ time }) => time.name === name)?.event.name ?? null;
    const marked = markedTimes(summary).filter((time) => alone.includes(time) || eventOf(time) !== null);
    return {
      endpoints: [...paired, ...withOwnIds(alone.map(markedEndpoint))],
      columns: marked.map(({ name }) => ({ name, limits: "censored" })),
      group: armColumn(summary),
      notes: [...marked.map((time) => markNote(time, eventOf(time))), ...assumedCodings(paired, summary.columns)],
    };
  },
};

/** Marked times without any column of events, which might say otherwise. */
const aloneByMark = (summary: TableSummary) => (summary.columns.some(isEvent) ? [] : markedTimes(summary));
