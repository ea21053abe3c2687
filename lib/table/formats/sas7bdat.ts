import { failed, ok, type Problem, problem, type Result } from "../../result";
import type { Notice, ReadingOptions, Table } from "../table";
import { decodes, joined } from "./bytes";
import { type Cells, tableOf } from "./cells";
import { legacyEncoding } from "./delimited/legacyEncoding";
import { days1960, dayText, momentText } from "./epoch";
import type { Format } from "./format";
import { sasSign } from "./heavy";
import { ownMissing } from "./ownMissing";
import type { SasColumn } from "./sas/columns";
import { encodings } from "./sas/encodings";
import { DeletedRows, readData, type SasData, TooLarge } from "./sas/rows";
import { shownAs } from "./sasFormats";

/** Data sets of SAS (.sas7bdat), also compressed, of any machine. Their labels for values are in files of their own. */
export const sas7bdat: Format = {
  ...sasSign,
  async read(source, options, onProgress) {
    const table = await readSas(source.name, await source.read(0, source.size), options);
    if (table.ok) onProgress({ bytes: source.size, size: source.size, rows: table.value.rows });
    return table;
  },
};

async function readSas(file: string, bytes: Uint8Array, options: ReadingOptions): Promise<Result<Table>> {
  const data = dataOf(file, bytes);
  if (!data.ok) return data;
  if (data.value.rows === 0)
    return failed(problem("no-data-rows", `“${file}” has columns but no rows.`, "Save it anew with its rows."));
  return ok(await tableOf(cellsOf(data.value), options));
}

function dataOf(file: string, bytes: Uint8Array): Result<SasData> {
  try {
    return ok(readData(bytes));
  } catch (error) {
    if (error instanceof DeletedRows) return failed(deleted(file));
    if (error instanceof TooLarge) return failed(tooLarge(file));
    if (error instanceof RangeError) return failed(damaged(file));
    throw error;
  }
}

function cellsOf(set: SasData): Cells {
  const { columns, rows, rowLength, bytes, little } = set;
  const texts = joined([...columns.map(({ name }) => name), ...textCells(set)]);
  const encoding = encodingOf(set.encoding, texts);
  const decoder = new TextDecoder(encoding);
  const names = columns.map(({ name }) => decoder.decode(name).replace(/(?<![\0 ])[\0 ]+$/, ""));
  const shown = columns.map(({ format }) => shownAs(format));
  const cell = new DataView(new ArrayBuffer(8));
  const number = (row: number, column: SasColumn) =>
    numberAt(cell, bytes, row * rowLength + column.at, column.length, little);

  function text(row: number, place: number): string {
    const column = columns[place];
    if (!column.numeric) {
      const start = row * rowLength + column.at;
      return decoder
        .decode(bytes.subarray(start, start + column.length))
        .replace(/(?<![\0 ])[\0 ]+$/, "")
        .replaceAll("\0", "");
    }
    const value = number(row, column);
    if (typeof value === "string") return "";
    if (shown[place] === "day") return dayText(value - days1960);
    return shown[place] === "moment" ? momentText(value - 86_400 * days1960) : String(value);
  }

  return {
    format: "sas",
    encoding,
    columns: names,
    numeric: new Set(columns.flatMap(({ numeric }, place) => (numeric ? [place] : []))),
    rows,
    text,
    notices: columns.flatMap((column, place): Notice[] =>
      column.numeric ? ownMissing(names[place], rows, (row) => number(row, column), "SAS") : [],
    ),
    sheet: null,
    sheets: [],
  };
}

/**
 * A number of three to eight bytes, whose last ones are zero; or the letter of what is missing: "" for the plain ".",
 * else "._" and ".A" to ".Z".
 */
function numberAt(cell: DataView, bytes: Uint8Array, at: number, length: number, little: boolean): number | string {
  cell.setFloat64(0, 0);
  for (let place = 0; place < length; place++)
    cell.setUint8(place, bytes[little ? at + length - 1 - place : at + place]);
  const value = cell.getFloat64(0);
  if (!Number.isNaN(value)) return value;
  const tag = 255 - cell.getUint8(2);
  if (tag === 0 || tag === 0x5f) return "._";
  const letter = tag >= 2 && tag < 28 ? tag + 63 : tag;
  return letter >= 65 && letter <= 90 ? `.${String.fromCharCode(letter)}` : "";
}

function* textCells({ columns, rows, rowLength, bytes }: SasData): Generator<Uint8Array> {
  for (const { numeric, at, length } of columns)
    if (!numeric)
      for (let row = 0; row < rows; row++) yield bytes.subarray(row * rowLength + at, row * rowLength + at + length);
}

/** What the file says, where its bytes are that; else UTF-8 or what they look like. */
function encodingOf(code: number, texts: Uint8Array): string {
  const labels = [encodings.get(code), "utf-8"].flatMap((label) => label ?? []);
  return labels.find((label) => decodes(texts, label)) ?? legacyEncoding(texts);
}

const damaged = (file: string): Problem =>
  problem(
    "sas-damaged",
    `“${file}” is a SAS data set that is damaged or incomplete.`,
    "Fetch it again, or save it anew in SAS, or as CSV (proc export).",
  );

const deleted = (file: string): Problem =>
  problem(
    "sas-deleted-rows",
    `“${file}” is a SAS data set with rows that are marked as deleted, which are still in it.`,
    "In SAS, copy it (data new; set old; run;) and open the copy.",
  );

const tooLarge = (file: string): Problem =>
  problem(
    "zip-bomb",
    `“${file}” says that it has far more rows than fit into its size, and is not opened.`,
    "Save it anew in SAS, or as CSV.",
  );
