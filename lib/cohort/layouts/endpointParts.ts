import type { Endpoint } from "../../board/board";
import { endpointSchema } from "../../board/endpoint";
import { asText } from "../../board/fields";
import type { Notice } from "../../table";
import { isValue } from "../../table/codeBook/labelTexts";
import { aliveWords, codingInWords, deadWords, plainValue, usualCoding } from "../eventMeaning";
import { type Legend, legendOf, legendOfLabels } from "../legend";
import type { ColumnSummary } from "../tableSummary";
import {
  endpointNamed,
  saysDeath,
  saysEvent,
  saysInverse,
  saysOneCause,
  saysRecurrence,
  saysStatus,
  stemOf,
  unitOf,
  wordsOf,
} from "./columnWords";

/** An endpoint with defaults for all that is not given. */
export const endpointFrom = (parts: {
  id: string;
  label: string;
  time: Endpoint["time"];
  event: {
    column: string;
    coding: NonNullable<Endpoint["event"]>["coding"];
    competing?: NonNullable<Endpoint["event"]>["competing"];
  } | null;
  origin?: string;
  entry?: string | null;
  entryUnit?: Endpoint["entryUnit"];
}): Endpoint => endpointSchema.parse({ ...parts, label: asText(parts.label) });

/**
 * The coding that a column suggests for an endpoint: by the legend in its header, if there is one, else by its values;
 * of a column whose name says the opposite of an event, only words of life and death.
 */
export function codingFor(column: ColumnSummary, deathOnly: boolean): NonNullable<Endpoint["event"]>["coding"] {
  const legend = legendFor(column);
  if (legend) return codingByLegend(column, legend, deathOnly);
  if (!allLevels(column)) return [];
  const coding = usualCoding(column.levels ?? [], deathOnly, saysEvent(column.name) && !saysStatus(column.name));
  // What 1 and "yes" say of "alive" or "censored" is asked; "dead" and "alive" say the same under every name.
  return saysInverse(column.name) ? coding.filter(({ value }) => isVital(value)) : coding;
}

/** The coding by a rule of the layout; values of which it says nothing wait for the user. */
export function codingWhere(
  { levels }: ColumnSummary,
  isEvent: (value: string) => boolean,
  isCensored: (value: string) => boolean,
): NonNullable<Endpoint["event"]>["coding"] {
  return (levels ?? []).flatMap(({ value }): NonNullable<Endpoint["event"]>["coding"] => {
    const word = value.trim();
    return isEvent(word) ? [{ value, as: "event" }] : isCensored(word) ? [{ value, as: "censored" }] : [];
  });
}

/** What the values of a column mean: by a code book, else by its header; null where neither says so. */
const legendFor = ({ name, labels }: ColumnSummary): Legend | null =>
  labels ? legendOfLabels(name, labels.labels) : legendOf(name);

/**
 * Of two values the one that is not explained is the other. Which of several events counts is asked unless all are
 * deaths, and only these count; a relapse is none of them.
 */
function codingByLegend(
  column: ColumnSummary,
  { entries }: Legend,
  deathOnly: boolean,
): NonNullable<Endpoint["event"]>["coding"] {
  if (!allLevels(column)) return [];
  const levels = column.levels ?? [];
  const found = levels.flatMap(({ value }) => {
    const text = value.trim();
    const entry = entries.find((each) => isValue(text, each.value) || each.word === text);
    const isRelapse = deathOnly && entry?.as === "event" && saysRecurrence(entry.word) && !saysDeath(entry.word);
    return entry?.as && !isRelapse ? [{ value, as: entry.as }] : [];
  });
  const events = found.filter(({ as }) => as === "event");
  const said = events.length > 1 && !deathOnly ? found.filter(({ as }) => as !== "event") : found;
  const [only] = said;
  const other = levels.find(({ value }) => value !== only?.value);
  if (column.labels || said.length !== 1 || entries.length !== 1 || levels.length !== 2 || !only || !other) return said;
  return [only, { value: other.value, as: only.as === "event" ? "censored" : "event" }];
}

/** Whether every text of the column is in its summary, so that the whole column can be judged. */
const allLevels = ({ levels, distinct }: ColumnSummary) =>
  levels !== null && distinct !== null && levels.length >= distinct;

/** An endpoint of a time column and an event column, named and coded by what their headers and values say. */
export function pairedEndpoint(time: ColumnSummary, event: ColumnSummary): Endpoint {
  const oneCause = saysDeath(event.name) && saysOneCause(event.name) ? endpointNamed("dss") : null;
  const name = endpointNamed(stemOf(time.name)) ?? endpointNamed(stemOf(event.name)) ?? oneCause;
  const deathOnly = name ? name.death : saysDeath(event.name) || hasVitalWords(event);
  // A letter, as in “T” and “E”, is no name.
  const stem = stemOf(time.name);
  const other = stem.length < 2 ? "" : stem;
  const isUnnamed = other === "" || other.startsWith("bis ");
  const recurrence = !deathOnly && isUnnamed && saysRecurrence(event.name) ? recurrenceOf(event.name) : null;
  const unnamed = recurrence
    ? `Time to ${recurrence}`
    : other === ""
      ? "Survival"
      : other.startsWith("to ")
        ? `Time ${other}`
        : sentenceCase(other);
  return endpointFrom({
    id: name?.id ?? (deathOnly ? "os" : (recurrence ?? (idOf(other) || "survival"))),
    label: name?.label ?? (deathOnly ? "Overall survival" : unnamed),
    time: { from: "column", column: time.name, unit: unitOf(time.name) },
    event: { column: event.name, coding: codingFor(event, deathOnly) },
  });
}

const recurrenceOf = (name: string) =>
  /relapse|progress/.exec(name.toLowerCase())?.[0].replace(/ss$/, "ssion") ?? "recurrence";

/**
 * Whether only death is the event: of the vital status of a rule, and by the names of the endpoint or its event column.
 */
export function deathOnly({ time, label, event }: Endpoint): boolean {
  if (time.from === "rule") return true;
  const name = endpointNamed(stemOf(label)) ?? (event && endpointNamed(stemOf(event.column)));
  return name ? name.death : event !== null && saysDeath(event.column);
}

const hasVitalWords = ({ levels, labels }: ColumnSummary) =>
  [...(levels ?? []).map(({ value }) => value), ...(labels?.labels ?? []).map(({ label }) => label)].some(isVital);

const isVital = (word: string) => deadWords.has(plainValue(word)) || aliveWords.has(plainValue(word));

export const idOf = (text: string): string => wordsOf(text).join("-").slice(0, 60);
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Endpoints with ids of their own. */
export function withOwnIds(endpoints: readonly Endpoint[]): Endpoint[] {
  const taken = new Set<string>();
  return endpoints.map((endpoint) => {
    let id = endpoint.id;
    for (let n = 2; taken.has(id); n++) id = `${endpoint.id}${n}`;
    taken.add(id);
    return { ...endpoint, id };
  });
}

/**
 * The note that a coding was read from the words or the legend of a column; none where it is the plain 0/1 or where nothing was read.
 */
export function assumedCodings(endpoints: readonly Endpoint[], columns: readonly ColumnSummary[]): Notice[] {
  const noted = new Set<string>();
  return endpoints.flatMap(({ event, label }) => {
    if (!event || event.coding.length === 0 || noted.has(event.column)) return [];
    const column = columns.find(({ name }) => name === event.column);
    const source = column?.labels?.from ?? (legendOf(event.column) ? "the legend in its header" : "its words");
    if (source === "its words" && event.coding.every(({ value }) => /^[01](\.0+)?$/.test(value.trim()))) return [];
    noted.add(event.column);
    const meaning = new Map(event.coding.map(({ value, as }) => [value, as]));
    const levels = column?.levels ?? [];
    const lines = levels.map((line) => ({ ...line, as: meaning.get(line.value) ?? null }));
    return [
      {
        code: "event-coding-assumed",
        count: lines.reduce((sum, { count }) => sum + count, 0),
        columns: [event.column],
        message: `The meaning of “${event.column}” is read from ${source}: ${codingInWords(lines)}.`,
        hint: `Check it in ${label}, or swap event and censored there.`,
      },
    ];
  });
}
