import { counted, rowsInWords } from "../../format";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import { notice, quoted } from "../notices/notice";
import type { Notice, ReadingOptions, Table } from "../table";
import { chosen, tableOf } from "./cells";
import type { Format } from "./format";
import { jsonSign } from "./heavy";
import { type Json, parseValues } from "./json/parse";
import { isNested, isNumeric, type JsonTable, tablesIn, textOf } from "./json/tables";
import { notATable } from "./notTables";

/** Records in JSON: a list of them, columns by name, lists under a name, or a record a line. */
export const json: Format = {
  ...jsonSign,
  async read(source, options, onProgress) {
    const bytes = await source.read(0, source.size);
    const table = await readJson(source.name, bytes, options);
    if (table.ok) onProgress({ bytes: source.size, size: source.size, rows: table.value.rows });
    return table;
  },
};

/** Longest text that can be taken apart in memory. */
const mostBytes = 400 << 20;

async function readJson(file: string, bytes: Uint8Array, options: ReadingOptions): Promise<Result<Table>> {
  if (bytes.length > mostBytes) return failed(tooLarge(file));
  const text = decoded(bytes);
  const values = text === null ? null : parseValues(text);
  if (!values) return failed(damaged(file));
  const tables = tablesIn(values).map((each) => ({ ...each, name: each.name || "the document" }));
  if (tables.length === 0 || isBoard(values))
    return failed(
      notATable(file, "a JSON document", "If it is a board, open it as a board. A table is a list of records."),
    );
  const found = chosen(tables, { file, one: "list", many: "lists of records" }, options);
  if (!found.ok) return found;
  const { table, sheet, sheets, questions } = found.value;
  const { kept, notices } = withoutNested(table);
  if (kept.length === 0) return failed(notATable(file, "a JSON document", "Its records hold lists and records only."));
  const made = await tableOf(
    {
      format: "json",
      encoding: "utf-8",
      columns: kept.map((place) => table.columns[place]),
      numeric: numericPlaces(table, kept),
      rows: table.rows,
      text: (row, column) => textOf(table.at(row, kept[column])),
      notices,
      sheet,
      sheets,
    },
    options,
  );
  return ok({ ...made, questions: [...questions, ...made.questions] });
}

function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A board or a score, whose lists are no patients. */
const isBoard = ([first]: readonly Json[]) =>
  first instanceof Map && (first.has("meierboard") || first.has("meierboardScore"));

/** Columns of lists and records alone are left out; so are single cells with them. Both are named. */
function withoutNested(table: JsonTable): { kept: number[]; notices: Notice[] } {
  const rowsOf = new Map<number, number[]>();
  const kept = table.columns.flatMap((_, column) => {
    const rows: number[] = [];
    let filled = 0;
    for (let row = 0; row < table.rows; row++) {
      const value = table.at(row, column);
      if (isNested(value)) rows.push(row + 1);
      else if (value !== null && value !== undefined) filled++;
    }
    if (rows.length > 0) rowsOf.set(column, rows);
    return rows.length > 0 && filled === 0 ? [] : [column];
  });
  const left = table.columns.filter((_, column) => !kept.includes(column));
  const notices: Notice[] = [];
  const hint = "Spread them over columns of their own.";
  if (left.length > 0) {
    const message = `${counted(left.length, "column")} with lists or records in their cells, left out: ${quoted(left)}.`;
    notices.push(notice("nested-columns", left.length, message, hint, { columns: left }));
  }
  for (const [column, rows] of rowsOf) {
    if (!kept.includes(column)) continue;
    const columns = [table.columns[column]];
    const message = `${counted(rows.length, "cell")} of ${quoted(columns)} with a list or a record, read as missing (${rowsInWords(rows)}).`;
    notices.push(notice("nested-cells", rows.length, message, hint, { columns, rows }));
  }
  return { kept, notices };
}

function numericPlaces(table: JsonTable, kept: readonly number[]): ReadonlySet<number> {
  const has = (column: number) => {
    for (let row = 0; row < table.rows; row++) if (isNumeric(table.at(row, column))) return true;
    return false;
  };
  return new Set(kept.flatMap((column, place) => (has(column) ? [place] : [])));
}

const damaged = (file: string): Problem =>
  problem(
    "json-damaged",
    `“${file}” begins like a JSON document, not a table, and is none: it is damaged, cut off, or names a thing twice.`,
    "Fetch it again, or save the table as CSV.",
  );

const tooLarge = (file: string): Problem =>
  problem("json-too-large", `“${file}” is too large a JSON document to be read.`, "Save the table as CSV or Parquet.");
