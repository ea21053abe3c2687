import type { Result } from "../../result";
import { builtTable, type FileFacts, finishTable, withoutLines } from "../finishTable";
import { refusal } from "../refusal";
import type { ColumnReading, Notice, Question, Reading, ReadingOptions, Table } from "../table";
import { addRecord, tableBuilder } from "../tableBuilder";

/** Cells that are at hand as a whole, as a format knows them. */
export interface Cells {
  format: Reading["format"];
  encoding: string;
  columns: string[];
  /** Places of the columns whose numbers have decimal points, whatever their other cells say. */
  numeric: ReadonlySet<number>;
  rows: number;
  text(row: number, column: number): string;
  notices: Notice[];
  /** The tables of the file where it has several, and which this is. */
  sheet: string | null;
  sheets: string[];
}

/** The table of these cells, every one as text, so that kinds are decided as for any file. */
export async function tableOf(cells: Cells, options: ReadingOptions): Promise<Table> {
  const { format, encoding, columns, numeric, rows, sheet, sheets } = cells;
  const said = new Map(options.columns?.map((choice) => [choice.name, choice]));
  const { names } = tableBuilder(columns, {}, new Set());
  const choices = names.map((name, place): ColumnReading => {
    const choice: ColumnReading = { ...said.get(name), name };
    if (numeric.has(place)) choice.decimal ??= ".";
    return choice;
  });
  const facts: FileFacts = { ...withoutLines, format, encoding, sheet, sheets };
  return builtTable((asTexts) => {
    const builder = tableBuilder(columns, { ...options, columns: choices }, asTexts);
    for (let row = 0; row < rows; row++)
      addRecord(
        builder,
        columns.map((_, column) => cells.text(row, column)),
        row + 1,
      );
    return finishTable(builder, facts, cells.notices, options.decimal);
  });
}

/** Of several tables in a file the one that is asked for, or else the one with most cells, and the question which. */
export function chosen<T extends { name: string; columns: { length: number }; rows: number }>(
  tables: readonly T[],
  what: { file: string; one: string; many: string },
  { sheet }: ReadingOptions,
): Result<{ table: T; sheet: string | null; sheets: string[]; questions: Question[] }> {
  const sheets = tables.map(({ name }) => name);
  const choices = sheets.slice(0, 50).map((each) => ({ label: each, options: { sheet: each } }));
  const cells = ({ columns, rows }: T) => columns.length * rows;
  const table =
    sheet === undefined || tables.length === 1
      ? tables.reduce((most, each) => (cells(each) > cells(most) ? each : most))
      : tables.find(({ name }) => name === sheet);
  if (!table) {
    const message = `“${what.file}” has no ${what.one} “${sheet}”.`;
    return { ok: false, problem: refusal("sheet-absent", message, "Choose one of those it has.", choices) };
  }
  if (tables.length === 1) return { ok: true, value: { table, sheet: null, sheets: [], questions: [] } };
  const several: Question = {
    code: "several-sheets",
    message: `The file has ${tables.length} ${what.many}; “${table.name}” is read, which has most cells.`,
    hint: "Choose the one with your patients.",
    count: tables.length,
    choices,
  };
  return { ok: true, value: { table, sheet: table.name, sheets, questions: sheet === undefined ? [several] : [] } };
}
