import type { CellEdit } from "../board/board";
import { textFingerprint } from "../board/textFingerprint";
import { type Column, cellText, fileTexts, type Table } from "../table";

/**
 * Which row (from 0) of a file a correction is of; −1 where there is none, or where it cannot be told which of several
 * it was. The id of a patient with one row tells it; of several rows, and without an id, all that stood in the row does.
 */
export function correctedRows(file: Table, ids: Column | undefined): (edit: CellEdit, column: Column) => number {
  const mark = rowMarks(file);
  const all = Array.from({ length: file.rows }, (_, row) => row);
  const byPatient = once(() => grouped(all, (row) => (ids ? cellText(ids, row) : "")));
  const byMark = once(() => grouped(all, mark));
  return ({ patient, several, row, mark: stood, from }, column) => {
    const text = fileTexts(file, column);
    const theirs = ids && patient !== null ? (byPatient().get(patient) ?? []) : null;
    const [only, ...more] = theirs ?? [];
    if (only !== undefined && more.length === 0 && !several) return text(only) === from ? only : -1;
    const isIt = (at: number) => text(at) === from && mark(at) === stood && (theirs === null || theirs.includes(at));
    if (row <= file.rows && isIt(row - 1)) return row - 1;
    const [found, ...others] = (theirs ?? byMark().get(stood) ?? []).filter(isIt);
    return found !== undefined && others.length === 0 ? found : -1;
  };
}

/** A fingerprint of all that stands in a row (from 0) of the file. */
export function rowMarks(file: Table): (row: number) => string {
  const texts = file.columns.map((column) => fileTexts(file, column));
  return (row) => textFingerprint(JSON.stringify(texts.map((text) => text(row))));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function grouped(rows: readonly number[], by: (row: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = by(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
