import { type ColumnBuilder, mostRemembered } from "./columnBuilder";

/** Whether the first or the last character may be a blank; most of those beyond ASCII are none. */
export function hasOuterBlank(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first <= 32 || first > 126 || last <= 32 || last > 126;
}

/** The text without outer blanks, which are remembered. */
export function trimmed(builder: ColumnBuilder, cell: string): string {
  const text = cell.trim();
  if (builder.keepsBlanks && text !== "") return detached(cell);
  if (text.length !== cell.length && text !== "") {
    const { trimmed: found } = builder;
    if (found.count++ < mostRemembered) found.cells.push({ row: builder.rows, text: detached(cell) });
    const times = builder.untrimmed.get(cell);
    if (times !== undefined) builder.untrimmed.set(cell, times + 1);
    else if (builder.untrimmed.size < 200) builder.untrimmed.set(detached(cell), 1);
  }
  return text;
}

/** A text of its own: a slice would keep the whole stretch of file alive from which it was cut. */
export const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));
