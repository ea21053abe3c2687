import { type Json, NumberText } from "./parse";

/** A list of records in a document, with the names of its columns. */
export interface JsonTable {
  /** Where it stands in the document, in its words; empty for the document itself. */
  name: string;
  columns: string[];
  rows: number;
  /** Undefined where the record has no such entry. */
  at(row: number, column: number): Json | undefined;
}

type Record = Map<string, Json>;
const isRecord = (value: Json | undefined): value is Record => value instanceof Map;
const isScalar = (value: Json | undefined) => !isRecord(value) && !Array.isArray(value);

/**
 * The tables in the values of a document: records one behind the other (NDJSON), a list of records, a record of columns,
 * lists under names ({"data": […]}), and columns apart from their rows, as pandas writes them ("split").
 */
export function tablesIn(values: readonly Json[]): JsonTable[] {
  if (values.length === 0) return [];
  if (values.length > 1) return values.every(isRecord) ? [ofRecords("", values)] : [];
  return inside("", values[0], 0);
}

function inside(name: string, value: Json, depth: number): JsonTable[] {
  if (Array.isArray(value)) {
    // A single record in a document of other things is one of its settings.
    if (value.length > (depth > 0 ? 1 : 0) && value.every(isRecord)) return [ofRecords(name, value)];
    return value.length > 1 && value.every(isRow) ? ofRows(name, value[0].map(textOf), value.slice(1)) : [];
  }
  if (!isRecord(value)) return [];
  const split = ofSplit(name, value) ?? ofColumns(name, value);
  if (split) return [split];
  if (depth > 2) return [];
  return [...value].flatMap(([key, each]) => inside(name === "" ? key : `${name}.${key}`, each, depth + 1));
}

const isRow = (value: Json): value is Json[] => Array.isArray(value) && value.length > 0 && value.every(isScalar);

function ofRecords(name: string, records: readonly Record[]): JsonTable {
  const columns = columnsOf(records, "", 0);
  return {
    name,
    columns: columns.map((column) => column.name),
    rows: records.length,
    at: (row, column) => columns[column].values[row],
  };
}

const mostDepth = 4;

/**
 * The entries of records by name. Of records in records, and lists of a single one, each entry is a column: {"os":
 * {"months": 5}} is "os.months". Where other values stand beside them they stay what they are.
 */
function columnsOf(
  records: readonly (Record | null)[],
  prefix: string,
  depth: number,
): { name: string; values: (Json | undefined)[] }[] {
  const names = new Set(records.flatMap((record) => [...(record?.keys() ?? [])]));
  return [...names].flatMap((key) => {
    const values = records.map((record) => record?.get(key));
    const inner = depth < mostDepth ? innerRecords(values) : null;
    const own = inner?.some((record) => [...(record?.keys() ?? [])].some((each) => names.has(`${key}.${each}`)));
    return inner && !own ? columnsOf(inner, `${prefix}${key}.`, depth + 1) : [{ name: prefix + key, values }];
  });
}

/** The records that values are, or the single ones of lists; null where other values stand among them, or none. */
function innerRecords(values: readonly (Json | undefined)[]): (Record | null)[] | null {
  const found: (Record | null)[] = [];
  for (const value of values) {
    const inner = Array.isArray(value) && value.length < 2 ? value[0] : value;
    if (isRecord(inner)) found.push(inner);
    else if (inner === undefined || inner === null) found.push(null);
    else return null;
  }
  return found.some((record) => record !== null && record.size > 0) ? found : null;
}

/** Lists of equal length with names of their own in the first. */
function ofRows(name: string, columns: string[], rows: readonly Json[][]): JsonTable[] {
  const fits = rows.every(({ length }) => length === columns.length) && columns.every((each) => /\p{L}/u.test(each));
  return fits ? [{ name, columns, rows: rows.length, at: (row, column) => rows[row][column] }] : [];
}

/** {"columns": […], "data": [[…], …]} */
function ofSplit(name: string, value: Record): JsonTable | null {
  const [columns, data] = [value.get("columns"), value.get("data")];
  if (!Array.isArray(columns) || !Array.isArray(data) || !columns.every(isScalar) || data.length === 0) return null;
  const rows = data.filter((row): row is Json[] => Array.isArray(row) && row.length === columns.length);
  if (rows.length < data.length || columns.length === 0) return null;
  return { name, columns: columns.map(textOf), rows: rows.length, at: (row, column) => rows[row][column] };
}

/** A record of lists of equal length, or of records with the same numbers as names, as pandas writes columns. */
function ofColumns(name: string, value: Record): JsonTable | null {
  const [columns, lists] = [[...value.keys()], [...value.values()]];
  const first = lists[0];
  if (Array.isArray(first) && first.length > 0) {
    const equal = lists.filter((list): list is Json[] => Array.isArray(list) && list.length === first.length);
    const plain = equal.some((list) => list.every(isScalar));
    if (equal.length < lists.length || !plain) return null;
    return { name, columns, rows: first.length, at: (row, column) => equal[column][row] };
  }
  if (!isRecord(first) || first.size === 0 || ![...first.keys()].every((key) => /^\d+$/.test(key))) return null;
  const keys = [...first.keys()];
  const records = lists.filter(isRecord);
  const same = records.every((each) => each.size === keys.length && keys.every((key) => each.has(key)));
  if (records.length < lists.length || !same) return null;
  return { name, columns, rows: keys.length, at: (row, column) => records[column].get(keys[row]) };
}

/** A cell as text; lists and records have none. */
export function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof NumberText) return value.text;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? value.replaceAll("\0", "") : typeof value === "number" ? String(value) : "";
}

export const isNested = (value: Json | undefined): boolean => isRecord(value) || Array.isArray(value);
export const isNumeric = (value: Json | undefined): boolean => typeof value === "number" || value instanceof NumberText;
