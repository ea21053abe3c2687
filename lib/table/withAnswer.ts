import type { ColumnReading, ReadingOptions } from "./table";

/**
 * The reading options with one more answer to a question; what it says about a column adds to what was said of it
 * before.
 */
export function withAnswer(options: ReadingOptions, answer: ReadingOptions): ReadingOptions {
  const columns = new Map<string, ColumnReading>((options.columns ?? []).map((column) => [column.name, column]));
  for (const column of answer.columns ?? []) columns.set(column.name, { ...columns.get(column.name), ...column });
  return { ...options, ...answer, columns: [...columns.values()] };
}
