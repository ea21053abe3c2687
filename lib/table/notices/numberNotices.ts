import { counted, numberInWords, rowsInWords } from "../../format";
import { cellsWith, namesOf, type ReadColumn, rowsWith, sumOf } from "../columns/readColumn";
import { parseStyled } from "../numberStyle";
import { looksLikeCode } from "../numbers";
import type { Notice } from "../table";
import { notice, quoted } from "./notice";

/** Numbers that are written specially: with commas, marks between thousands, per cent signs, or zeros in front. */
export function numberNotices(columns: readonly ReadColumn[]): Notice[] {
  return [
    ...decimalCommas(columns),
    ...columns.flatMap(thousandsMarks),
    ...percents(columns),
    ...columns.flatMap(leadingZeros),
  ];
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
  const message = `${counted(rows.length, "cell")} of “${column.name}” with marks between thousands: “${example}” is ${numberInWords(parseStyled(example, style))} (${rowsInWords(rows)}).`;
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
