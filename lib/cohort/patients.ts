import type { Board } from "../board/board";
import { counted } from "../format";
import { type Problem, problem } from "../result";
import { cellText } from "../table/describe";
import { notice } from "../table/notices/notice";
import type { Column, Notice, Table } from "../table/table";
import { findColumn } from "./columns";
import { rowLabels } from "./rowLabels";

/**
 * Rows and patients are two things: `represents[row]` is 1 where the row stands for a patient, 0 where it was merged
 * into one.
 */
export interface Patients {
  represents: Uint8Array;
  /** For each row the row that stands for its patient, itself for most. */
  representative: Int32Array;
  /** Whose each row is, codes from 0, where rows are intervals of time of a patient; null: a row is a patient. */
  patient: Int32Array | null;
  /** Of intervals only those up to the first event are used. */
  toFirstEvent: boolean;
  /** How many patients each row counts for: 0 where merged, else 1, or what a count weight says. */
  size: Uint8Array | Float64Array;
  /** Sum of the sizes. */
  count: number;
  /** A count weight says how many patients a row stands for. */
  weighted: boolean;
  /** 0-based rows whose count weight is no number of patients: they count for nobody. */
  weightless: number[];
  /** Such a row stands for 1 to this less 1, whose number was held back where they were counted; null: nobody knows. */
  heldBackUnder: number | null;
  /** 0-based rows merged into another row of the same patient. */
  merged: number[];
  /** What must be decided before any curve is drawn; null when nothing. */
  blocked: Problem | null;
  notices: Problem[];
}

/**
 * One row per patient. Without an id column every row is a patient. Rows of one id that agree in every column are
 * merged; rows that differ wait for the user's rule (`edits.severalRows`). Of a long file (`edits.pivot`) rows may
 * differ in the parameter and its values, once for each parameter; all may in columns with a rule of their own. Rows
 * without an id are patients of their own, and
 * said. Where rows are intervals of time, all of them stand for their patient, who counts once.
 */
export function patientsOf(table: Table, board: Pick<Board, "patientId" | "edits">): Patients {
  const { patientId, edits } = board;
  const idColumn = patientId === null ? undefined : findColumn(table, patientId);
  if (patientId === null) return everyRow(table, null);
  if (!idColumn) return everyRow(table, idAbsent(patientId));
  const codes = codesOf(idColumn);
  const { first, last, withoutId, several, differing } = rowsById(table, codes, edits);
  const notices = withoutId.length > 0 ? [blankIds(withoutId, idColumn.name)] : [];
  if (!several) return { ...everyRow(table, null), notices };
  const rule = edits.severalRows;
  if (rule === "intervals" || rule === "firstEvent")
    return { ...intervals(codes, first), toFirstEvent: rule === "firstEvent", notices };
  const keep = rule === "last" ? last : first;
  const represents = new Uint8Array(table.rows).fill(1);
  const representative = Int32Array.from(codes, (code, row) => keep[code] ?? row);
  const merged: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (representative[row] === row) continue;
    represents[row] = 0;
    merged.push(row);
  }
  const blocked = differing.length > 0 && rule === null ? askForRule(differing, idColumn.name) : null;
  const labels = rule === null ? rowLabels(table) : null;
  if (!blocked) notices.push(severalRows(representative, merged, idColumn.name, labels?.name));
  return { ...oneEach(represents), representative, count: table.rows - merged.length, merged, blocked, notices };
}

/** Rows count for one patient each, unless they were merged. */
const oneEach = (represents: Uint8Array) => ({
  represents,
  size: represents,
  weighted: false,
  weightless: [],
  heldBackUnder: null,
  patient: null,
  toFirstEvent: false,
});

/** How many patients have several rows, and the first of them by id with their rows. */
export interface RepeatedIds {
  patients: number;
  most: { id: string; rows: number }[];
}

const namedIds = 2;

/** The patients of whom there are several rows, those with the most first. */
export function repeatedIds(
  table: Table,
  { representative }: Pick<Patients, "representative">,
  patientId: string | null,
): RepeatedIds {
  const column = patientId === null ? undefined : findColumn(table, patientId);
  if (!column) return { patients: 0, most: [] };
  const rows = new Map<number, number>();
  representative.forEach((head, row) => {
    if (head !== row) rows.set(head, (rows.get(head) ?? 1) + 1);
  });
  const most = [...rows].sort(([, a], [, b]) => b - a).slice(0, namedIds);
  return { patients: rows.size, most: most.map(([row, count]) => ({ id: cellText(column, row), rows: count })) };
}

/** Every row stands for its patient, whom the first row of the file represents. */
function intervals(codes: Int32Array, first: Int32Array): Omit<Patients, "toFirstEvent" | "notices"> {
  const representative = Int32Array.from(codes, (code, row) => first[code] ?? row);
  const codeOf = new Map<number, number>();
  const patient = representative.map((head) => {
    const code = codeOf.get(head) ?? codeOf.size;
    codeOf.set(head, code);
    return code;
  });
  const represents = new Uint8Array(codes.length).fill(1);
  return { ...oneEach(represents), patient, representative, count: codeOf.size, merged: [], blocked: null };
}

function everyRow({ rows }: Table, blocked: Problem | null): Patients {
  return {
    ...oneEach(new Uint8Array(rows).fill(1)),
    representative: new Int32Array(rows).map((_, row) => row),
    count: rows,
    merged: [],
    blocked,
    notices: [],
  };
}

function rowsById(table: Table, ids: Int32Array, { pivot, ofRows }: Board["edits"]) {
  const ruled = new Set(ofRows.map(({ column }) => column));
  const parameter = pivot ? findColumn(table, pivot.parameter) : undefined;
  const spread = new Set(parameter && pivot ? [pivot.parameter, ...pivot.values] : []);
  const labels = rowLabels(table);
  const isFixed = (column: Column) => !spread.has(column.name) && !ruled.has(column.name) && column !== labels;
  const fixed = table.columns.filter(isFixed);
  const varying = table.columns.filter(({ name }) => spread.has(name) && !ruled.has(name));
  const parameters = parameter ? codesOf(parameter) : null;
  const size = ids.reduce((most, code) => Math.max(most, code + 1), 0);
  const first = new Int32Array(size).fill(-1);
  const last = new Int32Array(size).fill(-1);
  const firstOfParameter = new Map<string, number>();
  const withoutId: number[] = [];
  const differing: number[] = [];
  const odd = new Map(
    [...table.unparsed].map(([name, cells]) => [name, new Map(cells.map(({ row, text }) => [row, text]))]),
  );
  const sameText = ({ name }: Column, a: number, b: number) => odd.get(name)?.get(a) === odd.get(name)?.get(b);
  const same = (columns: Column[], a: number, b: number) =>
    columns.every((column) => sameCell(column, a, b) && sameText(column, a, b));
  let several = false;
  for (let row = 0; row < table.rows; row++) {
    const id = ids[row] ?? -1;
    const before = first[id];
    if (before === undefined) {
      withoutId.push(row);
      continue;
    }
    if (before < 0) first[id] = row;
    else several = true;
    const twin = parameters ? twinOf(firstOfParameter, `${id} ${parameters[row]}`, row) : before;
    if (before >= 0 && !same(fixed, before, row)) differing.push(row);
    else if (twin >= 0 && !same(varying, twin, row)) differing.push(row);
    last[id] = row;
  }
  return { first, last, withoutId, several, differing };
}

/** The row met before under the same key, −1 for the first, which is remembered. */
function twinOf(seen: Map<string, number>, key: string, row: number): number {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, row);
  return before ?? -1;
}

/** Rows with the same value have the same code, counted from 0; −1 where there is none. */
function codesOf(column: Column): Int32Array {
  if (column.written) return column.written.codes;
  const values = column.kind === "number" ? column.values : column.kind === "date" ? column.days : new Float64Array(0);
  const codeOf = new Map<number, number>();
  return Int32Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
}

function sameCell(column: Column, a: number, b: number): boolean {
  if (column.written) return column.written.codes[a] === column.written.codes[b];
  const values = column.kind === "number" ? column.values : column.kind === "date" ? column.days : new Float64Array(0);
  return Object.is(values[a], values[b]);
}

/** Said of every file with several rows per patient: nobody is counted twice, and no row goes without a word. */
function severalRows(representative: Int32Array, merged: number[], name: string, labels?: string): Notice {
  const patients = new Set(merged.map((row) => representative[row] ?? row));
  const count = patients.size;
  const rows = [...patients, ...merged].sort((a, b) => a - b).map((row) => row + 1);
  const alike = labels === undefined ? "" : ` They are alike but for “${labels}”, which numbers the rows.`;
  return notice(
    "repeated-ids",
    count,
    `${counted(count, "patient")} ${count === 1 ? "has" : "have"} several rows with the same “${name}”: ${counted(merged.length, "row")} merged, each patient counted once.${alike}`,
    "Choose in Data which row stands for a patient.",
    { columns: [name], rows },
  );
}

const idAbsent = (name: string): Problem =>
  problem(
    "id-absent",
    `The file has no column “${name}”, which is set as the patient id.`,
    "Choose the id column in Data.",
  );

function blankIds(rows: number[], name: string): Problem {
  return problem(
    "id-blank",
    `${counted(rows.length, "row has", "rows have")} no “${name}”; each counts as a patient of its own.`,
    "Complete the ids in the file if some of these rows belong together.",
    rows.map((row) => row + 1),
  );
}

function askForRule(rows: number[], name: string): Problem {
  return problem(
    "id-several-rows",
    `${counted(rows.length, "row repeats", "rows repeat")} an earlier “${name}” with other values.`,
    "Say under Several rows which row stands for the patient, or that the rows are intervals of time. The curves wait for your answer.",
    rows.map((row) => row + 1),
  );
}

/** One row of each patient. */
export const standsForPatient = ({ represents, representative, patient }: Patients, row: number): boolean =>
  represents[row] === 1 && (patient === null || representative[row] === row);
