import { counted, formatCount, rowsInWords } from "../../format";
import { cellsWith, type ReadColumn, rowsWith } from "../columns/readColumn";
import { isMissingWord } from "../missing";
import { unitsOf } from "../numberStyle";
import { parseNumber } from "../numbers";
import type { Notice } from "../table";
import { notice, quoted } from "./notice";

/** Columns of more different texts are names or ids. */
const mostTexts = 5000;

/** Columns kept as text although half of their cells are numbers, or most are numbers with units. */
export function textColumns(columns: readonly ReadColumn[]): Notice[] {
  return columns.flatMap((column) => {
    const { kind, texts, choice } = column;
    if (kind.kind !== "category" || kind.open || kind.why === "codes" || choice.kind) return [];
    if (texts.filled === 0 || texts.texts.length > mostTexts) return [];
    const found = numbersInText(column) ?? mixedUnits(column);
    return found ? [found] : [];
  });
}

const isNumber = (text: string) => !Number.isNaN(parseNumber(text, ".")) || !Number.isNaN(parseNumber(text, ","));

function numbersInText(column: ReadColumn): Notice | null {
  const { texts, name } = column;
  const numbers = cellsWith(column, isNumber);
  if (numbers < 0.5 * texts.filled || numbers === texts.filled) return null;
  const isOther = (text: string) => !isNumber(text) && !isMissingWord(text);
  const rows = rowsWith(column, isOther);
  const message = `“${name}” is kept as text: ${formatCount(numbers)} of ${counted(texts.filled, "cell")} are numbers, the others are not: ${quoted(texts.texts.filter(isOther), 5)} (${rowsInWords(rows)}).`;
  const hint = "Make it a number column to leave the others out.";
  return notice("numbers-in-text", rows.length, message, hint, { columns: [name], rows });
}

function mixedUnits({ texts, name }: ReadColumn): Notice | null {
  const units = [...unitsOf(texts.texts, texts.counts)];
  const count = units.reduce((sum, [, cells]) => sum + cells, 0);
  if (units.length < 2 || units.length > 5 || count < 0.9 * texts.filled) return null;
  const listed = units.map(([unit, cells]) => `“${unit}” (${formatCount(cells)})`).join(", ");
  const message = `“${name}” is kept as text: its numbers have different units: ${listed}.`;
  return notice("units-mixed", count, message, "Convert them to one unit in the file.", { columns: [name] });
}
