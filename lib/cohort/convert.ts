import type { Conversion } from "../board/board";
import type { NumberColumn, Table } from "../table";
import { add, type ChangedCells, changed, nothingFound } from "./changes/changedCells";

/** The table with the numbers of some columns in another unit, and every cell that this changes. */
export function withConversions(
  table: Table,
  conversions: readonly Conversion[],
): { table: Table; changes: ChangedCells[] } {
  const changes: ChangedCells[] = [];
  const columns = table.columns.map((column) =>
    column.kind !== "number"
      ? column
      : conversions
          .filter(({ column: name }) => name === column.name)
          .reduce((before, conversion) => {
            const after = converted(before, conversion);
            changes.push(...cellsConverted(before, after, conversion));
            return after;
          }, column),
  );
  return { table: conversions.length === 0 ? table : { ...table, columns }, changes };
}

function converted(column: NumberColumn, { above, below, op, by }: Conversion): NumberColumn {
  const values = column.values.map((value) => {
    if ((above !== null && !(value > above)) || (below !== null && !(value < below))) return value;
    return op === "multiply" ? value * by : value / by;
  });
  return { ...column, values, written: textsOf(column, values) };
}

/** The texts of converted cells are those of their new numbers. */
function textsOf({ values: before, written }: NumberColumn, values: Float64Array): NumberColumn["written"] {
  if (!written) return null;
  const levels = [...written.levels];
  const codeOf = new Map(levels.map((text, code) => [text, code]));
  const codes = written.codes.slice();
  for (let row = 0; row < values.length; row++) {
    if (Object.is(values[row], before[row])) continue;
    const text = String(values[row]);
    if (!codeOf.has(text)) codeOf.set(text, levels.push(text) - 1);
    codes[row] = codeOf.get(text) as number;
  }
  return { codes, levels };
}

function cellsConverted(before: NumberColumn, after: NumberColumn, conversion: Conversion): ChangedCells[] {
  const found = nothingFound();
  for (let row = 0; row < before.values.length; row++)
    if (!Object.is(before.values[row], after.values[row]))
      add(found, row, String(before.values[row]), String(after.values[row]));
  return changed("converted", before.name, found, { conversion });
}
