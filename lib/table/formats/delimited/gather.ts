import type { Problem } from "../../../result";
import type { ReadingOptions } from "../../table";
import { addRecord, isBlank, type TableBuilder, tableBuilder } from "../../tableBuilder";
import type { Layout } from "./layout";
import { newlineOf } from "./lines";
import type { Pass } from "./pass";
import { type QuoteFault, recordReader } from "./records";
import { mostCells, tooManyCells, tooManyColumns } from "./refusals";

/** The table that the records of a file become. */
export interface Gathered {
  push(text: string, last: boolean): QuoteFault | null;
  table: TableBuilder | null;
  /** Rows (from 1) that keep a quotation mark, where marks are read as ordinary characters. */
  stray: number[];
  strayInHeader: boolean;
  refused: Problem | null;
}

/** Takes the text from the header on, stretch by stretch. */
export function gather(layout: Layout, options: ReadingOptions, pass: Pass): Gathered {
  const gathered: Gathered = { push, table: null, stray: [], strayInHeader: false, refused: null };
  const reader = recordReader(layout.separator, newlineOf(layout.newline), pass.quotes, layout.startLine, add);
  let mayHoldNul = false;
  let below = layout.headerRows?.below ?? 0;
  return gathered;

  function push(text: string, last: boolean) {
    mayHoldNul ||= text.includes("\0");
    return reader.push(text, last);
  }

  function add(record: string[], line: number) {
    if (gathered.table === null) {
      gathered.refused ??= tooManyColumns(record.length);
      if (gathered.refused || record.every(isBlank)) return;
      gathered.table = tableBuilder(
        headerOf(layout, record, options),
        options,
        pass.asTexts,
        layout.hasHeader ? record : [],
      );
      gathered.table.nulInHeader = layout.hasHeader && record.some((cell) => cell.includes("\0"));
      gathered.strayInHeader =
        pass.quotes === "literal" && layout.hasHeader && record.some((cell) => cell.includes('"'));
      if (layout.hasHeader) return;
    }
    const { table } = gathered;
    if (below > 0 && !record.every(isBlank)) {
      const holdsNames = layout.headerRows?.joined && below === layout.headerRows.below;
      if (!holdsNames) table.secondHeader = [...table.secondHeader, record];
      below--;
      return;
    }
    if (table.rows * table.columns.length > mostCells) gathered.refused ??= tooManyCells(table);
    if (gathered.refused) return;
    if (pass.quotes === "literal" && record.some((cell) => cell.includes('"'))) gathered.stray.push(table.rows + 1);
    const nul = mayHoldNul && record.some((cell) => cell.includes("\0"));
    if (nul) table.withNul.push(table.rows);
    addRecord(table, nul ? record.map((cell) => cell.replaceAll("\0", "")) : record, line);
  }
}

function headerOf(
  { hasHeader, rowNames, width, headerRows }: Layout,
  record: string[],
  { unnamed }: ReadingOptions,
): string[] {
  const byPlace = (length: number) => Array.from({ length }, (_, place) => `Column ${place + 1}`);
  if (!hasHeader) return byPlace(Math.max(record.length, width));
  const isPutTogether = headerRows !== null && (headerRows.above || headerRows.joined);
  const names = (isPutTogether ? headerRows.names : record).map((cell) => cell.replaceAll("\0", ""));
  if (unnamed === "last" && width > names.length) return [...names, ...byPlace(width).slice(names.length)];
  return rowNames ? ["Row name", ...names] : names;
}
