import type { Result } from "../result";
import type { ReadingOptions, ReadProgress, Table } from "../table";
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
}

export const readerApi: ReaderApi = {
  read: (file, slice, options, onProgress) => readHeavyTable({ ...file, read: slice }, options, onProgress),
};
