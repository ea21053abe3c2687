import type { Board } from "../board/board";
import type { CategoryColumn, Column, Table } from "../table";
import { add, type ChangedCells, changed, nothingFound } from "./changes/changedCells";

type MergedLevels = Board["edits"]["mergedLevels"];

/**
 * The table with spellings merged, so that events, filters, groups and scores all know one text, and every cell that
 * this changes. In number and date columns only the levels merge (see `levelsOf`); their values stay.
 */
export function withMergedLevels(table: Table, merges: MergedLevels): { table: Table; changes: ChangedCells[] } {
  if (merges.length === 0) return { table, changes: [] };
  const changes: ChangedCells[] = [];
  const columns = table.columns.map((column) =>
    merges
      .filter(({ column: name }) => name === column.name)
      .reduce((before, { from, to }) => {
        changes.push(...cellsMerged(before, new Set(from), to));
        return before.kind === "category" ? merged(before, new Set(from), to) : before;
      }, column),
  );
  return { table: { ...table, columns }, changes };
}

function merged(column: CategoryColumn, from: ReadonlySet<string>, to: string): CategoryColumn {
  const kept: string[] = [];
  const codeOf = new Map<string, number>();
  const newCode = column.written.levels.map((text) => {
    const becomes = from.has(text) ? to : text;
    if (!codeOf.has(becomes)) codeOf.set(becomes, kept.push(becomes) - 1);
    return codeOf.get(becomes) as number;
  });
  const codes = column.written.codes.map((code) => newCode[code] ?? -1);
  return { ...column, written: { codes, levels: kept } };
}

function cellsMerged({ name, written }: Column, from: ReadonlySet<string>, to: string): ChangedCells[] {
  if (!written) return [];
  const concerned = written.levels.map((text) => (from.has(text) && text !== to ? text : null));
  const found = nothingFound();
  written.codes.forEach((code, row) => {
    const text = concerned[code] ?? null;
    if (text !== null) add(found, row, text, to);
  });
  return changed("merged", name, found, { mergedTo: to });
}
