import type { ReadingOptions } from "../../table";
import { headerRecord, looksLikeData } from "../header";
import { type HeaderRows, headerRows } from "../headerRows";
import { firstLines, type Line, type LineEnd, lineEnd, newlineOf } from "./lines";
import { type SampleRecord, type SeparatorFit, separatorFits } from "./separator";

/** Where the table lies in the text of a file, and what separates its cells. */
export interface Layout {
  separator: string;
  newline: LineEnd;
  /** Place in the text where the header begins, or the first record when there is none. */
  start: number;
  /** Line on which that is, from 1. */
  startLine: number;
  hasHeader: boolean;
  /** The rows have one cell more than the header, and it numbers them: it has no name. */
  rowNames: boolean;
  /** The names of the columns, and which other lines are a part of the header; null where there is none. */
  headerRows: HeaderRows | null;
  preamble: string[];
  /** The first records in this separator. */
  records: SampleRecord[];
  /** Separators that fit nearly as well, with the number of columns each gives. */
  rivals: SeparatorFit[];
  width: number;
  /** Share of the first records that have this width. */
  regular: number;
}

/**
 * Finds the layout from the first stretch of the text; `complete` says that this is all of it. Choices of the user are
 * kept to.
 */
export function fileLayout(sample: string, complete: boolean, options: ReadingOptions): Layout {
  const newline = lineEnd(sample);
  const lines = firstLines(sample, newlineOf(newline), 2000);
  const told = /^\s*"?sep=(.|\\t)"?\s*$/i.exec(lines[0]?.text ?? "")?.[1];
  const separator = options.separator ?? (told === "\\t" ? "\t" : told);
  const skipped = options.header ? Math.min(options.header - 1, lines.length) : commentLines(lines, told !== undefined);
  const from = lines[skipped]?.start ?? sample.length;
  const oneColumn = separator === undefined && isOneColumn(lines.slice(skipped));
  const fits = separatorFits(sample.slice(from), newlineOf(newline), complete, oneColumn ? ";" : separator);
  const [fit] = fits;
  const rivals = fits.slice(1).filter(({ width, score }) => width > 1 && score > 0.9 * fit.score);
  const head = {
    separator: fit.separator,
    newline,
    rivals,
    width: fit.width,
    regular: fit.regular,
    records: fit.records,
  };
  const cells = fit.records.map((record) => record.cells);
  const place = options.header === undefined ? headerRecord(cells, fit.width) : 0;
  const start = from + (fit.records[place]?.start ?? 0);
  const comment = lines[skipped - 1];
  if (options.header === undefined && place === 0 && comment && isCommentHeader(comment, cells, fit)) {
    return {
      ...head,
      ...at(sample, comment.start + 1, newline, lines),
      hasHeader: true,
      rowNames: false,
      headerRows: null,
    };
  }
  const body = cells.slice(place + 1);
  const hasHeader = options.header !== 0 && (options.header !== undefined || !looksLikeData(cells[place] ?? [], body));
  return {
    ...head,
    ...at(sample, start, newline, lines),
    hasHeader,
    rowNames: hasHeader && (options.unnamed === "first" || numbersRows(cells[place] ?? [], body)),
    headerRows:
      hasHeader && options.header === undefined
        ? headerRows(rightAbove(sample, fit.records, place), cells[place] ?? [], body)
        : null,
  };
}

/** The record on the line before; null where that is blank. */
function rightAbove(sample: string, records: SampleRecord[], place: number): string[] | null {
  const above = records[place - 1];
  if (!above || !records[place]) return null;
  const between = sample.slice(above.start, records[place].start).trimEnd();
  const gap = sample.slice(above.start + between.length, records[place].start);
  return gap.split(/\r\n|\r|\n/).length > 2 ? null : above.cells;
}

function at(sample: string, start: number, newline: LineEnd, lines: Line[]) {
  const startLine = sample.slice(0, start).split(newlineOf(newline)).length;
  return { start, startLine, preamble: lines.slice(0, startLine - 1).map(({ text }) => text) };
}

/** Lines to skip at the start: `sep=`, blank lines, and lines that begin with "#". */
function commentLines(lines: Line[], told: boolean): number {
  let skipped = told ? 1 : 0;
  while (skipped < lines.length && /^\s*(#|$)/.test(lines[skipped].text)) skipped++;
  return skipped;
}

/** A name and numbers with a decimal comma: the comma separates nothing. */
function isOneColumn(lines: Line[]): boolean {
  const filled = lines.map(({ text }) => text.trim()).filter((text) => text !== "");
  return (
    filled.length > 1 && !/[,;\t|]/.test(filled[0]) && filled.slice(1).every((text) => /^[-+]?\d+(,\d+)?$/.test(text))
  );
}

/** "#id time event" right above rows that look like data. */
function isCommentHeader(comment: Line, cells: string[][], { separator, width }: SeparatorFit): boolean {
  if (!comment.text.startsWith("#") || width < 2) return false;
  const names = comment.text.slice(1).split(separator);
  return (
    names.length === width &&
    cells.length > 1 &&
    looksLikeData(cells[0], cells.slice(1)) &&
    !looksLikeData(names, cells)
  );
}

function numbersRows(header: string[], body: string[][]): boolean {
  return (
    body.length > 0 &&
    body.every((record, row) => record.length === header.length + 1 && record[0].trim() === String(row + 1))
  );
}
