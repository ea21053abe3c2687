import type { ReadingOptions } from "../table";
import type { Board } from "./board";

/** The part of a board, or of a join, that decides how its file is read; a change of it reads the file again. */
export function readingOptions({ source, columns }: Pick<Board, "source" | "columns">): ReadingOptions {
  const said = columns.map(
    ({
      name,
      kind,
      decimal,
      suffix,
      dateOrder,
      centuryFrom,
      serial,
      limits,
      dayOfMonth,
      duration,
      missing,
      notMissing,
      blanks,
    }) => ({
      name,
      kind,
      decimal,
      suffix,
      dateOrder,
      centuryFrom,
      serial,
      limits,
      dayOfMonth,
      duration,
      missing,
      notMissing,
      blanks,
    }),
  );
  const spoken = said.filter((column) =>
    Object.values(column).some((value, field) => field > 0 && value !== undefined),
  );
  return { ...source.reading, columns: spoken };
}

/** The board after an answer to a question about reading: options merged, those of columns by name. */
export function withReading(board: Board, { columns = [], ...reading }: ReadingOptions): Board {
  const answered = columns.map(({ missing, notMissing, ...column }) => {
    const before = board.columns.find(({ name }) => name === column.name);
    return {
      ...before,
      ...column,
      ...(missing ? { missing: [...missing] } : {}),
      ...(notMissing ? { notMissing: [...notMissing] } : {}),
    };
  });
  const names = new Set(answered.map(({ name }) => name));
  return {
    ...board,
    source: { ...board.source, reading: { ...board.source.reading, ...reading } },
    columns: [...board.columns.filter(({ name }) => !names.has(name)), ...answered],
  };
}
