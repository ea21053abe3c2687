import type { Result } from "../result";
import type { Format, ReadProgress } from "./formats/format";
import { headOf } from "./formats/heavy";
import { parquet } from "./formats/parquet";
import { workbook } from "./formats/workbook";
import { readTable } from "./readTable";
import type { Source } from "./source";
import type { ReadingOptions, Table } from "./table";

const formats: readonly Format[] = [workbook(readTable), parquet];

/** Like `readTable`, with the formats whose readers are large as well: for the reader worker and for Node. */
export async function readHeavyTable(
  source: Source,
  options: ReadingOptions = {},
  onProgress: (progress: ReadProgress) => void = () => {},
): Promise<Result<Table>> {
  const head = await headOf(source);
  const format = formats.find(({ matches }) => matches(head));
  return format ? format.read(source, options, onProgress) : readTable(source, options, onProgress);
}
