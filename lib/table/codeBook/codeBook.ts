import { choicesIn, isCode, isLabel, type ValueLabel } from "./choicesIn";

/** What the values of columns mean, by a sheet, a line or a file that says so. */
export interface CodeBook {
  /** Where that stands, to follow "by": "the sheet “Codes”". */
  from: string;
  columns: { name: string; labels: readonly ValueLabel[] }[];
}

/** Records among which a code book may stand. */
export interface MayExplain {
  from: string;
  records: readonly (readonly string[])[];
}

const mostRecords = 5000;
/** What has more values is a list of something else. */
const mostLabels = 60;

/** A name as it is compared: without case, blanks and signs. */
const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * The code book of a table's columns in these records; null where they explain none. A record names a column, or goes on
 * with the one named above it; the values stand in cells of their own beside their labels, or together in one cell
 * ("0=alive; 1=dead").
 */
export function codeBookIn({ from, records }: MayExplain, names: readonly string[]): CodeBook | null {
  const byName = new Map(names.filter((name) => plain(name) !== "").map((name) => [plain(name), name] as const));
  const labels = new Map<string, ValueLabel[]>();
  let current: string | null = null;
  for (const record of records.slice(0, mostRecords)) {
    const cells = record.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (cells.length === 0) continue;
    const { name, rest } = named(cells, byName);
    const pairs = pairsOf(rest, name !== null);
    const isHeader = pairs.length === 0 && cells.filter((cell) => byName.has(plain(cell))).length > 1;
    if (isHeader || (name === null && (pairs.length === 0 || rest.length > 3))) current = null;
    else if (name !== null) current = name;
    if (current !== null) labels.set(current, [...(labels.get(current) ?? []), ...pairs]);
  }
  const columns = [...labels].flatMap(([name, all]) => {
    const once = new Map(all.map((each) => [each.value, each]));
    const twice = all.some(({ value, label }) => once.get(value)?.label !== label);
    return twice || once.size < 2 || once.size > mostLabels ? [] : [{ name, labels: [...once.values()] }];
  });
  return columns.length > 0 ? { from, columns } : null;
}

/** The column that a record names, in its first cells or before a colon, and what else it says. */
function named(cells: readonly string[], byName: ReadonlyMap<string, string>) {
  const [first = "", ...others] = cells;
  const isName = (cell: string) => byName.has(plain(cell)) && !isCode(cell);
  const numbered = cells.length > 2 && !isName(first) && isName(cells[1]);
  if (numbered || isName(first))
    return { name: byName.get(plain(numbered ? cells[1] : first)) ?? null, rest: cells.slice(numbered ? 2 : 1) };
  const [, before = "", after = ""] =
    /^([^:=(]{1,80}?)(?<!\s)\s*(?:[:=(]|\s-\s)\s*(.*)$/s.exec(first.replace(/^[#*\s]+/, "")) ?? [];
  const name = isCode(before.trim()) ? undefined : byName.get(plain(before));
  return name === undefined ? { name: null, rest: cells } : { name, rest: [after, ...others] };
}

/** Values with their labels, in one cell or in two; below the record that names the column the value comes first. */
function pairsOf(cells: readonly string[], isNamed: boolean): ValueLabel[] {
  const together = cells.map(choicesIn).find(({ length }) => length > 1);
  if (together) return together;
  const place = cells.findIndex((cell, at) => isCode(cell) && isLabel(cells[at + 1] ?? ""));
  if (place === 0 || (place > 0 && isNamed))
    return [{ value: cells[place].replace(/\.0+$/, ""), label: cells[place + 1] }];
  return cells.map(choicesIn).find(({ length }) => length === 1) ?? [];
}
