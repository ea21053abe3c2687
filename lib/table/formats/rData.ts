import { counted, rowsInWords } from "../../format";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import { notice, quoted } from "../notices/notice";
import type { Notice, ReadingOptions, Table } from "../table";
import { type Cells, chosen, tableOf } from "./cells";
import type { Format } from "./format";
import { rDataSign } from "./heavy";
import { notATable } from "./notTables";
import { columnOf, type RColumn } from "./rData/column";
import { type Frame, framesIn } from "./rData/frames";
import { parseR } from "./rData/parse";
import { labelNotice } from "./valueLabels";

/** Data frames that R has saved (.rds, .RData); nothing in such a file is ever run. */
export const rData: Format = {
  ...rDataSign,
  async read(source, options, onProgress) {
    const table = await readR(source.name, await source.read(0, source.size), options);
    if (table.ok) onProgress({ bytes: source.size, size: source.size, rows: table.value.rows });
    return table;
  },
};

async function readR(file: string, bytes: Uint8Array, options: ReadingOptions): Promise<Result<Table>> {
  if (bytes[0] === 0x41 || bytes[2] === 0x41) return failed(inText(file));
  const frames = framesOf(bytes);
  if (!frames) return failed(damaged(file));
  if (frames.length === 0)
    return failed(
      notATable(file, "an R object without a data frame", "In R, make it one with as.data.frame() and save that."),
    );
  const named = frames.map((frame) => ({ ...frame, name: frame.name || "the data frame" }));
  const found = chosen(named, { file, one: "data frame", many: "data frames" }, options);
  if (!found.ok) return found;
  const { table: frame, sheet, sheets, questions } = found.value;
  if (frame.rows === 0)
    return failed(problem("no-data-rows", `“${file}” has columns but no rows.`, "Save it anew with its rows."));
  const cells = cellsOf(frame);
  if (cells.columns.length === 0) return failed(notATable(file, "a data frame of lists", "Save single values."));
  const table = await tableOf({ ...cells, sheet, sheets }, options);
  return ok({ ...table, questions: [...questions, ...table.questions] });
}

function framesOf(bytes: Uint8Array): Frame[] | null {
  try {
    return framesIn(parseR(bytes));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function cellsOf({ columns, rows, rowNames }: Frame): Omit<Cells, "sheet" | "sheets"> {
  const all = columns.map(({ name, value }) => ({ name, column: columnOf(value) }));
  const left = all.filter(({ column }) => column === null).map(({ name }) => name);
  const read = all.flatMap(({ name, column }) => (column ? [{ name, column }] : []));
  const ids = rowNames?.map((name) => name ?? "");
  const before = ids ? 1 : 0;
  return {
    format: "r",
    encoding: "utf-8",
    columns: [...(ids ? ["row.names"] : []), ...read.map(({ name }) => name)],
    numeric: new Set(read.flatMap(({ column }, place) => (column.numeric ? [place + before] : []))),
    rows,
    text: (row, place) => (ids && place === 0 ? ids[row] : read[place - before].column.text(row)),
    notices: [
      ...(ids ? [rowNamesRead(rows)] : []),
      ...leftOut(left),
      ...labelNotice(read.filter(({ column }) => column.labelled).map(({ name }) => name)),
      ...read.flatMap(({ name, column }) => declaredMissing(name, column, rows)),
      ...withoutZone(read.filter(({ column }) => column.withoutZone).map(({ name }) => name)),
    ],
  };
}

const rowNamesRead = (rows: number): Notice =>
  notice("row-names", rows, "The names of the rows are read as the column “row.names”.", "Nothing to do.", {
    columns: ["row.names"],
  });

function leftOut(columns: string[]): Notice[] {
  if (columns.length === 0) return [];
  const message = `${counted(columns.length, "column")} with several values in a cell or complex numbers, left out: ${quoted(columns)}.`;
  return [notice("nested-columns", columns.length, message, "Spread them over columns of their own.", { columns })];
}

function declaredMissing(name: string, column: RColumn, rows: number): Notice[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) if (column.declaredMissing(row)) found.push(row + 1);
  if (found.length === 0) return [];
  const message = `${counted(found.length, "cell")} of “${name}” with a value that is declared as missing, read as missing (${rowsInWords(found)}).`;
  const hint = "Change it in R if the value means something.";
  return [notice("declared-missing", found.length, message, hint, { columns: [name], rows: found })];
}

function withoutZone(columns: string[]): Notice[] {
  if (columns.length === 0) return [];
  const message = `${counted(columns.length, "column")} with moments without a time zone, whose days are those of UTC: ${quoted(columns)}.`;
  const hint = "Where midnight matters, set the time zone in R, or save days (as.Date).";
  return [notice("time-zone-unknown", columns.length, message, hint, { columns })];
}

const damaged = (file: string): Problem =>
  problem(
    "r-damaged",
    `“${file}” is an R data file that is damaged or incomplete.`,
    "Fetch it again, or save it anew in R with saveRDS(), or write it with write.csv().",
  );

const inText = (file: string): Problem =>
  problem(
    "not-a-table",
    `“${file}” is an R data file written as text (ascii = TRUE), which is not read.`,
    "In R, save it with saveRDS() as it does by itself.",
  );
