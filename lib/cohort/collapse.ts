import type { Board, Pivot } from "../board/board";
import { type Problem, problem } from "../result";
import { type Column, cellText, type Table } from "../table";
import { findColumn } from "./columns";
import { gatherColumn, gatherUnparsed, saysSomething } from "./gatherColumn";
import type { Patients } from "./patients";

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
  problems: Problem[];
}

const mostParameters = 100;
const mostCells = 10_000;

/**
 * Applies `edits.pivot` and the rule "firstValue"; without them, or with one row per patient, the table stays as it is.
 */
export function collapsed(table: Table, patients: Patients, { pivot, severalRows }: Board["edits"]): Collapsed {
  const spread = pivot ? spreadParameters(table, patients, pivot, severalRows === "last") : unchanged(table);
  if (severalRows !== "firstValue" || patients.merged.length === 0) return spread;
  const filled = fillFromRows(spread.table, patients);
  return { ...filled, problems: [...spread.problems, ...filled.problems] };
}

const unchanged = (table: Table): Collapsed => ({ table, filled: [], problems: [] });

/** "AVAL (OS)": the value column of one parameter. */
export const spreadName = (value: string, level: string) => `${value} (${level})`;

/**
 * A long file made wide: for each level of the parameter and each value column a column with the patient's value in the
 * representing row. The parameter and its value columns themselves go, because one row's value of them would stand for
 * all.
 */
function spreadParameters(table: Table, patients: Patients, pivot: Pivot, keepLast: boolean): Collapsed {
  const parameter = findColumn(table, pivot.parameter);
  const values = pivot.values.map((name) => findColumn(table, name));
  const absent = [pivot.parameter, ...pivot.values].filter((name) => !findColumn(table, name));
  if (!parameter || absent.length > 0)
    return { ...unchanged(table), problems: [pivotProblem(`has no column “${absent.join("”, “")}”`)] };
  if (!parameter.written || parameter.written.levels.length > mostParameters)
    return { ...unchanged(table), problems: [pivotProblem(`has too many values in “${pivot.parameter}”`)] };
  const { levels } = parameter.written;
  const sources = sourceRows(table, patients, parameter.written, keepLast);
  const unparsed = new Map(table.unparsed);
  const made = levels.flatMap((level, code) =>
    (values as Column[]).map((column): Column => {
      const name = spreadName(column.name, level);
      const rows = sources[code] ?? nowhere(table.rows);
      const odd = gatherUnparsed(table.unparsed.get(column.name), rows);
      if (odd.length > 0) unparsed.set(name, odd);
      return gatherColumn(column, rows, name);
    }),
  );
  const gone = new Set([pivot.parameter, ...pivot.values]);
  const columns = [...table.columns.filter(({ name }) => !gone.has(name)), ...made];
  return { table: { ...table, columns, unparsed }, filled: [], problems: withoutParameter(parameter) };
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
  const text = `${rows.length} ${rows.length === 1 ? "row has" : "rows have"} no “${name}”; their values are in no endpoint.`;
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
function fillFromRows(table: Table, { representative, merged }: Patients): Collapsed {
  const unparsed = new Map(table.unparsed);
  const filled: FilledCells[] = [];
  const problems: Problem[] = [];
  const columns = table.columns.map((column) => {
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
    `“${name}” has other values in ${rows.length} further ${rows.length === 1 ? "row" : "rows"} of the same patients; the first value is used.`,
    "Check whether one value per patient is right for this column.",
    rows.map((row) => row + 1),
  );
