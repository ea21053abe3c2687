import type { Column, Table } from "../table";
import { findColumn } from "./columns";
import { hasValue, orderedValues } from "./gatherColumn";
import { proposedResponse, type ResponseCategory, responseCategories, usualResponse } from "./responseMeaning";

/** What a word counts as where several are compared: as it says itself, or as it usually does where that is asked. */
const meaningOf = (word: string): ResponseCategory | null => usualResponse(word) ?? proposedResponse(word)?.as ?? null;

/** For each group of rows the row with the best response, −1 for none; and the rows with a word that do not count. */
export interface BestResponses {
  from: Int32Array;
  /** Words that are none of response. */
  unknown: number[];
  /** Without a value in `by`, where others have one. */
  undated: number[];
  /** After the first progression. */
  late: number[];
}

/**
 * Of several responses of a patient the best, CR before PR, SD, PD and NE, up to the first progression where `by` says
 * when each was (RECIST 1.1, 4.3.2, without confirmation and without a least duration of stable disease). Of equal ones
 * the first. A progression that waits for its confirmation (iRECIST) ends nothing.
 */
export function bestResponses(
  table: Table,
  column: Extract<Column, { kind: "category" }>,
  by: string | null,
  groups: readonly (readonly number[])[],
): BestResponses {
  const { codes, levels } = column.written;
  const ranks = levels.map((word) => {
    const meaning = meaningOf(word);
    return meaning === null ? Number.NaN : responseCategories.indexOf(meaning);
  });
  const ends = levels.map((word) => usualResponse(word) === "PD");
  const codeOf = (row: number) => codes[row] ?? -1;
  const rank = (row: number) => ranks[codeOf(row)] ?? Number.NaN;
  const ordered = by === null ? undefined : findColumn(table, by);
  const times = ordered && orderedValues(ordered);
  const time = (row: number) => times?.[row] ?? Number.NaN;
  const found: BestResponses = { from: new Int32Array(groups.length).fill(-1), unknown: [], undated: [], late: [] };
  groups.forEach((rows, group) => {
    const saying = rows.filter((row) => hasValue(column, row));
    const known = saying.filter((row) => !Number.isNaN(rank(row)));
    found.unknown.push(...saying.filter((row) => Number.isNaN(rank(row))));
    const dated = times && known.length > 1 ? known.filter((row) => !Number.isNaN(time(row))) : known;
    if (dated.length < known.length) found.undated.push(...known.filter((row) => Number.isNaN(time(row))));
    const inOrder = times ? [...dated].sort((a, b) => time(a) - time(b) || a - b) : dated;
    const progressed = times ? inOrder.find((row) => ends[codeOf(row)]) : undefined;
    const until = progressed === undefined ? Number.POSITIVE_INFINITY : time(progressed);
    const counting = inOrder.filter((row) => !(time(row) > until));
    found.late.push(...inOrder.filter((row) => time(row) > until));
    found.from[group] = counting.reduce((best, row) => (best < 0 || rank(row) < rank(best) ? row : best), -1);
    // A word that nobody knows is asked about where a patient has no other.
    if (known.length === 0) {
      found.from[group] = saying[0] ?? -1;
      found.unknown.splice(-saying.length, Math.min(1, saying.length));
    }
  });
  for (const rows of [found.unknown, found.undated, found.late]) rows.sort((a, b) => a - b);
  return found;
}
