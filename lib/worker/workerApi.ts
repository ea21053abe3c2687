import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { analysis, type Snapshot } from "../analyze";
import type { Board } from "../board/board";
import { withoutIdentifyingValues } from "../cohort/identifying";
import { type TableSummary, tableSummary } from "../cohort/tableSummary";
import { ok, type Result } from "../result";
import { type ReadingOptions, type ReadProgress, readTable, type Source, type Table } from "../table";

/** The page reads the slices of a file for the worker, because in some browsers a worker on file:// cannot. */
export type ReadSlice = Source["read"];
export type FileFacts = Pick<Source, "name" | "size">;

/** What the worker does for the page. The table lives here from reading on; it never goes back. */
export interface WorkerApi {
  read(
    file: FileFacts,
    slice: ReadSlice,
    options: ReadingOptions,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<TableSummary>>;
  /** Takes over a table that a reader worker has made. */
  adopt(table: Table): TableSummary;
  analyze(board: Board, only?: string): Snapshot;
  /** The board as it may be saved, without levels and filters of columns that identify. */
  savable(board: Board): Board;
  /** SHA-256 of the whole file, read in slices. */
  hash(file: FileFacts, slice: ReadSlice): Promise<string>;
}

const sliceSize = 4 << 20;

export function createWorkerApi(): WorkerApi {
  let table: Table | null = null;
  let answer: ((board: Board, only?: string) => Snapshot) | null = null;

  const adopt = (made: Table): TableSummary => {
    table = made;
    answer = analysis(made);
    return tableSummary(made);
  };

  return {
    adopt,
    async read(file, slice, options, onProgress) {
      const read = await readTable({ ...file, read: slice }, options, onProgress);
      return read.ok ? ok(adopt(read.value)) : read;
    },
    analyze(board, only) {
      if (!answer) throw new Error("analyze before a table was read");
      return answer(board, only);
    },
    savable(board) {
      if (!table) throw new Error("savable before a table was read");
      return withoutIdentifyingValues(board, table);
    },
    async hash({ size }, slice) {
      const digest = sha256.create();
      for (let start = 0; start < size; start += sliceSize)
        digest.update(await slice(start, Math.min(size, start + sliceSize)));
      return bytesToHex(digest.digest());
    },
  };
}
