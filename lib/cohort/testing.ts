import { type Board, boardSchema } from "../board/board";
import { boardVersion } from "../board/version";
import { bytesSource, type ColumnReading, readTable, type Table } from "../table";

/** For tests: a table read from text as any file is. */
export async function tableFrom(text: string, columns: readonly ColumnReading[] = []): Promise<Table> {
  const read = await readTable(bytesSource("test.csv", new TextEncoder().encode(text)), { columns });
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

/** For tests: a board with the given parts and defaults for the rest. */
export const boardFrom = (parts: Record<string, unknown>): Board =>
  boardSchema.parse({ meierboard: boardVersion, source: { file: null, rows: null, sha256: null }, ...parts });
