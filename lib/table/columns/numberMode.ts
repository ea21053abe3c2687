import { isMissingWord, missingWords } from "../missing";
import { looksLikeCode, parseNumber } from "../numbers";
import { type ColumnBuilder, countWord, missingCodes } from "./columnBuilder";
import { detached, hasOuterBlank, trimmed } from "./outerBlanks";
import { shortTexts } from "./shortTexts";

/** This many odd cells are always remembered, and beyond them one in five rows. */
const mostOdd = 10_000;

/**
 * Goes on as numbers if four of five cells so far are plain numbers and none looks like a code; else waits for four
 * times as many texts.
 */
export function startNumbers(builder: ColumnBuilder, rows: number): void {
  const decimal = likelyDecimal(builder);
  if (!isMostlyNumbers(builder, rows, decimal)) {
    builder.overflow *= 4;
    return;
  }
  const { levels, codes } = builder;
  const values = new Float64Array(Math.max(4096, 2 * rows));
  Object.assign(builder, {
    decimal,
    values,
    levels: [],
    codes: new Int32Array(0),
    index: new Map(),
    short: shortTexts(),
  });
  for (builder.rows = 0; builder.rows < rows; builder.rows++) {
    appendNumber(builder, values, codes[builder.rows] < 0 ? "" : levels[codes[builder.rows]]);
  }
  builder.rows = rows - 1;
}

function isMostlyNumbers(builder: ColumnBuilder, rows: number, decimal: "." | ","): boolean {
  const { levels, codes } = builder;
  const numbers = levels.map((text) => parseNumber(text, decimal));
  const measured = numbers.some((value) => value < 0 || value % 1 > 0);
  if (!measured && levels.some(looksLikeCode)) return false;
  const proven = levels.some((text, code) => !Number.isNaN(numbers[code]) && markOf(text, decimal) === "proven");
  if (decimal === "," && !proven && !builder.given) return false;
  const missing = missingCodes(builder, missingWords);
  let plain = 0;
  let filled = 0;
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    if (code < 0 || missing[code] === 1) continue;
    filled++;
    if (!Number.isNaN(numbers[code])) plain++;
  }
  return plain >= 0.8 * filled;
}

function likelyDecimal({ levels, decimal, given }: ColumnBuilder): "." | "," {
  if (given) return decimal;
  const other = decimal === "." ? "," : ".";
  const count = (mark: "." | ",") => levels.filter((text) => !Number.isNaN(parseNumber(text, mark))).length;
  return count(other) > count(decimal) ? other : decimal;
}

/** Adds the next cell to a column in number mode. */
export function appendNumber(builder: ColumnBuilder, room: Float64Array, cell: string): void {
  const { rows, decimal } = builder;
  const values = rows === room.length ? moreRoom(builder, room) : room;
  let text = cell;
  let value = parseNumber(text, decimal);
  if (Number.isNaN(value) && hasOuterBlank(cell)) {
    text = trimmed(builder, cell);
    value = parseNumber(text, decimal);
  }
  if (Number.isNaN(value)) {
    if (text !== "") rememberOdd(builder, text);
  } else {
    if (builder.missing.size > 0 || text.charCodeAt(0) === 48 || value >= 1e15) value = unlessOdd(builder, text, value);
    if (!builder.measured && (value < 0 || value % 1 > 0)) builder.measured = true;
    if (builder.mark !== "proven") seeMark(builder, text);
  }
  values[rows] = value;
}

/** NaN for numbers that may be codes or that the user calls missing, which are remembered; else the number itself. */
function unlessOdd(builder: ColumnBuilder, text: string, value: number): number {
  if (!looksLikeCode(text) && !builder.missing.has(text)) return value;
  rememberOdd(builder, text);
  return Number.NaN;
}

function moreRoom(builder: ColumnBuilder, room: Float64Array): Float64Array {
  const values = new Float64Array(2 * room.length);
  values.set(room);
  builder.values = values;
  return values;
}

function seeMark(builder: ColumnBuilder, text: string): void {
  const mark = markOf(text, builder.decimal);
  if (mark !== "none") builder.mark = mark;
}

/** What the text of a number says about its decimal mark: "1.5" proves a point, "1.500" may be fifteen hundred. */
export function markOf(text: string, decimal: "." | ","): ColumnBuilder["mark"] {
  if (!text.includes(decimal)) return "none";
  return /^[-+\u2212]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? "doubtful" : "proven";
}

function rememberOdd(builder: ColumnBuilder, text: string): void {
  if ((isMissingWord(text) && !builder.notMissing.has(text)) || builder.missing.has(text)) {
    countWord(builder.words, text, builder.rows);
    return;
  }
  if (builder.odd.length >= mostOdd && builder.odd.length > 0.2 * builder.rows) builder.overturned = true;
  if (!builder.overturned) builder.odd.push({ row: builder.rows, text: detached(text) });
}
