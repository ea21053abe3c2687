import { type Column, mostWritten, type Table, type Written } from "../table";

/** Cells that are neither missing nor of their column's kind, as `Table.unparsed` holds them. */
export type Unparsed = { row: number; text: string }[];

/** Whether the cell holds a value of the column's kind. */
export function hasValue(column: Column, row: number): boolean {
  if (column.kind === "category") return (column.written.codes[row] ?? -1) >= 0;
  return !Number.isNaN((column.kind === "number" ? column.values : column.days)[row] ?? Number.NaN);
}

/** What orders rows: numbers or days; null of a column of words. */
export function orderedValues(column: Column): Float64Array | null {
  return column.kind === "category" ? null : column.kind === "date" ? column.days : column.values;
}

/** The rows whose cell says something: a value, or a text that could not be read as one. */
export function saysSomething(table: Table, column: Column): (row: number) => boolean {
  const odd = new Set(table.unparsed.get(column.name)?.map(({ row }) => row));
  return (row) => hasValue(column, row) || odd.has(row);
}

/**
 * A column whose row r is row `from[r]` of the given one; −1 gives a cell without a value. Levels that no row has are
 * dropped.
 */
export function gatherColumn(column: Column, from: Int32Array, name = column.name): Column {
  const written = column.written && gatherWritten(column.written, from);
  if (column.kind === "category") return { ...column, name, written: written as Written };
  const source = column.kind === "number" ? column.values : column.days;
  const values = Float64Array.from(from, (row) => source[row] ?? Number.NaN);
  return column.kind === "number"
    ? { kind: "number", name, values, written }
    : { kind: "date", name, days: values, written };
}

/** What of `unparsed` the gathered column has, in row order. */
export function gatherUnparsed(unparsed: Unparsed | undefined, from: Int32Array): Unparsed {
  if (!unparsed) return [];
  const texts = new Map(unparsed.map(({ row, text }) => [row, text]));
  const gathered: Unparsed = [];
  from.forEach((source, row) => {
    const text = texts.get(source);
    if (text !== undefined) gathered.push({ row, text });
  });
  return gathered;
}

/** The same texts without those that no cell has, in the order in which they come. */
export const withoutEmptyLevels = (written: Written): Written =>
  gatherWritten(written, Int32Array.from(written.codes.keys()));

function gatherWritten({ codes, levels }: Written, from: Int32Array): Written {
  const newCode = new Int32Array(levels.length).fill(-1);
  const kept: string[] = [];
  const gathered = Int32Array.from(from, (row) => {
    const code = codes[row] ?? -1;
    const level = levels[code];
    if (level === undefined) return -1;
    if (newCode[code] === -1) newCode[code] = kept.push(level) - 1;
    return newCode[code] ?? -1;
  });
  return { codes: gathered, levels: kept };
}

/** A column of numbers made by us; its texts are kept while they are few, so that it can also group and count. */
export function numberColumn(name: string, values: Float64Array): Column {
  const codeOf = new Map<number, number>();
  const codes = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === undefined || Number.isNaN(value)) continue;
    let code = codeOf.get(value);
    if (code === undefined) {
      code = codeOf.size;
      if (code === mostWritten) return { kind: "number", name, values, written: null };
      codeOf.set(value, code);
    }
    codes[row] = code;
  }
  return { kind: "number", name, values, written: { codes, levels: [...codeOf.keys()].map(String) } };
}
