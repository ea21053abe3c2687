import { formatCount } from "../../../format";
import { type Problem, problem } from "../../../result";
import { finishTable } from "../../finishTable";
import type { Source } from "../../source";
import type { ReadingOptions, Table } from "../../table";
import { addRecord, isBlank, type TableBuilder, tableBuilder } from "../../tableBuilder";
import type { ReadProgress } from "../format";
import { type DecodingFault, type Encoding, isDecodingFault, type TextSlice, textSlices } from "./encoding";
import { fileLayout, type Layout } from "./layout";
import { layoutNotices, strayQuotes, whichSeparator } from "./layoutNotices";
import { newlineOf } from "./lines";
import { type QuoteFault, type Quotes, recordReader } from "./records";

/** How much is read at a time in bytes, and from how many characters at least the separator and the header are found. */
export interface SliceSizes {
  slice: number;
  sample: number;
}

/** One way of reading the file; later passes change a part of it. */
export interface Pass {
  encoding: Encoding;
  /** The last letter of the file is incomplete and left out. */
  cutOff: boolean;
  quotes: Quotes;
  firstFault: QuoteFault | null;
  /** Columns, by place, that an earlier pass could not finish as numbers. */
  asTexts: ReadonlySet<number>;
}

export type Outcome =
  | { done: "table"; table: Table }
  | { done: "failed"; problem: Problem }
  | { done: "again"; places: number[] }
  | { done: "undecodable"; fault: DecodingFault }
  | { done: "quoteFault"; fault: QuoteFault }
  /** Read with literal quotes, and the lines are not all of one width. */
  | { done: "ragged" };

export async function readOnce(
  source: Source,
  options: ReadingOptions,
  pass: Pass,
  sizes: SliceSizes,
  onProgress: (progress: ReadProgress) => void,
): Promise<Outcome> {
  try {
    const slices = textSlices(source, pass.encoding, sizes.slice, pass.cutOff);
    const first = await firstSlice(slices, sizes.sample);
    const layout = fileLayout(
      first.text.slice(0, sizes.sample),
      first.last && first.text.length <= sizes.sample,
      options,
    );
    const gathered = gather(layout, options, pass);
    for (
      let slice: TextSlice | undefined = { ...first, text: first.text.slice(layout.start) };
      slice;
      slice = (await slices.next()).value
    ) {
      const fault = gathered.push(slice.text, slice.last);
      if (fault) return { done: "quoteFault", fault };
      if (gathered.refused) return { done: "failed", problem: gathered.refused };
      onProgress({ bytes: slice.bytes, size: source.size, rows: gathered.table?.rows ?? 0 });
    }
    return finished(gathered, layout, options, pass, first.text);
  } catch (error) {
    if (isDecodingFault(error)) return { done: "undecodable", fault: error };
    throw error;
  }
}

/** The first stretch of text, as long as the sample or the whole file. */
async function firstSlice(slices: AsyncGenerator<TextSlice, undefined>, sample: number): Promise<TextSlice> {
  const whole: TextSlice = { text: "", bytes: 0, last: false };
  while (!whole.last && whole.text.length < sample) {
    const { value } = await slices.next();
    if (!value) break;
    whole.text += value.text;
    whole.bytes = value.bytes;
    whole.last = value.last;
  }
  return whole;
}

interface Gathered {
  push(text: string, last: boolean): QuoteFault | null;
  table: TableBuilder | null;
  /** Rows (from 1) that keep an unpaired quotation mark at the start of a cell. */
  stray: number[];
  refused: Problem | null;
}

/** Most columns and cells of a table; more are a file that is none, or one that would not fit in memory. */
const mostColumns = 50_000;
const mostCells = 500_000_000;

function gather(layout: Layout, options: ReadingOptions, pass: Pass): Gathered {
  const gathered: Gathered = { push, table: null, stray: [], refused: null };
  const reader = recordReader(layout.separator, newlineOf(layout.newline), pass.quotes, layout.startLine, add);
  let mayHoldNul = false;
  return gathered;

  function push(text: string, last: boolean) {
    mayHoldNul ||= text.includes("\0");
    return reader.push(text, last);
  }

  function add(record: string[], line: number) {
    if (gathered.table === null) {
      if (record.every(isBlank)) return;
      gathered.table = tableBuilder(headerOf(layout, record), options, pass.asTexts);
      gathered.refused = tooManyColumns(record.length);
      if (layout.hasHeader) return;
    }
    const { table } = gathered;
    if (table.rows * table.columns.length > mostCells) gathered.refused ??= tooManyCells(table);
    if (gathered.refused) return;
    if (pass.quotes === "literal" && record.some((cell) => cell.startsWith('"'))) gathered.stray.push(table.rows + 1);
    const nul = mayHoldNul && record.some((cell) => cell.includes("\0"));
    if (nul) table.withNul.push(table.rows);
    addRecord(table, nul ? record.map((cell) => cell.replaceAll("\0", "")) : record, line);
  }
}

function headerOf({ hasHeader, rowNames }: Layout, record: string[]): string[] {
  if (!hasHeader) return record.map((_, place) => `Column ${place + 1}`);
  const names = record.map((cell) => cell.replaceAll("\0", ""));
  return rowNames ? ["Row name", ...names] : names;
}

function tooManyColumns(columns: number): Problem | null {
  if (columns <= mostColumns) return null;
  return problem(
    "too-many-columns",
    `The file would have ${formatCount(columns)} columns.`,
    "Check the separator, or turn rows into columns.",
  );
}

function tooManyCells({ columns }: TableBuilder): Problem {
  return problem(
    "table-too-large",
    `The table would have more than ${formatCount(mostCells)} cells in ${columns.length} columns.`,
    "Leave out columns or rows that are not needed.",
  );
}

function finished(
  { table, stray }: Gathered,
  layout: Layout,
  options: ReadingOptions,
  pass: Pass,
  text: string,
): Outcome {
  if (!table)
    return {
      done: "failed",
      problem: problem("empty-file", "The file holds no table, only blank lines.", "Export it again."),
    };
  if (table.rows === 0) return { done: "failed", problem: noRows(table) };
  if (pass.quotes === "literal" && options.quotes !== "literal" && table.short.length + table.long.length > 0)
    return { done: "ragged" };
  if (headerTooShort(table)) return { done: "failed", problem: shortHeader(table) };
  const notices = [...layoutNotices(layout, pass), ...strayQuotes(stray)];
  const facts = {
    format: "delimited" as const,
    packed: null,
    encoding: pass.encoding.label,
    bom: pass.encoding.bom > 0,
    separator: layout.separator,
    newline: layout.newline,
    header: layout.hasHeader ? layout.startLine : 0,
    preamble: layout.preamble,
    accented: accentedLines(text),
    sheet: null,
    sheets: [],
  };
  const result = finishTable(table, facts, notices, options.decimal);
  if ("again" in result) return { done: "again", places: result.again };
  const questions = [...whichSeparator(layout, options), ...result.table.questions];
  return { done: "table", table: { ...result.table, questions } };
}

function noRows({ names }: TableBuilder): Problem {
  const columns = names.length === 1 ? "1 column name" : `${names.length} column names`;
  return problem("no-data-rows", `The file has ${columns} but no rows.`, "Export it again with its rows.");
}

/** Most rows have more to say than there are names: nobody knows which column has no name. */
const headerTooShort = ({ long, rows }: TableBuilder) => long.length > 0.5 * rows;

function shortHeader({ columns, long }: TableBuilder): Problem {
  return problem(
    "header-too-short",
    `The header has ${columns.length} names, and ${long.length} rows have more cells.`,
    "Give every column a name in the file, or say which line is the header.",
    long.map(({ row }) => row + 1),
  );
}

/** The first three lines with letters beyond ASCII. */
function accentedLines(text: string): string[] {
  const found: string[] = [];
  for (const line of text.slice(0, 1 << 16).split(/\r\n|\n|\r/)) {
    if (found.length === 3) break;
    if (/[^\0-\x7f]/.test(line)) found.push(line.slice(0, 200));
  }
  return found;
}
