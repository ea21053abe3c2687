import type { Board } from "../board/board";

/** Where a column comes from that is not in the file; null for those of the file. */
export function madeBy({ edits, joins }: Board, name: string): string | null {
  if (edits.derivedColumns.some((each) => each.name === name)) return "derived from other columns";
  if (joins.some(({ take }) => take.some((each) => each.name === name))) return "from a second file";
  const spread = edits.pivot?.values.some((value) => name.startsWith(`${value} (`));
  return spread ? "spread from several rows" : null;
}
