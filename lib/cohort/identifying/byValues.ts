import type { Column } from "../../table";
import { anyOf } from "../inOrder";
import { isNamedAge } from "./byHeader";

/** What a cell can be, whatever the column is called. */
const shapes: { reason: string; test: RegExp }[] = [
  { reason: "e-mail addresses", test: /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i },
  { reason: "internet addresses", test: /^(https?:\/\/|www\.)\S+$/i },
  { reason: "IP addresses", test: /^(\d{1,3}\.){3}\d{1,3}$|^([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i },
  { reason: "national numbers", test: /^\d{3}-\d{2}-\d{4}$/ },
  { reason: "telephone or plan numbers", test: /^(?!\d{4}-\d{2}-\d{2}$)\+?[\d\s().-]{9,}$/ },
  { reason: "postal codes", test: /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$|^\d{5}-\d{4}$/ },
];

/** The same inside a longer text. */
const inText = anyOf(
  /[^@\s]@[^@\s]+\.[a-z]{2}/i,
  /https?:\/\//i,
  /\b\d{3}-\d{2}-\d{4}\b/,
  /\d[\d\s().-]{8,}\d/,
  /\b(mrs?|ms|dr|prof)\.? [A-Z]/i,
);

const looked = 2000;

/**
 * Why a column looks identifying by what stands in it, null when it does not. Looks at the first 2,000 cells that say
 * something.
 */
export function reasonByValues(column: Column, rows: number): string | null {
  if (column.kind === "date") return "dates other than years";
  if (column.kind === "number") return reasonOfNumbers(column.name, column.values, rows);
  const { codes, levels } = column.written;
  const cells = firstCells(codes, levels);
  if (cells.length === 0) return null;
  for (const { reason, test } of shapes)
    if (cells.filter((cell) => test.test(cell)).length >= 0.6 * cells.length) return reason;
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
  if (cells.filter((cell) => cell.length > 20 && inText.test(cell)).length >= 5)
    return "contact details within the text";
  if (length > 40 && levels.length > 20) return "free text";
  if (rows >= 20 && levels.length >= 0.95 * rows) return "a value of its own in nearly every row";
  return null;
}

/** Ages above 89, and long whole numbers that hardly repeat. */
function reasonOfNumbers(name: string, values: Float64Array, rows: number): string | null {
  if (isNamedAge(name) && values.some((value) => value > 89 && value < 130)) return "ages above 89";
  if (rows < 20) return null;
  const seen = new Set<number>();
  let filled = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || value < 1e6) return null;
    filled++;
    if (seen.size < 100_000) seen.add(value);
  }
  const digits = new Set([...seen].slice(0, 1000).map((value) => String(value).length));
  const alike = digits.size === 1;
  return filled > 0.5 * rows && alike && seen.size >= 0.95 * Math.min(filled, 100_000)
    ? "a number of its own in nearly every row"
    : null;
}

function firstCells(codes: Int32Array, levels: string[]): string[] {
  const cells: string[] = [];
  for (const code of codes) {
    if (cells.length >= looked) break;
    const level = levels[code];
    if (level !== undefined) cells.push(level);
  }
  return cells;
}
