import { counted, formatCount, rowsInWords } from "../../format";
import { namesOf, type ReadColumn, sumOf } from "../columns/readColumn";
import { dateShape } from "../dateText";
import type { Notice } from "../table";
import { dateNotices } from "./dateNotices";
import { notice, quoted } from "./notice";
import { numberNotices } from "./numberNotices";

/**
 * How the cells were read: what was left missing, and what was taken for a number or a date although it is written
 * specially.
 */
export function cellNotices(columns: readonly ReadColumn[]): Notice[] {
  return [
    ...missingTokens(columns, true),
    ...missingTokens(columns, false),
    ...trimmedCells(columns),
    ...numberNotices(columns),
    ...dateNotices(columns),
    ...columns.flatMap(unparsedCells),
  ];
}

function missingTokens(all: readonly ReadColumn[], measures: boolean): Notice[] {
  const columns = all.filter(({ words, kind }) => words.size > 0 && (kind.kind !== "category") === measures);
  if (columns.length === 0) return [];
  const words = new Map<string, number>();
  for (const { words: own } of columns)
    for (const [word, { count }] of own) words.set(word, (words.get(word) ?? 0) + count);
  const listed = [...words].map(([word, count]) => `“${word}” (${formatCount(count)})`).slice(0, 20);
  const names = namesOf(columns);
  const message = `Read as missing in ${measures ? "number and date" : "text"} columns: ${listed.join(", ")}, in ${quoted(names)}.`;
  const hint = measures ? "If a word means something, make the column text." : "Words such as “Unknown” stay levels.";
  return [notice("missing-tokens", sumOf(columns, missingCells), message, hint, { columns: names })];
}

/** Missing cells, blank ones too. */
function missingCells({ column, unparsed }: ReadColumn): number {
  if (column.kind === "category") return column.written.codes.reduce((sum, code) => (code < 0 ? sum + 1 : sum), 0);
  const values = column.kind === "number" ? column.values : column.days;
  return values.reduce((sum, value) => (Number.isNaN(value) ? sum + 1 : sum), 0) - unparsed.length;
}

function trimmedCells(all: readonly ReadColumn[]): Notice[] {
  const columns = all.filter(({ builder }) => builder.trimmed.count > 0);
  const count = sumOf(columns, ({ builder }) => builder.trimmed.count);
  if (count === 0) return [];
  const names = namesOf(columns);
  const message = `Blanks at the start or end of ${counted(count, "cell")} removed, in ${quoted(names)}.`;
  return [notice("blanks-trimmed", count, message, "Nothing to do.", { columns: names })];
}

function unparsedCells({ column, unparsed, name }: ReadColumn): Notice[] {
  if (column.kind === "number")
    return cellsLeftOut("unparseable-numbers", ["that is no number", "that are no numbers"], name, unparsed);
  const shapes = unparsed.map(({ text }) => dateShape(text)?.kind ?? (/^\d{4}$/.test(text) ? "partial" : null));
  return [
    ...cellsLeftOut(
      "impossible-date",
      ["with a day that does not exist"],
      name,
      unparsed.filter((_, index) => shapes[index] !== null && shapes[index] !== "partial"),
    ),
    ...cellsLeftOut(
      "partial-date",
      ["with a partial date"],
      name,
      unparsed.filter((_, index) => shapes[index] === "partial"),
    ),
    ...cellsLeftOut(
      "unparseable-dates",
      ["that is no date", "that are no dates"],
      name,
      unparsed.filter((_, index) => shapes[index] === null),
    ),
  ];
}

function cellsLeftOut(
  code: string,
  what: readonly string[],
  name: string,
  cells: readonly { row: number; text: string }[],
): Notice[] {
  if (cells.length === 0) return [];
  const rows = cells.map(({ row }) => row + 1);
  const texts = quoted([...new Set(cells.map(({ text }) => text))], 5);
  const [one, words = one] = what;
  const found = `${counted(cells.length, "cell")} of “${name}” ${cells.length === 1 ? one : words}: ${texts} (${rowsInWords(rows)}).`;
  const message = `${found} ${cells.length === 1 ? "It counts as missing and is" : "They count as missing and are"} not changed.`;
  return [
    notice(code, cells.length, message, "Correct them in the file, or make the column text.", {
      columns: [name],
      rows,
    }),
  ];
}
