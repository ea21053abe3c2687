import { isAtLeast } from "../limits";
import type { CategoryColumn } from "../table";
import type { ReadColumn } from "./readColumn";

/** What stands in the column beside one of censored times: whether its number is the time, or the time is longer. */
export const exactly = "exact";
export const atLeast = "at least";

/** The name of that column. */
export const exactOrAtLeastName = (name: string): string => `${name} (${exactly} or ${atLeast})`;

/**
 * The column that says of each time whether it is "exact" (8.0) or "at least" (8.0+, >8.0), where the user says that
 * such times are censored; null for any other column.
 */
export function exactOrAtLeast({ name, builder, column, choice }: ReadColumn): CategoryColumn | null {
  if (choice.limits !== "censored" || column.kind !== "number") return null;
  const { values } = column;
  const codes = Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : 0));
  const mark = (row: number) => {
    if (codes[row] === 0) codes[row] = 1;
  };
  if (builder.values) {
    for (const { row, text } of builder.odd) if (isAtLeast(text)) mark(row);
  } else {
    const marked = builder.levels.map(isAtLeast);
    for (let row = 0; row < builder.rows; row++) if (marked[builder.codes[row]]) mark(row);
  }
  return { kind: "category", name: exactOrAtLeastName(name), written: { codes, levels: [exactly, atLeast] } };
}
