import type { Steps } from "../../steps";
import { type Column, type ColumnReading, cellText, dayToIso, parseNumber, type Table } from "../../table";
import { isValue } from "../../table/codeBook/labelTexts";
import { withoutFootnote } from "../../table/footnotes";
import { add, type ChangedCells, type ChangeKind, changed, type Found, nothingFound, type Undo } from "./changedCells";

/**
 * What reading made of the cells of a file: blanks cut, words read as missing, texts that are no number, numbers and
 * dates written specially.
 */
export function* readingChanges(table: Table, said: readonly ColumnReading[]): Steps<ChangedCells[]> {
  const choices = new Map(said.map((choice) => [choice.name, choice]));
  const found: ChangedCells[] = [];
  for (const column of table.columns) {
    const choice = choices.get(column.name) ?? { name: column.name };
    found.push(
      ...trimmedCells(table, column),
      ...missingWords(table, column, choice),
      ...unreadable(table, column),
      ...labelled(column, choice),
      ...unmerged(table, column),
      ...respelled(table, column, choice),
    );
    yield;
  }
  return found;
}

function trimmedCells({ trimmed }: Table, { name }: Column): ChangedCells[] {
  const { count, cells } = trimmed.get(name) ?? { count: 0, cells: [] };
  const found = { count, cells: cells.map(({ row, text }) => ({ row, from: text, to: text.trim() })) };
  return changed("trimmed", name, found, { reading: { blanks: "kept" } });
}

/** One entry per word, so that each can be taken back alone. */
function missingWords({ missingWords: all }: Table, { name }: Column, choice: ColumnReading): ChangedCells[] {
  return [...(all.get(name) ?? [])].flatMap(([word, { count, rows }]) => {
    const cells = rows.map((row) => ({ row, from: word, to: "" }));
    return changed("missing", name, { count, cells }, { reading: withoutWord(word, choice) });
  });
}

function withoutWord(word: string, { missing, notMissing = [] }: ColumnReading): Omit<ColumnReading, "name"> {
  return missing?.includes(word)
    ? { missing: missing.filter((each) => each !== word) }
    : { notMissing: [...notMissing, word] };
}

function unreadable({ unparsed }: Table, { name }: Column): ChangedCells[] {
  const found = nothingFound();
  for (const { row, text } of unparsed.get(name) ?? []) add(found, row, text, "");
  return changed("unreadable", name, found, { reading: { kind: "category" } });
}

/** Cells that a spreadsheet leaves empty because they are merged with the one above. */
function unmerged({ filledDown }: Table, column: Column): ChangedCells[] {
  const found = nothingFound();
  for (const row of filledDown.get(column.name) ?? []) add(found, row, "", cellText(column, row));
  return changed("unmerged", column.name, found, null);
}

/** Values read as the labels of a code book. */
function labelled({ name, written }: Column, { labels = [] }: ColumnReading): ChangedCells[] {
  if (!written || labels.length === 0) return [];
  const from = new Map<number, string>();
  for (const { value, label } of labels)
    for (const [code, text] of written.levels.entries()) {
      const behind = text.startsWith(`${label} (`) ? text.slice(label.length + 2, -1) : "";
      if (text === label && !written.levels.some((other) => other.startsWith(`${label} (`))) from.set(code, value);
      else if (isValue(behind, value)) from.set(code, behind);
    }
  const found = nothingFound();
  written.codes.forEach((code, row) => {
    const value = from.get(code);
    if (value !== undefined) add(found, row, value, written.levels[code] ?? "");
  });
  return changed("labelled", name, found, { reading: { labels: [] } });
}

/** Numbers and days whose text is not the number or the day itself. */
function respelled(table: Table, column: Column, choice: ColumnReading): ChangedCells[] {
  if (column.kind === "category") return [];
  const values = column.kind === "number" ? column.values : column.days;
  const kindOf = column.kind === "number" ? numberKind : dateKind;
  const shown = column.kind === "number" ? String : dayToIso;
  const kinds = new Map<ChangeKind, Found>();
  const note = (kind: ChangeKind, row: number, text: string) => {
    const found = kinds.get(kind) ?? nothingFound();
    if (found.count === 0) kinds.set(kind, found);
    add(found, row, text, shown(values[row] ?? Number.NaN));
  };
  const special = table.respelled.get(column.name);
  if (column.written) eachSpecial(column.written, values, kindOf, note);
  else
    for (const { row, text } of special?.cells ?? [])
      note(kindOf(text, values[row] ?? Number.NaN) ?? "spelling", row, text);
  if (!column.written && special?.decimal === ",") eachFraction(values, special.cells, note);
  return [...kinds].flatMap(([kind, found]) => changed(kind, column.name, found, undoOf(kind, choice)));
}

type KindOf = (text: string, value: number) => ChangeKind | null;
type Note = (kind: ChangeKind, row: number, text: string) => void;

/** Every cell whose text is not plainly its value; each text is looked at once. */
function eachSpecial(
  { codes, levels }: NonNullable<Column["written"]>,
  values: Float64Array,
  kindOf: KindOf,
  note: Note,
): void {
  const kinds: (ChangeKind | null | undefined)[] = new Array(levels.length);
  codes.forEach((code, row) => {
    const text = levels[code];
    const value = values[row] ?? Number.NaN;
    if (text === undefined || Number.isNaN(value)) return;
    if (kinds[code] === undefined) kinds[code] = kindOf(text, value);
    const kind = kinds[code];
    if (kind) note(kind, row, text);
  });
}

const dateKind: KindOf = (text, day) => (text === dayToIso(day) ? null : "date");

/**
 * How a text differs from the plain number that it was read as; null where it does not ("1.50", "0012" and "1e3" are
 * plain).
 */
const numberKind: KindOf = (text, value) => {
  if (/^[<>≤≥]|\d\s*\+$/.test(text)) return "limit";
  if (parseNumber(text, ".") === value) return null;
  if (parseNumber(text, ",") === value) return "decimalComma";
  if (withoutFootnote(text) !== null) return "footnote";
  if (/[%\p{L}µ²³]\s*$/u.test(text)) return "suffix";
  return /\d[.,'’\s\u00a0\u2009\u202f]\d/.test(text) ? "thousands" : "spelling";
};

/** In a decimal-comma column whose texts are not kept every fraction was written with a comma. */
function eachFraction(values: Float64Array, special: readonly { row: number }[], note: Note): void {
  const others = new Set(special.map(({ row }) => row));
  for (let row = 0; row < values.length; row++)
    if (!Number.isInteger(values[row]) && !Number.isNaN(values[row]) && !others.has(row))
      note("decimalComma", row, String(values[row]).replace(".", ","));
}

/** A limit, and a number with the mark of a footnote, go back to being left out; else the column goes back to text. */
function undoOf(kind: ChangeKind, { limits, footnotes }: ColumnReading): Undo {
  if (kind === "limit" && limits !== undefined) return { reading: { limits: "leaveOut" } };
  if (kind === "footnote" && footnotes !== undefined) return { reading: { footnotes: "leaveOut" } };
  return { reading: { kind: "category" } };
}
