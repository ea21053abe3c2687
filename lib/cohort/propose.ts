import { type Board, boardSchema, type Endpoint, type Filter, type Outcome, type TimeUnit } from "../board/board";
import type { ColumnSummary, TableSummary } from "./tableSummary";

/** A first board for a file: a patient id where one is plain to see, some filter cards, and no endpoint. What happened is for the user to say. */
export function proposeBoard(file: string, summary: TableSummary): Board {
  const patientId = summary.columns.find((column) => isPatientId(column, summary.rows))?.name ?? null;
  return boardSchema.parse({
    meierboard: 1,
    source: { file, rows: summary.rows, sha256: null },
    patientId,
    filters: firstFilters(summary),
  });
}

const isPatientId = ({ name, missing, distinct, kind }: ColumnSummary, rows: number) =>
  /^(patient|subject|case|record|usubj|subj)?[\s_.-]*(id|identifier|no|number)$/i.test(name) &&
  missing === 0 &&
  (distinct === rows || (distinct === null && kind === "category"));

const mostFirstFilters = 6;

function firstFilters({ columns }: TableSummary): Filter[] {
  const filters = columns.flatMap(({ name, kind, distinct, identifying, min }): Filter[] => {
    const of = { column: name };
    if (identifying !== null) return [];
    if (kind === "category" && distinct !== null && distinct >= 2 && distinct <= 8)
      return [{ kind: "values", of, values: null, missing: true }];
    if (kind === "number" && min !== null && (distinct === null || distinct > 5) && !timeWords.test(name))
      return [{ kind: "range", of, min: null, max: null, missing: true }];
    return [];
  });
  return filters.slice(0, mostFirstFilters);
}

const timeWords =
  /(^|[^a-z])(time|months?|mos?|days?|weeks?|wks?|years?|yrs?|futime|survival|duration|follow.?up)([^a-z]|$)/i;
const eventWords = /(^|[^a-z])(event|status|fustat|dead|death|censor|cnsr|vital|outcome|indicator)([^a-z]|$)/i;

const eventValues = new Set([
  "dead",
  "deceased",
  "died",
  "exitus",
  "dod",
  "doc",
  "1",
  "yes",
  "true",
  "1:deceased",
  "event",
  "progressed",
  "1:progressed",
]);
const censoredValues = new Set([
  "alive",
  "living",
  "awd",
  "ned",
  "ltfu",
  "0",
  "no",
  "false",
  "0:living",
  "censored",
  "0:censored",
]);

/** What status words usually mean, null where it must be asked. A proposal: it counts only once the user has taken it over. */
export function usualMeaning(value: string): Outcome | null {
  const word = value.trim().toLowerCase();
  return eventValues.has(word) ? "event" : censoredValues.has(word) ? "censored" : null;
}

/** An endpoint that the column names suggest, with the usual meaning of its event values. */
export interface EndpointSuggestion {
  endpoint: Endpoint;
  /** In words with counts: "1 → event (62), 0 → censored (13)". */
  coding: string;
}

const stems: [RegExp, string, string][] = [
  [/(^|[^a-z])(pfs|progression.?free)/i, "pfs", "Progression-free survival"],
  [/(^|[^a-z])(dfs|disease.?free)/i, "dfs", "Disease-free survival"],
  [/(^|[^a-z])(os|overall)([^a-z]|$)/i, "os", "Overall survival"],
];

/** Pairs of a time and an event column that belong together by name; both roles and the unit must be plain. */
export function suggestEndpoints({ columns }: TableSummary): EndpointSuggestion[] {
  const times = columns.filter(({ name, kind, min }) => kind === "number" && timeWords.test(name) && min !== null);
  const events = columns.filter(
    ({ name, levels, distinct }) =>
      eventWords.test(name) && levels !== null && distinct !== null && distinct >= 1 && distinct <= 12,
  );
  return times.flatMap((time) => {
    const event =
      events.find(({ name }) => stemOf(name) !== null && stemOf(name) === stemOf(time.name)) ??
      (times.length === 1 && events.length === 1 ? events[0] : null);
    return event && unitOf(time.name) ? [suggestion(time, event)] : [];
  });
}

const stemOf = (name: string) => stems.find(([pattern]) => pattern.test(name))?.[1] ?? null;

function suggestion(time: ColumnSummary, event: ColumnSummary): EndpointSuggestion {
  const stem = stems.find(([pattern]) => pattern.test(time.name));
  const levels = event.levels ?? [];
  const coding = levels.flatMap(({ value }) => {
    const as = usualMeaning(value);
    return as ? [{ value, as }] : [];
  });
  const endpoint: Endpoint = {
    id: stem?.[1] ?? "endpoint1",
    label: stem?.[2] ?? time.name,
    time: { from: "column", column: time.name, unit: unitOf(time.name) as TimeUnit },
    event: { column: event.name, coding },
    origin: "",
    entry: null,
    weight: null,
  };
  return {
    endpoint,
    coding: levels.map(({ value, count }) => `${value} → ${usualMeaning(value) ?? "?"} (${count})`).join(", "),
  };
}

/** The unit a column name speaks of, null when it speaks of none. */
export function unitOf(name: string): TimeUnit | null {
  const units: [RegExp, TimeUnit][] = [
    [/day/i, "days"],
    [/(week|wk)/i, "weeks"],
    [/(month|(^|[^a-z])mos?([^a-z]|$))/i, "months"],
    [/(year|yrs?([^a-z]|$))/i, "years"],
  ];
  return units.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
