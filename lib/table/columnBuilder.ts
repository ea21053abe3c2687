import { isMissingWord, missingWords } from "./missing";
import { looksLikeCode, parseNumber } from "./numbers";
import { type ShortTexts, shortTexts, slotOf, takeSlot } from "./shortTexts";
import type { ColumnReading } from "./table";

/** While a column has no more different texts than this, they are kept as written beside its numbers. */
export const mostWritten = 1000;
/** In number mode: this many odd cells are always remembered, and beyond them one in five rows. */
const mostOdd = 10_000;

/**
 * A column in the making, cell by cell. It begins as a dictionary of different texts. When these overflow and nearly all are plain numbers it
 * goes on as numbers, remembering the odd cells; otherwise it stays a dictionary. Kinds are decided at the end, from all rows.
 */
export interface ColumnBuilder {
  rows: number;
  codes: Int32Array;
  levels: string[];
  index: Map<string, number>;
  short: ShortTexts;
  /** Number of levels at which the dictionary is looked at again. */
  overflow: number;
  values: Float64Array | null;
  decimal: "." | ",";
  /** The decimal mark was told and is not looked for. */
  given: boolean;
  /** In number mode: cells that are no plain number and no missing word. */
  odd: { row: number; text: string }[];
  words: Map<string, number>;
  /** In number mode: a negative number or a fraction has been seen, so that the column measures something and holds no codes. */
  measured: boolean;
  /** In number mode: whether a decimal mark has been seen, and if so, whether always before three digits, where it could set off thousands. */
  mark: "none" | "doubtful" | "proven";
  /** Texts that mean "no value" here by the user's word. */
  missing: ReadonlySet<string>;
  /** Later rows have shown that number mode was the wrong choice; the file must be read again with this column as a dictionary. */
  overturned: boolean;
  /** Cells whose outer blanks were cut; and how many had which text before that, for the first 200 such texts. */
  trimmed: number;
  untrimmed: Map<string, number>;
}

/** `asTexts` keeps the column a dictionary, however many different texts there are. */
export function columnBuilder(choice: ColumnReading, asTexts: boolean): ColumnBuilder {
  const never =
    asTexts ||
    choice.kind === "category" ||
    choice.kind === "date" ||
    choice.serial !== undefined ||
    choice.suffix !== undefined;
  return {
    rows: 0,
    codes: new Int32Array(256),
    levels: [],
    index: new Map(),
    short: shortTexts(),
    overflow: never ? Number.POSITIVE_INFINITY : mostWritten,
    values: null,
    decimal: choice.decimal ?? ".",
    given: choice.decimal !== undefined,
    odd: [],
    words: new Map(),
    measured: false,
    mark: "none",
    missing: new Set(choice.missing),
    overturned: false,
    trimmed: 0,
    untrimmed: new Map(),
  };
}

export function appendCell(builder: ColumnBuilder, cell: string): void {
  if (builder.values) appendNumber(builder, builder.values, cell);
  else appendText(builder, hasOuterBlank(cell) ? trimmed(builder, cell) : cell);
  builder.rows++;
}

/** Whether the first or the last character may be a blank; most of those beyond ASCII are none. */
function hasOuterBlank(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first <= 32 || first > 126 || last <= 32 || last > 126;
}

function trimmed(builder: ColumnBuilder, cell: string): string {
  const text = cell.trim();
  if (text.length !== cell.length && text !== "") {
    builder.trimmed++;
    const times = builder.untrimmed.get(cell);
    if (times !== undefined) builder.untrimmed.set(cell, times + 1);
    else if (builder.untrimmed.size < 200) builder.untrimmed.set(detached(cell), 1);
  }
  return text;
}

function appendText(builder: ColumnBuilder, text: string): void {
  const { rows, levels, short } = builder;
  if (rows === builder.codes.length) builder.codes = larger(builder.codes);
  if (text === "") {
    builder.codes[rows] = -1;
    return;
  }
  const slot = slotOf(short, text);
  const code = slot >= 0 ? short.codes[slot] - 1 : (builder.index.get(text) ?? -1);
  builder.codes[rows] = code >= 0 ? code : addLevel(builder, text, slot);
  if (levels.length > builder.overflow) startNumbers(builder, rows + 1);
}

function addLevel({ levels, short, index }: ColumnBuilder, text: string, slot: number): number {
  const own = detached(text);
  const code = levels.push(own) - 1;
  if (slot >= 0) takeSlot(short, slot, code);
  else index.set(own, code);
  return code;
}

/** The code of a text in the dictionary, −1 when the column has no such cell. */
export function codeOf({ short, index }: ColumnBuilder, text: string): number {
  const slot = slotOf(short, text);
  return slot >= 0 ? short.codes[slot] - 1 : (index.get(text) ?? -1);
}

/** By code: whether the text is one of the words or means "no value" by the user's word. */
export function missingCodes(builder: ColumnBuilder, words: ReadonlySet<string>): Uint8Array {
  const missing = new Uint8Array(builder.levels.length);
  for (const word of [...words, ...builder.missing]) {
    const code = codeOf(builder, word);
    if (code >= 0) missing[code] = 1;
  }
  return missing;
}

/** A text of its own: a slice would keep the whole stretch of file alive from which it was cut. */
const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

function larger(codes: Int32Array): Int32Array {
  const grown = new Int32Array(2 * codes.length);
  grown.set(codes);
  return grown;
}

/** Goes on as numbers if four of five cells so far are plain numbers and none looks like a code; else waits for twice as many texts. */
function startNumbers(builder: ColumnBuilder, rows: number): void {
  const { levels, codes } = builder;
  const decimal = likelyDecimal(builder);
  const numbers = levels.map((text) => parseNumber(text, decimal));
  let plain = 0;
  let filled = 0;
  const missing = missingCodes(builder, missingWords);
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    if (code < 0 || missing[code] === 1) continue;
    filled++;
    if (!Number.isNaN(numbers[code])) plain++;
  }
  builder.measured = numbers.some((value) => value < 0 || value % 1 > 0);
  const proven = levels.some((text, code) => !Number.isNaN(numbers[code]) && markOf(text, decimal) === "proven");
  if (
    plain < 0.8 * filled ||
    (!builder.measured && levels.some(looksLikeCode)) ||
    (decimal === "," && !proven && !builder.given)
  ) {
    builder.overflow *= 2;
    return;
  }
  builder.decimal = decimal;
  const values = new Float64Array(Math.max(4096, 2 * rows));
  builder.values = values;
  builder.rows = 0;
  for (let row = 0; row < rows; row++) {
    appendNumber(builder, values, codes[row] < 0 ? "" : levels[codes[row]]);
    builder.rows++;
  }
  builder.rows = rows - 1;
  builder.codes = new Int32Array(0);
  builder.levels = [];
  builder.index = new Map();
  builder.short = shortTexts();
}

function likelyDecimal({ levels, decimal, given }: ColumnBuilder): "." | "," {
  if (given) return decimal;
  const other = decimal === "." ? "," : ".";
  const count = (mark: "." | ",") =>
    levels.reduce((sum, text) => sum + (Number.isNaN(parseNumber(text, mark)) ? 0 : 1), 0);
  return count(other) > count(decimal) ? other : decimal;
}

function appendNumber(builder: ColumnBuilder, room: Float64Array, cell: string): void {
  const { rows } = builder;
  const values = rows === room.length ? moreRoom(builder, room) : room;
  let value = parseNumber(cell, builder.decimal);
  if (Number.isNaN(value) && cell !== "") {
    const text = hasOuterBlank(cell) ? trimmed(builder, cell) : cell;
    value = text === cell ? Number.NaN : parseNumber(text, builder.decimal);
    if (Number.isNaN(value) && text !== "") rememberOdd(builder, text);
  }
  if (!Number.isNaN(value)) {
    if (builder.missing.size > 0 || cell.charCodeAt(0) === 48 || value >= 1e15)
      value = unlessOdd(builder, cell.trim(), value);
    if (!builder.measured && (value < 0 || value % 1 > 0)) builder.measured = true;
    if (builder.mark !== "proven") seeMark(builder, cell);
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
  if (isMissingWord(text) || builder.missing.has(text)) {
    builder.words.set(text, (builder.words.get(text) ?? 0) + 1);
    return;
  }
  if (builder.odd.length >= mostOdd && builder.odd.length > 0.2 * builder.rows) builder.overturned = true;
  if (!builder.overturned) builder.odd.push({ row: builder.rows, text: detached(text) });
}
