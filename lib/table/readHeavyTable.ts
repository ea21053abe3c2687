import type { Result } from "../result";
import type { Format, ReadFormat, ReadProgress } from "./formats/format";
import { headOf } from "./formats/heavy";
import { legacyWorkbook } from "./formats/legacyWorkbook";
import { parquet } from "./formats/parquet";
import { workbook } from "./formats/workbook";
import { readTable } from "./readTable";
import type { Source } from "./source";
import type { ReadingOptions, Table } from "./table";

const inside: readonly Format[] = [workbook(readTable), legacyWorkbook, parquet];

/** A table packed in an archive may itself be of any format, save another archive of several. */
const formats: readonly Format[] = [workbook(readWith(inside)), legacyWorkbook, parquet];

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
    const head = await headOf(source);
    const format = choice.find(({ matches }) => matches(head));
    return format ? format.read(source, options, onProgress) : readTable(source, options, onProgress);
  };
}
