import type { ColumnReading, ReadingOptions } from "../table";
import { labelTexts } from "../table/codeBook/labelTexts";
import type { Board, Endpoint } from "./board";

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
      footnotes,
      dayOfMonth,
      duration,
      missing,
      notMissing,
      blanks,
      labels,
    }) => ({
      name,
      kind,
      decimal,
      suffix,
      dateOrder,
      centuryFrom,
      serial,
      limits,
      footnotes,
      dayOfMonth,
      duration,
      missing,
      notMissing,
      blanks,
      labels,
    }),
  );
  const spoken = said.filter((column) =>
    Object.values(column).some((value, field) => field > 0 && value !== undefined),
  );
  return { ...source.reading, columns: spoken };
}

/** The board after an answer to a question about reading: options merged, those of columns by name. */
export function withReading(board: Board, { columns = [], ...reading }: ReadingOptions): Board {
  const answered = columns.map(({ missing, notMissing, labels, ...column }) => {
    const before = board.columns.find(({ name }) => name === column.name);
    return {
      ...before,
      ...column,
      ...(missing ? { missing: [...missing] } : {}),
      ...(notMissing ? { notMissing: [...notMissing] } : {}),
      ...(labels ? { labels: [...labels] } : {}),
    };
  });
  const names = new Set(answered.map(({ name }) => name));
  return {
    ...board,
    source: { ...board.source, reading: { ...board.source.reading, ...reading } } as Board["source"],
    endpoints: board.endpoints.map((endpoint) => asLabelled(endpoint, columns)),
    columns: [...board.columns.filter(({ name }) => !names.has(name)), ...answered],
  };
}

/** The endpoint with what it says of values said of the labels they are read as. */
function asLabelled(endpoint: Endpoint, columns: readonly ColumnReading[]): Endpoint {
  const { event } = endpoint;
  const labels = columns.find(({ name }) => name === event?.column)?.labels ?? [];
  if (!event || labels.length === 0) return endpoint;
  const values = event.coding.map(({ value }) => value);
  const texts = labelTexts(labels, values);
  const coding = event.coding.map((line) => ({ ...line, value: texts.get(line.value) ?? line.value }));
  return { ...endpoint, event: { ...event, coding } };
}
