import { type DateStyleChoice, dateStyle } from "../dateStyle";
import { type DateShape, type DateStyle, dateShape, dayOf } from "../dateText";
import { unitsIn } from "../durations";
import { isFootnoted } from "../footnotes";
import { limitOf } from "../limits";
import { missingWords } from "../missing";
import { commonSuffix, numberStyle, parseStyled, type StyleChoice } from "../numberStyle";
import { looksLikeCode } from "../numbers";
import type { ColumnReading } from "../table";
import { type ColumnBuilder, missingCodes } from "./columnBuilder";

/** The different texts of a column that say something, with how many cells have each. Missing words are apart. */
export interface ColumnTexts {
  texts: string[];
  counts: Int32Array;
  /** In number mode: cells already read as plain numbers; they are not among the texts. */
  plain: number;
  /** All cells that say something. */
  filled: number;
}

/** What a column is, and what about it only the user can decide. */
export type ColumnKind =
  | { kind: "category"; why: "text" | "codes"; open: Open | null }
  | { kind: "number"; style: StyleChoice; codes: boolean; open: null }
  | { kind: "date"; dates: DateStyleChoice; open: null };

/** A column that stays text until somebody says how it reads. */
export type Open =
  | { question: "numberMark"; style: StyleChoice }
  | { question: "suffix"; suffix: string }
  | { question: "dateOrder"; dates: DateStyleChoice }
  | { question: "months" }
  | { question: "durations" }
  | { question: "codes" };

const enough = 0.8;

/** A date cannot be mistaken for anything else, so that half of the cells are enough. */
const enoughDates = 0.5;

export function columnTexts(builder: ColumnBuilder): ColumnTexts {
  if (builder.values) return oddTexts(builder, plainCells(builder.values, builder.rows));
  const { levels, codes, rows } = builder;
  const counts = new Int32Array(levels.length);
  for (let row = 0; row < rows; row++) if (codes[row] >= 0) counts[codes[row]]++;
  const missing = missingCodes(builder, missingWords);
  const filled = counts.reduce((sum, count, code) => (missing[code] === 0 ? sum + count : sum), 0);
  if (!missing.includes(1)) return { texts: levels, counts, plain: 0, filled };
  const texts = levels.filter((_, code) => missing[code] === 0);
  return { texts, counts: counts.filter((_, code) => missing[code] === 0), plain: 0, filled };
}

function oddTexts({ odd }: ColumnBuilder, plain: number): ColumnTexts {
  const times = new Map<string, number>();
  for (const { text } of odd) times.set(text, (times.get(text) ?? 0) + 1);
  return { texts: [...times.keys()], counts: Int32Array.from(times.values()), plain, filled: plain + odd.length };
}

function plainCells(values: Float64Array, rows: number): number {
  let plain = 0;
  for (let row = 0; row < rows; row++) if (!Number.isNaN(values[row])) plain++;
  return plain;
}

/**
 * Decides from all cells: a number column where four of five cells are numbers or limits such as "<0.5" (or half of
 * them, when they are plainly measurements), a date column where half are dates, else categories. Digits with leading
 * zeros, or too many of them to be kept, are codes, unless other cells have signs or fractions.
 */
export function columnKind(builder: ColumnBuilder, cells: ColumnTexts, choice: ColumnReading): ColumnKind {
  const category = (open: Open | null = null, why: "text" | "codes" = "text"): ColumnKind => ({
    kind: "category",
    why,
    open,
  });
  if (
    choice.kind === "category" ||
    (choice.labels?.length ?? 0) > 0 ||
    (cells.filled === 0 && choice.kind === undefined)
  )
    return category();
  if (choice.kind === "date" || choice.serial) return dateKind(cells, choice) ?? category();
  const style = styleOf(builder, cells, choice);
  const codes = cells.texts.some(looksLikeCode);
  const number: ColumnKind = { kind: "number", style, codes, open: null };
  if (choice.kind === "number") return number;
  const measured = builder.measured || isMeasured(cells, style);
  if (!measured && choice.limits === undefined && areCodes(cells, style)) return category({ question: "codes" });
  const share = (style.cells + cells.plain + limitCells(cells, style) + footnoteCells(cells, style)) / cells.filled;
  if (share >= 0.5) {
    if (share >= enough || measured || manyNumbers(cells, style))
      return codes && !measured ? category(null, "codes") : number;
  }
  if (areDurations(cells)) return category({ question: "durations" });
  const dates = dateKind(cells, choice);
  if (dates) return dates;
  const suffix = commonSuffix(cells.texts, cells.counts);
  if (suffix !== null) return category({ question: "suffix", suffix });
  return category(mostAre(cells, enough, isMonth) ? { question: "months" } : null);
}

/** No more different numbers than this are codes, and none is greater. */
const mostCodes = 30;

/**
 * Small whole numbers that come again, and beside them texts that begin with such a number: "4ER+" among 1 … 10,
 * "3+" after 0, 1, 2. Times are not so written: of them several are marked, between others that are not.
 */
function areCodes({ texts, counts, plain, filled }: ColumnTexts, { style }: StyleChoice): boolean {
  if (plain > 0 || texts.length > 2 * mostCodes) return false;
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text));
  const cells = texts.reduce((sum, text, place) => (/^\d{1,2}$/.test(text) ? sum + counts[place] : sum), 0);
  if (
    numbers.length < 2 ||
    numbers.some((text) => Number(text) > mostCodes) ||
    cells < 0.5 * filled ||
    numbers.length > 0.7 * cells
  )
    return false;
  const others = texts.filter((text) => /^\d{1,2}\s?[\p{L}+*]/u.test(text) && dateShape(text) === null);
  const strange = others.filter((text) => unitsIn(text).length === 0);
  return strange.length > 0 && !areTimes(numbers, strange, style);
}

/** Times have so many different numbers beside those with a plus. */
const fewestTimes = 5;

/** Different numbers, and below the greatest some with a plus, and nothing else behind them. */
function areTimes(numbers: readonly string[], others: readonly string[], style: StyleChoice["style"]): boolean {
  const greatest = Math.max(...numbers.map(Number));
  const limits = others.map((text) => (text.endsWith("+") ? limitOf(text, style) : Number.NaN));
  return numbers.length >= fewestTimes && !limits.some(Number.isNaN) && limits.some((limit) => limit < greatest);
}

/** Nine of ten cells are stretches of time with different units: "2y 3m", or "48 y" beside "8 mo". */
function areDurations(cells: ColumnTexts): boolean {
  const used = new Set<number>();
  const isDuration = (text: string) => {
    const units = unitsIn(text);
    for (const unit of units) used.add(unit);
    return units.length > 0;
  };
  return mostAre(cells, 0.9, isDuration) && used.size > 1;
}

/** Whether at least this share of the cells have a text like this. */
function mostAre({ texts, counts, filled }: ColumnTexts, share: number, test: (text: string) => boolean): boolean {
  let others = 0;
  for (let place = 0; place < texts.length; place++) {
    if (!test(texts[place])) others += counts[place];
    if (filled - others < share * filled) return false;
  }
  return true;
}

const isMonth = (text: string) => {
  const shape = dateShape(text);
  return shape?.kind === "partial" && shape.month !== null;
};

/** In number mode the plain numbers settle the decimal mark once one of them has proven it. */
function styleOf(builder: ColumnBuilder, { texts, counts }: ColumnTexts, choice: ColumnReading): StyleChoice {
  const decimal = choice.decimal ?? (builder.mark === "proven" ? builder.decimal : undefined);
  const style = numberStyle(texts, counts, { decimal, suffix: choice.suffix });
  if (builder.mark !== "doubtful" || decimal !== undefined || style.style.decimal !== builder.decimal) return style;
  return {
    ...style,
    rivals: [{ ...style.style, decimal: builder.decimal === "." ? "," : ".", thousands: builder.decimal }],
  };
}

/**
 * Cells with a limit, where enough different numbers stand beside them; "<65" and "≥65" alone are groups, "1+", "2+"
 * and "3+" grades.
 */
function limitCells({ texts, counts, plain }: ColumnTexts, { style, cells }: StyleChoice): number {
  const numbers = plain > 0 ? plain : texts.filter((text) => !Number.isNaN(parseStyled(text, style))).length;
  if (numbers < 3) return 0;
  const isLimit = (text: string) =>
    !Number.isNaN(limitOf(text, style)) && (numbers >= fewestTimes || !text.endsWith("+"));
  const limits = texts.reduce((sum, text, place) => (isLimit(text) ? sum + counts[place] : sum), 0);
  return cells + plain >= 0.1 * (cells + plain + limits) ? limits : 0;
}

/** Numbers with the mark of a footnote, where enough different ones stand beside them: "1*" and "2*" alone are codes. */
function footnoteCells({ texts, counts, plain }: ColumnTexts, { style }: StyleChoice): number {
  const numbers = plain > 0 ? plain : texts.filter((text) => !Number.isNaN(parseStyled(text, style))).length;
  if (numbers < fewestTimes) return 0;
  return texts.reduce((sum, text, place) => (isFootnoted(text, style) ? sum + counts[place] : sum), 0);
}

function isMeasured({ texts }: ColumnTexts, { style }: StyleChoice): boolean {
  return texts.some((text) => /^[-+\u2212]|[.,]\d/.test(text) && !Number.isNaN(parseStyled(text, style)));
}

function manyNumbers({ texts, plain }: ColumnTexts, { style }: StyleChoice): boolean {
  return plain > 0 || texts.filter((text) => !Number.isNaN(parseStyled(text, style))).length >= 10;
}

function dateKind(cells: ColumnTexts, choice: ColumnReading): ColumnKind | null {
  const shapes = dateShapes(cells, choice.kind === "date" || choice.serial !== undefined);
  if (shapes === null) return null;
  const dates = dateStyle(shapes, given(choice));
  if (dates.order === "open" || dates.order === "mixed")
    return { kind: "category", why: "text", open: { question: "dateOrder", dates } };
  return { kind: "date", dates, open: null };
}

/**
 * The shapes of a column's dates; null where more than half of the cells are none or no day there is, unless the user
 * says that it holds dates.
 */
function dateShapes({ texts, counts, filled }: ColumnTexts, forced: boolean): DateShape[] | null {
  const shapes: DateShape[] = [];
  let others = 0;
  for (let place = 0; place < texts.length; place++) {
    const shape = dateShape(texts[place], forced);
    if (shape) shapes.push(shape);
    else others += counts[place];
    if (!forced && others > (1 - enoughDates) * filled) return null;
  }
  return forced || shapes.some(isDay) ? shapes : null;
}

const isDay = (shape: DateShape) =>
  (["dmy", "mdy"] as const).some((order) => !Number.isNaN(dayOf(shape, { order, centuryFrom: 1931 })));

function given({ dateOrder, centuryFrom, dayOfMonth }: ColumnReading): Partial<DateStyle> {
  return { order: dateOrder, centuryFrom, dayOfMonth: dayOfMonth === "leaveOut" ? undefined : dayOfMonth };
}

/**
 * Whether number mode has read the column as it is decided to be; otherwise the texts are needed and the file must be
 * read again.
 */
export function agreesWithNumberMode(builder: ColumnBuilder, kind: ColumnKind): boolean {
  if (!builder.values) return true;
  if (builder.overturned || kind.kind !== "number" || (kind.codes && !builder.measured)) return false;
  return builder.mark === "none" || kind.style.style.decimal === builder.decimal;
}
