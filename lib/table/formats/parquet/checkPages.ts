import type { FileMetaData } from "hyparquet";
import { Damaged } from "./damaged";
import { type Fields, readFields } from "./thrift";

interface File {
  byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

const mostCells = 200_000_000;
const mostPage = 1 << 28;
const mostBytes = 2 ** 31;
const mostRatio = 2000;
const alwaysAllowed = 1 << 20;

/**
 * Rejects with what is wrong where the parts of a Parquet file do not add up: rows, values and sizes that its pages
 * cannot have. Its reader trusts them, and a damaged one would take all memory there is. Source: Apache Parquet,
 * parquet.thrift.
 */
export async function checkPages(file: File, { num_rows, row_groups }: FileMetaData): Promise<void> {
  const rows = row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  const columns = row_groups[0]?.columns.length ?? 0;
  const plausible = (count: number, most: number) =>
    count >= 0 && count <= most && (count <= alwaysAllowed || count <= mostRatio * file.byteLength);
  if (rows !== Number(num_rows) || !plausible(rows, mostCells) || rows * columns > mostCells)
    throw new Damaged("it does not have the rows that it announces");
  let bytes = 0;
  for (const group of row_groups)
    for (const { meta_data } of group.columns) {
      if (!meta_data) throw new Damaged("a column is not described");
      const { path_in_schema, dictionary_page_offset, data_page_offset, total_compressed_size } = meta_data;
      const first = Number(data_page_offset);
      const start = dictionary_page_offset ? Math.min(first, Number(dictionary_page_offset)) : first;
      const found = await pagesOf(file, start, start + Number(total_compressed_size), mostPage);
      bytes += found.bytes;
      const values = Number(meta_data.num_values);
      if (found.values !== values || !plausible(values, mostCells) || !plausible(bytes, mostBytes))
        throw new Damaged("a column does not have the values that it announces");
      if (path_in_schema.length === 1 && values !== Number(group.num_rows))
        throw new Damaged("a column does not have a value for each row");
    }
}

/** How many values the pages from here to there hold, and their bytes when unpacked. */
async function pagesOf(
  file: File,
  start: number,
  end: number,
  most: number,
): Promise<{ values: number; bytes: number }> {
  const found = { values: 0, bytes: 0 };
  if (!(start >= 0 && end <= file.byteLength)) throw new Damaged("a column lies beyond the file");
  // Where only a byte is left, the reader stops as well.
  for (let at = start; at < end - 1; ) {
    const header = await headerAt(file, at, end);
    const [unpacked, packed] = [numberOf(header.fields, 2), numberOf(header.fields, 3)];
    const next = at + header.length + packed;
    if (!(unpacked >= 0 && unpacked <= most && packed >= 0 && next <= end))
      throw new Damaged("a page lies beyond its column");
    const counts = [5, 8].map((field) => numberOf(header.fields, field, 1)).filter((count) => !Number.isNaN(count));
    const words = numberOf(header.fields, 7, 1);
    if (counts.some((count) => count < 0) || words < 0 || words > unpacked + 1)
      throw new Damaged("a page cannot hold its values");
    found.values += counts.reduce((sum, count) => sum + count, 0);
    found.bytes += unpacked;
    at = next;
  }
  return found;
}

/** The header of a page; those with long limits of their values are longer than the first piece that is looked at. */
async function headerAt(file: File, at: number, end: number): Promise<{ fields: Fields; length: number }> {
  for (const size of [1 << 10, 1 << 24])
    try {
      const bytes = new Uint8Array(await file.slice(at, Math.min(end, at + size)));
      const { fields, end: length } = readFields(bytes, 0);
      return { fields, length };
    } catch (error) {
      if (!(error instanceof RangeError) || at + size >= end) throw error;
    }
  throw new Damaged("a page has no header");
}

/** A number by the numbers of the fields that lead to it; NaN where there is none. */
function numberOf(fields: Fields, field: number, inside?: number): number {
  const value = fields.get(field);
  if (inside !== undefined) return value instanceof Map ? numberOf(value, inside) : Number.NaN;
  return typeof value === "number" ? value : Number.NaN;
}
