import type { Board, OfRows, Pivot } from "../board/board";
import { counted } from "../format";
import { type Problem, problem } from "../result";
import { type Column, cellText, type Table } from "../table";
import type { ChangedCells } from "./changes/changedCells";
import { findColumn } from "./columns";
import { gatherColumn, gatherUnparsed, saysSomething } from "./gatherColumn";
import type { Patients } from "./patients";
import { ruled, withRules } from "./rulesOfRows";

/** Cells of a patient's row that were taken from other rows of the patient, because it had none. */
export interface FilledCells {
  column: string;
  count: number;
  /** 0-based: `row` got the cell of `from`; the first 10,000. */
  cells: { row: number; from: number }[];
}

/**
 * The table with one row per patient: the same rows, of which the representing ones hold what their patient's rows say.
 */
export interface Collapsed {
  table: Table;
  filled: FilledCells[];
  /** Cells in whose place another of the patient's rows counts, by a rule of their column. */
  edited: ChangedCells[];
  problems: Problem[];
}

const mostParameters = 100;
const mostCells = 10_000;

/**
 * Applies the rule "firstValue", the rules of single columns and `edits.pivot`; without them, or with one row per
 * patient, the table stays as it is.
 */
export function collapsed(table: Table, patients: Patients, { pivot, severalRows, ofRows }: Board["edits"]): Collapsed {
  const spread = new Set(pivot ? [pivot.parameter, ...pivot.values] : []);
  const ownRules = patients.patient ? [] : ofRows.filter(({ column }) => !spread.has(column));
  const fill = severalRows === "firstValue" && patients.merged.length > 0;
  const filled = fill ? fillFromRows(table, patients, new Set([...spread, ...ownRules.map(columnOf)])) : null;
  const before = filled?.table ?? table;
  const rules = ownRules.length > 0 ? withRules(before, table, rowsOfPatients(table, patients), ownRules) : null;
  const wide = pivot && spreadParameters(rules?.table ?? before, table, patients, pivot, { severalRows, ofRows });
  return {
    table: wide?.table ?? rules?.table ?? before,
    filled: filled?.filled ?? [],
    edited: rules?.edited ?? [],
    problems: [...(wide?.problems ?? []), ...(filled?.problems ?? []), ...(rules?.problems ?? [])],
  };
}

const columnOf = ({ column }: OfRows) => column;

/** By representing row the rows of its patient among those that `isOf` takes, in the order of the file. */
function rowsOfPatients({ rows }: Table, { representative }: Patients, isOf = (_row: number) => true): number[][] {
  const groups: number[][] = Array.from({ length: rows }, () => noRows);
  representative.forEach((head, row) => {
    if (!isOf(row)) return;
    if (groups[head] === noRows) groups[head] = [row];
    else groups[head]?.push(row);
  });
  return groups;
}

const noRows: number[] = [];

/** "AVAL (OS)": the value column of one parameter. */
export const spreadName = (value: string, level: string) => `${value} (${level})`;

/**
 * A long file made wide: for each level of the parameter and each value column a column with the patient's value in the
 * representing row. The parameter and its value columns themselves go, because one row's value of them would stand for
 * all.
 */
function spreadParameters(
  table: Table,
  raw: Table,
  patients: Patients,
  pivot: Pivot,
  { severalRows, ofRows }: Pick<Board["edits"], "severalRows" | "ofRows">,
): Pick<Collapsed, "table" | "problems"> {
  const parameter = findColumn(raw, pivot.parameter);
  const values = pivot.values.map((name) => findColumn(raw, name));
  const absent = [pivot.parameter, ...pivot.values].filter((name) => !findColumn(raw, name));
  if (!parameter || absent.length > 0)
    return { table, problems: [pivotProblem(`has no column “${absent.join("”, “")}”`)] };
  if (!parameter.written || parameter.written.levels.length > mostParameters)
    return { table, problems: [pivotProblem(`has too many values in “${pivot.parameter}”`)] };
  const { codes, levels } = parameter.written;
  const sources = sourceRows(raw, patients, parameter.written, severalRows === "last");
  const unparsed = new Map(table.unparsed);
  const problems = withoutParameter(parameter);
  const made = levels.flatMap((level, code) =>
    (values as Column[]).map((column): Column => {
      const name = spreadName(column.name, level);
      const rule = ofRows.find((each) => each.column === column.name);
      const groups = rule && rowsOfPatients(raw, patients, (row) => codes[row] === code);
      const own = rule && groups && ruled(raw, column, rule.take, { groups, of: table }, name);
      if (own && !own.ok) problems.push(own.problem);
      const rows = sources[code] ?? nowhere(raw.rows);
      const one = own?.ok
        ? own.value
        : { column: gatherColumn(column, rows, name), unparsed: gatherUnparsed(raw.unparsed.get(column.name), rows) };
      if (own?.ok) problems.push(...own.value.problems);
      if (one.unparsed.length > 0) unparsed.set(name, one.unparsed);
      return one.column;
    }),
  );
  const gone = new Set([pivot.parameter, ...pivot.values]);
  const columns = [...table.columns.filter(({ name }) => !gone.has(name)), ...made];
  return { table: { ...table, columns, unparsed }, problems };
}

/** For each level of the parameter, by representing row: the patient's row of that level, −1 where there is none. */
function sourceRows(
  table: Table,
  { representative }: Patients,
  { codes, levels }: NonNullable<Column["written"]>,
  keepLast: boolean,
): Int32Array[] {
  const sources = levels.map(() => nowhere(table.rows));
  representative.forEach((head, row) => {
    const source = sources[codes[row] ?? -1];
    if (source && (keepLast || source[head] === -1)) source[head] = row;
  });
  return sources;
}

const nowhere = (rows: number) => new Int32Array(rows).fill(-1);

function withoutParameter({ name, written }: Column): Problem[] {
  const rows = written ? [...written.codes].flatMap((code, row) => (code < 0 ? [row] : [])) : [];
  if (rows.length === 0) return [];
  const text = `${counted(rows.length, "row has", "rows have")} no “${name}”; their values are in no endpoint.`;
  return [
    problem(
      "parameter-blank",
      text,
      "Complete the column in the file.",
      rows.map((row) => row + 1),
    ),
  ];
}

const pivotProblem = (reason: string) =>
  problem(
    "pivot-unusable",
    `The file ${reason}, so its rows are not spread by endpoint.`,
    "Change how several rows per patient are read in Data.",
  );

/**
 * "firstValue": each column of a representing row takes the first cell among its patient's rows that says something.
 */
function fillFromRows(
  table: Table,
  { representative, merged }: Patients,
  skipped: ReadonlySet<string>,
): Omit<Collapsed, "edited"> {
  const unparsed = new Map(table.unparsed);
  const filled: FilledCells[] = [];
  const problems: Problem[] = [];
  const columns = table.columns.map((column) => {
    if (skipped.has(column.name)) return column;
    const says = saysSomething(table, column);
    const from = Int32Array.from(representative.keys());
    const { cells, differing } = { cells: [] as FilledCells["cells"], differing: [] as number[] };
    for (const row of merged) {
      if (!says(row)) continue;
      const head = representative[row] ?? row;
      const taken = from[head] ?? head;
      if (!says(taken)) {
        from[head] = row;
        cells.push({ row: head, from: row });
      } else if (cellText(column, taken) !== cellText(column, row)) differing.push(row);
    }
    if (differing.length > 0) problems.push(severalValues(column.name, differing));
    if (cells.length === 0) return column;
    filled.push({ column: column.name, count: cells.length, cells: cells.slice(0, mostCells) });
    const odd = gatherUnparsed(table.unparsed.get(column.name), from);
    if (odd.length > 0) unparsed.set(column.name, odd);
    return gatherColumn(column, from);
  });
  return { table: { ...table, columns, unparsed }, filled, problems };
}

const severalValues = (name: string, rows: number[]) =>
  problem(
    "several-values",
    `“${name}” has other values in ${counted(rows.length, "further row")} of the same patients; the first value is used.`,
    "Choose another value for this column under Several rows in Data, or check the file.",
    rows.map((row) => row + 1),
  );
