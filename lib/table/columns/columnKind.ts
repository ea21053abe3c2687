import { type DateStyleChoice, dateStyle } from "../dateStyle";
import { type DateShape, dateShape, dayOf } from "../dateText";
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
  | { question: "dateOrder"; dates: DateStyleChoice };

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
  if (choice.kind === "category" || (cells.filled === 0 && choice.kind === undefined)) return category();
  if (choice.kind === "date" || choice.serial) return dateKind(cells, choice) ?? category();
  const style = styleOf(builder, cells, choice);
  const codes = cells.texts.some(looksLikeCode);
  const number: ColumnKind = { kind: "number", style, codes, open: null };
  if (choice.kind === "number") return number;
  const share = (style.cells + cells.plain + limitCells(cells, style)) / cells.filled;
  if (share >= 0.5) {
    const measured = builder.measured || isMeasured(cells, style);
    if (share >= enough || measured || manyNumbers(cells, style))
      return codes && !measured ? category(null, "codes") : number;
  }
  const suffix = commonSuffix(cells.texts, cells.counts);
  if (suffix !== null) return category({ question: "suffix", suffix });
  return dateKind(cells, choice) ?? category();
}

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

/** Cells with a limit, where enough different numbers stand beside them; "<65" and "≥65" alone are groups. */
function limitCells({ texts, counts, plain }: ColumnTexts, { style, cells }: StyleChoice): number {
  const numbers = plain > 0 ? plain : texts.filter((text) => !Number.isNaN(parseStyled(text, style))).length;
  if (numbers < 3) return 0;
  const limits = texts.reduce(
    (sum, text, place) => (Number.isNaN(limitOf(text, style)) ? sum : sum + counts[place]),
    0,
  );
  return cells + plain >= 0.1 * (cells + plain + limits) ? limits : 0;
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

function given({ dateOrder, centuryFrom }: ColumnReading) {
  return { ...(dateOrder ? { order: dateOrder } : {}), ...(centuryFrom === undefined ? {} : { centuryFrom }) };
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
