import type { Result } from "../result";
import type { ReadingOptions, ReadProgress, Table } from "../table";
import { cellText } from "../table";
import { readHeavyTable } from "../table/readHeavyTable";
import type { FileFacts, ReadSlice } from "./workerApi";

/** The second worker: formats whose readers are too large for the first, loaded when such a file is opened. */
export interface ReaderApi {
  read(
    file: FileFacts,
    slice: ReadSlice,
    options: ReadingOptions,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<Table>>;
  /** The names of the columns and the first rows as texts; null where the file is no table. */
  beginning(file: FileFacts, slice: ReadSlice): Promise<string[][] | null>;
}

export const readerApi: ReaderApi = {
  read: (file, slice, options, onProgress) => readHeavyTable({ ...file, read: slice }, options, onProgress),
  async beginning(file, slice) {
    const read = await readHeavyTable({ ...file, read: slice });
    if (!read.ok) return null;
    const { columns, rows } = read.value;
    const records = Array.from({ length: Math.min(rows, mostRows) }, (_, row) =>
      columns.map((column) => cellText(column, row)),
    );
    return [columns.map(({ name }) => name), ...records];
  },
};

/** As many as a code book may have. */
const mostRows = 2000;
