import type { Endpoint } from "../../board/board";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, endpointNamed, saysEvent, saysTime, stemOf, wordsOf } from "./columnWords";
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

/** Any file with a column of times beside a column of outcomes. */
export const columnNames: Layout = {
  id: "column-names",
  label: "Time and event columns",
  recognize: (summary) => {
    const found = pairedColumns(summary);
    if (found.length === 0) return null;
    const some = found.slice(0, 3).map(({ time, event }) => `time “${time.name}” with event “${event.name}”`);
    return `by their names: ${some.join("; ")}${found.length > 3 ? ` and ${found.length - 3} more` : ""}`;
  },
  propose: (summary) => {
    const endpoints: Endpoint[] = withOwnIds(
      pairedColumns(summary).map(({ time, event }) => pairedEndpoint(time, event)),
    );
    return { endpoints, group: armColumn(summary), notes: assumedCodings(endpoints, summary.columns) };
  },
};
