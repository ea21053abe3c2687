import { ok, type Result } from "../result";
import type { Format, ReadFormat, ReadProgress } from "./formats/format";
import { gunzipped, isGzip } from "./formats/gzip";
import { contentHead, headOf } from "./formats/heavy";
import { html } from "./formats/html";
import { json } from "./formats/json";
import { legacyWorkbook } from "./formats/legacyWorkbook";
import { parquet } from "./formats/parquet";
import { rData } from "./formats/rData";
import { sas7bdat } from "./formats/sas7bdat";
import { stata } from "./formats/stata";
import { workbook } from "./formats/workbook";
import { namedOtherwise } from "./namedOtherwise";
import { asMuchAsFits, readTable } from "./readTable";
import { reshaped } from "./reshaped";
import type { Source } from "./source";
import type { ReadingOptions, Table } from "./table";

const others: readonly Format[] = [legacyWorkbook, parquet, json, html, stata, rData, sas7bdat];
const inside: readonly Format[] = [workbook(readTable), ...others];

/** A table packed in an archive may itself be of any format, save another archive of several. */
const formats: readonly Format[] = [workbook(readWith(inside)), ...others];

/** Like `readTable`, with the formats whose readers are large as well: for the reader worker and for Node. */
export async function readHeavyTable(
  source: Source,
  options: ReadingOptions = {},
  onProgress: (progress: ReadProgress) => void = () => {},
): Promise<Result<Table>> {
  return readWith(formats)(source, options, onProgress);
}

function readWith(choice: readonly Format[]): ReadFormat {
  return async (source, options, onProgress) => {
    const head = await contentHead(source);
    const format = choice.find(({ matches }) => matches(head));
    if (!format) return readTable(source, options, onProgress);
    const packed = isGzip(await headOf(source));
    const file = packed ? await gunzipped(source) : ok(source);
    if (!file.ok) return file;
    const read = await asMuchAsFits(() => reshaped(format.read)(file.value, options, onProgress));
    if (!read.ok) return read;
    const table = namedOtherwise(read.value, source.name, format);
    return ok(packed ? { ...table, reading: { ...table.reading, packed: "gzip" } } : table);
  };
}
