import type { ValueLabel } from "../codeBook/choicesIn";
import { labelTexts } from "../codeBook/labelTexts";
import { dateShape, dayOf } from "../dateText";
import { durationIn } from "../durations";
import { withoutFootnote } from "../footnotes";
import { limitValue } from "../limits";
import { missingWords, nullWords } from "../missing";
import { parseStyled } from "../numberStyle";
import { parseNumber } from "../numbers";
import { serialDay } from "../serials";
import type { CellsAlike, Column, ColumnReading, RespelledCells, Written } from "../table";
import { type ColumnBuilder, countWord, missingCodes, mostRemembered, mostWritten } from "./columnBuilder";
import type { ColumnKind } from "./columnKind";

export interface FinishedColumn {
  column: Column;
  /** In row order. */
  unparsed: { row: number; text: string }[];
  /** Missing words other than the empty cell, with their cells. */
  words: Map<string, CellsAlike>;
  /** Null where the texts of the column are kept. */
  respelled: RespelledCells | null;
}

/** The typed column: every cell is a value, missing or unparsed. */
export function finishColumn(
  name: string,
  builder: ColumnBuilder,
  kind: ColumnKind,
  choice: ColumnReading,
): FinishedColumn {
  if (kind.kind === "category") {
    const missing = missingCodes(builder, nullWords);
    const written = writtenOf(builder, missing);
    const column: Column = {
      kind: "category",
      name,
      written: choice.labels ? labelled(written, choice.labels) : written,
    };
    return { column, unparsed: [], words: wordCounts(builder, missing), respelled: null };
  }
  const read = reader(kind, choice);
  if (builder.values) return finishNumbers(name, builder, builder.values, read, decimalOf(kind));
  const missing = missingCodes(builder, missingWords);
  const { values, unparsed } = decode(builder, read, missing);
  const written = writtenOf(builder, missingCodes(builder, nullWords));
  const few = written.levels.length <= mostWritten ? written : null;
  const column: Column =
    kind.kind === "number"
      ? { kind: "number", name, values, written: few }
      : { kind: "date", name, days: values, written: few };
  const respelled = written === few ? null : respelledTexts(builder, values, kind);
  return { column, unparsed, words: wordCounts(builder, missing), respelled };
}

const decimalOf = (kind: ColumnKind) => (kind.kind === "number" ? kind.style.style.decimal : ".");

/**
 * Of a dictionary with too many texts to keep: the cells whose text is not the number itself, or the day as 2021-03-28.
 */
function respelledTexts({ levels, codes }: ColumnBuilder, values: Float64Array, kind: ColumnKind): RespelledCells {
  const decimal = decimalOf(kind);
  const special = levels.map((text) =>
    kind.kind === "date" ? !/^\d{4}-\d{2}-\d{2}$/.test(text) : Number.isNaN(parseNumber(text, decimal)),
  );
  const cells: RespelledCells["cells"] = [];
  for (let row = 0; row < values.length && cells.length < mostRemembered; row++)
    if (codes[row] >= 0 && special[codes[row]] && !Number.isNaN(values[row]))
      cells.push({ row, text: levels[codes[row]] });
  return { decimal, cells };
}

/** A text as the number or day it stands for, NaN when it is none. */
function reader(kind: Exclude<ColumnKind, { kind: "category" }>, choice: ColumnReading): (text: string) => number {
  if (kind.kind === "number") {
    const { style } = kind.style;
    const { limits = "leaveOut", footnotes = "leaveOut", duration } = choice;
    if (duration) return (text) => durationIn(text, duration);
    return (written) => {
      const text = footnotes === "read" ? (withoutFootnote(written) ?? written) : written;
      const value = parseStyled(text, style);
      return Number.isNaN(value) && limits !== "leaveOut" ? limitValue(text, style, limits) : value;
    };
  }
  const { serial } = choice;
  const written = (text: string) => {
    const shape = dateShape(text, choice.kind === "date" && !serial);
    return shape ? dayOf(shape, kind.dates.style) : Number.NaN;
  };
  if (!serial) return written;
  return (text) => {
    const day = serialDay(text, serial);
    return Number.isNaN(day) ? written(text) : day;
  };
}

function wordCounts({ codes, levels, rows }: ColumnBuilder, missing: Uint8Array): Map<string, CellsAlike> {
  const words = new Map<string, CellsAlike>();
  if (!missing.includes(1)) return words;
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    if (code >= 0 && missing[code] === 1) countWord(words, levels[code], row);
  }
  return words;
}

function finishNumbers(
  name: string,
  { odd, rows, words }: ColumnBuilder,
  all: Float64Array,
  read: (text: string) => number,
  decimal: "." | ",",
): FinishedColumn {
  const values = all.slice(0, rows);
  const unparsed: FinishedColumn["unparsed"] = [];
  const cells: RespelledCells["cells"] = [];
  for (const { row, text } of odd) {
    values[row] = read(text);
    if (Number.isNaN(values[row])) unparsed.push({ row, text });
    else if (cells.length < mostRemembered) cells.push({ row, text });
  }
  return { column: { kind: "number", name, values, written: null }, unparsed, words, respelled: { decimal, cells } };
}

function decode({ levels, codes, rows }: ColumnBuilder, read: (text: string) => number, missing: Uint8Array) {
  const readAs = Float64Array.from(levels, (text, code) => (missing[code] === 1 ? Number.NaN : read(text)));
  const values = new Float64Array(rows).fill(Number.NaN);
  const unparsed: { row: number; text: string }[] = [];
  for (let row = 0; row < rows; row++) {
    const code = codes[row];
    if (code < 0) continue;
    values[row] = readAs[code];
    if (missing[code] === 0 && Number.isNaN(readAs[code])) unparsed.push({ row, text: levels[code] });
  }
  return { values, unparsed };
}

/** The texts with the labels of those that have one. */
function labelled({ codes, levels }: Written, labels: readonly ValueLabel[]): Written {
  const named = labelTexts(labels, levels);
  return named.size === 0 ? { codes, levels } : { codes, levels: levels.map((text) => named.get(text) ?? text) };
}

/** The texts as written, without those that say nothing. */
function writtenOf({ codes, levels, rows }: ColumnBuilder, missing: Uint8Array): Written {
  if (!missing.includes(1)) return { codes: codes.slice(0, rows), levels };
  const kept: string[] = [];
  const newCode = levels.map((text, code) => (missing[code] === 1 ? -1 : kept.push(text) - 1));
  const own = new Int32Array(rows);
  for (let row = 0; row < rows; row++) own[row] = codes[row] < 0 ? -1 : newCode[codes[row]];
  return { codes: own, levels: kept };
}
