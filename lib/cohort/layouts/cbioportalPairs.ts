import type { Endpoint } from "../../board/board";
import { usualMeaning } from "../eventMeaning";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { endpointNamed, stemOf } from "./columnWords";
import { codingFor, endpointFrom, idOf } from "./endpointParts";

/** Status words of older files that stand without "0:" and "1:". */
const olderWords = new Map([
  ["deceased", "event"],
  ["living", "censored"],
  ["recurred", "event"],
  ["progression", "event"],
  ["progressed", "event"],
  ["recurred/progressed", "event"],
  ["diseasefree", "censored"],
  ["censored", "censored"],
  ["dead with tumor", "event"],
  ["alive or dead tumor free", "censored"],
] as const);

/** The endpoint of one pair, named by its stem where that is known. */
export const cbioportalEndpoint = (
  stem: string,
  time: ColumnSummary,
  event: ColumnSummary,
  label?: string,
): Endpoint => {
  const name = endpointNamed(stemOf(stem));
  return endpointFrom({
    id: name?.id ?? (idOf(stem) || "survival"),
    label: name?.label ?? label ?? stem,
    time: { from: "column", column: time.name, unit: "months" },
    event: { column: event.name, coding: statusCoding(event) },
  });
};

/** "0:…" censored, "1:…" event, older words as they were used; any other value waits. */
function statusCoding(status: ColumnSummary): NonNullable<Endpoint["event"]>["coding"] {
  const coding = (status.levels ?? []).flatMap(({ value }) => {
    const word = value.trim().toLowerCase();
    const as = /^[01]:/.test(word) ? usualMeaning(word, true) : olderWords.get(word as "living");
    return as ? [{ value, as }] : [];
  });
  return coding.length > 0 ? coding : codingFor(status, false);
}

/** Every pair of columns that the two patterns name alike. */
export function cbioportalPairs({ columns }: TableSummary, time: RegExp, status: RegExp) {
  const statuses = new Map(columns.flatMap((each) => (status.test(each.name) ? [[key(each.name, status), each]] : [])));
  return columns.flatMap((each) => {
    const event = time.test(each.name) ? statuses.get(key(each.name, time)) : undefined;
    return event ? [{ stem: each.name.replace(time, "").trim(), time: each, event }] : [];
  });
}

const key = (name: string, pattern: RegExp) => name.replace(pattern, "").trim().toUpperCase();
