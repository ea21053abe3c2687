import { gunzipSync } from "fflate";
import { decompress } from "fzstd";
import {
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  snappyUncompress,
} from "hyparquet";
import { counted } from "../../format";
import { failed, ok, problem, type Result } from "../../result";
import { TooMuch } from "../columns/room";
import { builtTable, type FileFacts, finishTable, withoutLines } from "../finishTable";
import { notice, quoted } from "../notices/notice";
import type { Source } from "../source";
import type { Notice, ReadingOptions, Table } from "../table";
import { addRecord, type TableBuilder, tableBuilder } from "../tableBuilder";
import type { Format, ReadProgress } from "./format";
import { parquetSign } from "./heavy";
import { checkPages } from "./parquet/checkPages";
import { whyUnreadable } from "./parquet/damaged";
import { withOwnNames } from "./parquet/ownNames";

export const parquet: Format = { ...parquetSign, read: readParquet };

/** Each unpacks into as many bytes as the page says, which `checkPages` has looked at, and never into more. */
const compressors: Compressors = {
  GZIP: (packed, length) => gunzipSync(packed, { out: new Uint8Array(length) }),
  ZSTD: (packed, length) => decompress(packed, new Uint8Array(length)),
  SNAPPY(packed, length) {
    const page = new Uint8Array(length);
    snappyUncompress(packed, page);
    return page;
  },
};

const facts: FileFacts = { ...withoutLines, format: "parquet", encoding: "utf-8" };

async function readParquet(
  source: Source,
  options: ReadingOptions,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<Table>> {
  const watched = watchedFile(source);
  try {
    const metadata = await parquetMetadataAsync(watched.file, { geoparquet: false });
    if (metadata.num_rows === 0n)
      return failed(
        problem("no-data-rows", `“${source.name}” has columns but no rows.`, "Export it again with its rows."),
      );
    await checkPages(watched.file, metadata);
    const table = await builtTable(async (asTexts) => {
      const builder = await fill(watched.file, metadata, options, asTexts, (rows, bytes) =>
        onProgress({ bytes, size: source.size, rows }),
      );
      return finishTable(builder, facts, nestedColumns(metadata), options.decimal);
    });
    return ok(table);
  } catch (error) {
    if (watched.stopped) throw watched.stopped.reason;
    if (error instanceof TooMuch) throw error;
    return failed(
      problem(
        "parquet-damaged",
        `“${source.name}” is a Parquet file that cannot be read: ${whyUnreadable(error)}.`,
        "Save it anew, with Snappy, gzip or Zstandard, or as CSV.",
      ),
    );
  }
}

/** The file as the reader asks for it; what stops a reading is kept apart from faults of the file. */
function watchedFile(source: Source) {
  const watched = {
    stopped: null as { reason: unknown } | null,
    file: {
      byteLength: source.size,
      async slice(start: number, end = source.size): Promise<ArrayBuffer> {
        const bytes = await source.read(start, Math.min(end, source.size)).catch((reason: unknown) => {
          watched.stopped = { reason };
          throw reason;
        });
        return bytes.slice().buffer as ArrayBuffer;
      },
    },
  };
  return watched;
}

/** Row group by row group, every value written as text, so that kinds are decided as for any file. */
async function fill(
  file: { byteLength: number; slice(start: number, end?: number): Promise<ArrayBuffer> },
  metadata: FileMetaData,
  options: ReadingOptions,
  asTexts: ReadonlySet<number>,
  onRows: (rows: number, bytes: number) => void,
): Promise<TableBuilder> {
  const header = parquetSchema(metadata).children.map(({ element }) => element.name);
  const table = tableBuilder(header, { ...options, decimal: "." }, asTexts);
  const numbered = withOwnNames(metadata);
  let start = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    const values: unknown[][] = [];
    // Column by column: of several at once that cannot be read, all but the first would fail unheard.
    for (const place of header.keys())
      await parquetRead({
        file,
        metadata: numbered,
        columns: [String(place)],
        compressors,
        rowStart: start,
        rowEnd: end,
        onComplete(rows: unknown[][]) {
          values.push(rows.map(([value]) => value));
        },
      });
    for (let row = 0; row < end - start; row++)
      addRecord(
        table,
        values.map((column) => textOf(column[row])),
        start + row + 1,
      );
    start = end;
    onRows(table.rows, Math.round((file.byteLength * start) / Number(metadata.num_rows)));
  }
  return table;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.replaceAll("\0", "");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "object")
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
  return String(value);
}

/** The reader gives days and moments as dates in UTC; days are at midnight. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day, clock] = date.toISOString().split("T");
  return clock.startsWith("00:00:00") ? day : `${day} ${clock.slice(0, 8)}`;
}

function nestedColumns(metadata: FileMetaData): Notice[] {
  const columns = parquetSchema(metadata)
    .children.filter(({ children }) => children.length > 0)
    .map(({ element }) => element.name);
  if (columns.length === 0) return [];
  const message = `${counted(columns.length, "column")} with several values in a cell, kept as text: ${quoted(columns)}.`;
  return [notice("nested-columns", columns.length, message, "Spread them over columns of their own.", { columns })];
}
