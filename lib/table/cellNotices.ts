import { counted, rowsInWords } from "../format";
import { dateShape } from "./dateText";
import { notice, quoted } from "./notice";
import { parseStyled } from "./numberStyle";
import { looksLikeCode } from "./numbers";
import { cellsWith, type ReadColumn, rowsWith } from "./readColumn";
import type { Notice } from "./table";

/** How the cells were read: what was left missing, and what was taken for a number or a date although it is written specially. */
export function cellNotices(columns: readonly ReadColumn[]): Notice[] {
  return [
    ...missingTokens(columns, true),
    ...missingTokens(columns, false),
    ...trimmedCells(columns),
    ...decimalCommas(columns),
    ...columns.flatMap(thousandsMarks),
    ...percents(columns),
    ...columns.flatMap(leadingZeros),
    ...dateOrders(columns),
    ...daytimes(columns),
    ...columns.flatMap(unparsedCells),
  ];
}

const namesOf = (columns: readonly ReadColumn[]) => columns.map(({ name }) => name);
const sumOf = (columns: readonly ReadColumn[], count: (column: ReadColumn) => number) =>
  columns.reduce((sum, column) => sum + count(column), 0);

function missingTokens(all: readonly ReadColumn[], measures: boolean): Notice[] {
  const columns = all.filter(({ words, kind }) => words.size > 0 && (kind.kind !== "category") === measures);
  if (columns.length === 0) return [];
  const words = new Map<string, number>();
  for (const { words: own } of columns)
    for (const [word, count] of own) words.set(word, (words.get(word) ?? 0) + count);
  const listed = [...words].map(([word, count]) => `“${word}” (${count})`).slice(0, 20);
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
  const columns = all.filter(({ builder }) => builder.trimmed > 0);
  const count = sumOf(columns, ({ builder }) => builder.trimmed);
  if (count === 0) return [];
  const names = namesOf(columns);
  const message = `Blanks at the start or end of ${counted(count, "cell")} removed, in ${quoted(names)}.`;
  return [notice("blanks-trimmed", count, message, "Nothing to do.", { columns: names })];
}

function decimalCommas(all: readonly ReadColumn[]): Notice[] {
  const columns = all.filter(
    (column) => column.kind.kind === "number" && column.kind.style.style.decimal === "," && hasComma(column),
  );
  if (columns.length === 0) return [];
  const names = namesOf(columns);
  const message = `The comma is read as decimal mark in ${quoted(names)}.`;
  return [
    notice("decimal-comma", columns.length, message, "Change the decimal mark if 1,5 is not one and a half.", {
      columns: names,
    }),
  ];
}

const hasComma = ({ builder, texts }: ReadColumn) =>
  builder.mark !== "none" || texts.texts.some((text) => text.includes(","));

function thousandsMarks(column: ReadColumn): Notice[] {
  if (column.kind.kind !== "number") return [];
  const { style } = column.kind.style;
  const marked = (text: string) =>
    style.thousands !== "" &&
    Number.isNaN(parseStyled(text, { ...style, thousands: "" })) &&
    !Number.isNaN(parseStyled(text, style));
  const rows = rowsWith(column, marked);
  const example = column.texts.texts.find(marked);
  if (example === undefined) return [];
  const message = `${counted(rows.length, "cell")} of “${column.name}” with marks between thousands: “${example}” is ${parseStyled(example, style)} (${rowsInWords(rows)}).`;
  return [
    notice("thousands-separators", rows.length, message, "Change the decimal mark of the column if this is wrong.", {
      columns: [column.name],
      rows,
    }),
  ];
}

function percents(all: readonly ReadColumn[]): Notice[] {
  const columns = all.filter(({ kind }) => kind.kind === "number" && kind.style.style.suffix === "%");
  const count = sumOf(columns, (column) => cellsWith(column, (text) => text.endsWith("%")));
  if (count === 0) return [];
  const names = namesOf(columns);
  const message = `${counted(count, "cell")} with a per cent sign read as the number before it (12% is 12), in ${quoted(names)}.`;
  return [notice("percent-values", count, message, "Divide by 100 if you need fractions.", { columns: names })];
}

function leadingZeros(column: ReadColumn): Notice[] {
  if (column.kind.kind === "date" || (column.kind.kind === "category" && column.kind.why !== "codes")) return [];
  const rows = rowsWith(column, looksLikeCode);
  if (rows.length === 0) return [];
  const about = { columns: [column.name], rows };
  const where = `${counted(rows.length, "cell")} of “${column.name}” with leading zeros or more than 15 digits (${rowsInWords(rows)})`;
  if (column.kind.kind === "number")
    return [
      notice(
        "leading-zeros",
        rows.length,
        `${where} read as numbers.`,
        "Make the column text if these are codes.",
        about,
      ),
    ];
  return [
    notice(
      "leading-zeros-kept",
      rows.length,
      `${where}: the column is kept as text.`,
      "Make it a number column if it measures something.",
      about,
    ),
  ];
}

function dateOrders(all: readonly ReadColumn[]): Notice[] {
  return (["dmy", "mdy"] as const).flatMap((order) => {
    const columns = all.filter(
      ({ kind }) => kind.kind === "date" && kind.dates.order === "proven" && kind.dates.style.order === order,
    );
    if (columns.length === 0) return [];
    const names = namesOf(columns);
    const words = order === "dmy" ? ["day/month/year", "month/day"] : ["month/day/year", "day/month"];
    const message = `Dates in ${quoted(names)} are read as ${words[0]}: some cannot be ${words[1]}.`;
    return [
      notice("date-order-inferred", columns.length, message, "Change the order of the column if this is wrong.", {
        columns: names,
      }),
    ];
  });
}

function daytimes(all: readonly ReadColumn[]): Notice[] {
  const isDaytime = (text: string) => {
    const shape = dateShape(text);
    return shape !== null && shape.kind !== "partial" && shape.time;
  };
  const columns = all.filter((column) => column.kind.kind === "date" && column.texts.texts.some(isDaytime));
  const count = sumOf(columns, (column) => cellsWith(column, isDaytime));
  if (count === 0) return [];
  const names = namesOf(columns);
  return [
    notice(
      "time-of-day-dropped",
      count,
      `The time of day of ${counted(count, "cell")} is left out, in ${quoted(names)}.`,
      "Nothing to do.",
      { columns: names },
    ),
  ];
}

function unparsedCells({ column, unparsed, name }: ReadColumn): Notice[] {
  if (column.kind === "number")
    return cellsLeftOut("unparseable-numbers", ["that is no number", "that are no numbers"], name, unparsed);
  const shapes = unparsed.map(({ text }) => dateShape(text)?.kind ?? null);
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
