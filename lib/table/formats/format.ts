import type { Result } from "../../result";
import type { Source } from "../source";
import type { ReadingOptions, Table } from "../table";

export interface ReadProgress {
  /** Bytes of the file read so far, of `size`; starts again where a second pass is needed. */
  bytes: number;
  size: number;
  rows: number;
}

export type ReadFormat = (
  source: Source,
  options: ReadingOptions,
  onProgress: (progress: ReadProgress) => void,
) => Promise<Result<Table>>;

/** How a format is recognised. */
export interface FormatSign {
  id: string;
  /** What the user calls it, with article: "an Excel workbook". */
  label: string;
  /** Endings that files of this format have, in small letters and without a dot. */
  endings: readonly string[];
  /** By content, from the first 64 KiB of the file. */
  matches(head: Uint8Array): boolean;
}

export interface Format extends FormatSign {
  read: ReadFormat;
}
