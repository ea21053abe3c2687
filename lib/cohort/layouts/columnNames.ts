import type { Endpoint } from "../../board/board";
import { counted, formatCount } from "../../format";
import type { Notice } from "../../table";
import { atLeast, exactly, exactOrAtLeastName } from "../../table/columns/exactOrAtLeast";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, endpointNamed, quotedNames, saysDeath, saysRecurrence, stemOf } from "./columnWords";
import { assumedCodings, pairedEndpoint, withOwnIds } from "./endpointParts";
import type { Layout } from "./layout";
import { isEvent, isTime, pairedColumns } from "./pairs";

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
      notes: [
        ...marked.map((time) => markNote(time, eventOf(time))),
        ...assumedCodings(paired, summary.columns),
        ...paired.flatMap(deathsInDoubt),
      ],
    };
  },
};

/** Marked times without any column of events, which might say otherwise. */
const aloneByMark = (summary: TableSummary) => (summary.columns.some(isEvent) ? [] : markedTimes(summary));
