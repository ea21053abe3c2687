import type { Join, Taken } from "../board/board";
import { calledFile } from "../board/calledFile";
import { counted as many } from "../format";
import { failed, ok, type Problem, problem, type Result } from "../result";
import { type CategoryColumn, type Column, cellText, type Table } from "../table";
import { findColumn } from "./columns";
import { gatherColumn, gatherUnparsed, hasValue, numberColumn, type Unparsed } from "./gatherColumn";
import { sampleName, sampleTable } from "./genes/matrix";
import { type JoinKeys, joinKeys, patientsBy } from "./joinKeys";
import type { JoinCounts, JoinView, Link } from "./link";
import type { Patients } from "./patients";
import { chosenRows, passedOver } from "./rowChoice";

const mostRows = 10_000;

/**
 * The cohort with the columns that one second file gives it; without that file the table stays as it is and a problem
 * says so.
 */
export function joined(
  table: Table,
  patients: Patients,
  join: Join,
  second: Table | undefined,
  links: ReadonlyMap<string, Link> = new Map(),
): { table: Table; view: JoinView; link: Link | null } {
  const file = calledFile(join.source.file, "the second file");
  const without = (reason: Problem) => ({
    table,
    view: { id: join.id, file, counts: null, problems: [reason] },
    link: null,
  });
  if (!second) return without(notOpen(file));
  // Of a file of genes × samples the columns are matched with patients, as rows are elsewhere.
  const keys =
    join.genes?.form === "matrix"
      ? joinKeys(table, sampleTable(second, join.genes.gene), { ...join, key: sampleName }, links)
      : joinKeys(table, second, join, links);
  if (!keys.ok) return without(keys.problem);
  const matching = match(patients, keys.value, table.rows);
  const counts = countsOf(patients, keys.value, matching, join);
  if (counts.matchedPatients === 0)
    return { table, view: { id: join.id, file, counts, problems: [matchesNobody(counts, join, file)] }, link: null };
  const problems: Problem[] = [];
  const columns = [...table.columns];
  const unparsed = new Map(table.unparsed);
  for (const taken of join.take) {
    if (columns.some(({ name }) => name === taken.name)) problems.push(nameTaken(taken.name));
    else {
      const made = takenColumn(table, second, matching, taken);
      if (!made.ok) problems.push(made.problem);
      else {
        columns.push(made.value.column);
        problems.push(...made.value.problems);
        if (made.value.unparsed.length > 0) unparsed.set(taken.name, made.value.unparsed);
      }
    }
  }
  const view = { id: join.id, file, counts, problems };
  return { table: { ...table, columns, unparsed }, view, link: { join, table: second, rows: matching.rows, view } };
}

interface Matching {
  /**
   * Per row of the cohort that represents a patient: the rows of the second file, in their order; empty for other rows.
   */
  rows: number[][];
  matched: Uint8Array;
}

const none: number[] = [];

function match({ represents }: Patients, { cohort, second }: JoinKeys, rows: number): Matching {
  const byKey = new Map<string, number[]>();
  for (const [row, key] of second.entries()) {
    if (key === null) continue;
    const before = byKey.get(key);
    if (before) before.push(row);
    else byKey.set(key, [row]);
  }
  const matched = new Uint8Array(second.length);
  const found = Array.from({ length: rows }, (_, row) => {
    const key = represents[row] === 1 ? (cohort[row] ?? null) : null;
    const own = key === null ? none : (byKey.get(key) ?? none);
    for (const each of own) matched[each] = 1;
    return own;
  });
  return { rows: found, matched };
}

interface TakenColumn {
  column: Column;
  unparsed: Unparsed;
  problems: Problem[];
}

function takenColumn(cohort: Table, second: Table, matching: Matching, taken: Taken): Result<TakenColumn> {
  const column = findColumn(second, taken.column);
  if (!column) return failed(takenAbsent(taken.column));
  if (taken.where && !findColumn(second, taken.where.column)) return failed(takenAbsent(taken.where.column));
  const meets = condition(second, taken.where);
  switch (taken.rule) {
    case "any":
    case "count": {
      const counts = counted(column, matching, taken, meets);
      const made = taken.rule === "any" ? anyColumn(counts, taken.name) : numberColumn(taken.name, counts);
      return ok({ column: made, unparsed: [], problems: [] });
    }
    default: {
      const groups = taken.where
        ? matching.rows.map((rows) => rows.filter((row) => meets(row) === true))
        : matching.rows;
      const chosen = chosenRows(second, column, taken, { groups, of: cohort, loneStands: false });
      if (!chosen.ok) return chosen;
      const { from } = chosen.value;
      const unparsed = gatherUnparsed(second.unparsed.get(column.name), from);
      const problems = passedOver(chosen.value, taken, taken.name, " of the second file");
      return ok({ column: gatherColumn(column, from, taken.name), unparsed, problems });
    }
  }
}

/** Whether a row of the second file has one of the wanted values; null where it has none at all. */
function condition(second: Table, where: Taken["where"]): (row: number) => boolean | null {
  const column = where && findColumn(second, where.column);
  if (!where || !column) return () => true;
  const wanted = new Set(where.values);
  return (row) => (hasValue(column, row) ? wanted.has(cellText(column, row)) : null);
}

/**
 * How many matching rows have one of the values and meet the condition; NaN for a patient without any row, unless the
 * user says that means none, and for one whose rows do not say enough to deny it.
 */
function counted(
  column: Column,
  { rows }: Matching,
  { values, absent }: Extract<Taken, { rule: "any" | "count" }>,
  meets: (row: number) => boolean | null,
): Float64Array {
  const wanted = values === null ? null : new Set(values);
  const has = (row: number) => hasValue(column, row) && (wanted === null || wanted.has(cellText(column, row)));
  const without = absent === "no" ? 0 : Number.NaN;
  // Rows that say nothing cannot say "no" to named values, nor a row that would count to a condition it is silent about.
  const silent = (own: number[]) =>
    (wanted !== null && !own.some((row) => hasValue(column, row))) ||
    own.some((row) => has(row) && meets(row) === null);
  return Float64Array.from(rows, (own) => {
    if (own.length === 0) return without;
    const count = own.filter((row) => has(row) && meets(row) === true).length;
    return count === 0 && silent(own) ? Number.NaN : count;
  });
}

function anyColumn(counts: Float64Array, name: string): CategoryColumn {
  const codes = Int32Array.from(counts, (count) => (Number.isNaN(count) ? -1 : count > 0 ? 1 : 0));
  return { kind: "category", name, written: { codes, levels: ["no", "yes"] } };
}

function countsOf(
  { represents, representative, count }: Patients,
  keys: JoinKeys,
  { rows, matched }: Matching,
  { match }: Join,
): JoinCounts {
  const unmatchedPatients: number[] = [];
  let severalRows = 0;
  for (const [row, own] of rows.entries()) {
    // Of intervals the first speaks for its patient.
    if (represents[row] === 0 || representative[row] !== row) continue;
    if (own.length === 0) unmatchedPatients.push(row + 1);
    else if (own.length > 1) severalRows++;
  }
  const unmatched = [...matched.keys()].filter((row) => matched[row] === 0);
  const loose = new Set(match === "loose" ? [] : keys.loose.cohort);
  loose.delete(null);
  const begins = match === "beginning" ? () => null : patientsBy(keys.cohort);
  return {
    rows: matched.length,
    matchedRows: matched.length - unmatched.length,
    unmatchedRows: unmatched.slice(0, mostRows).map((row) => row + 1),
    unmatchedRowCount: unmatched.length,
    patients: count,
    matchedPatients: count - unmatchedPatients.length,
    unmatchedPatients: unmatchedPatients.slice(0, mostRows),
    unmatchedPatientCount: unmatchedPatients.length,
    severalRows,
    wouldMatchLoosely: unmatched.filter((row) => loose.has(keys.loose.second[row] ?? null)).length,
    wouldMatchByBeginning: unmatched.filter((row) => begins(keys.second[row] ?? null) !== null).length,
  };
}

const notOpen = (file: string) =>
  problem(
    "join-file-absent",
    `“${file}”, which is joined to this cohort, is not open.`,
    "Open it in Data, or take the join away.",
  );
const matchesNobody = ({ patients, rows }: JoinCounts, { key, to, genes }: Join, file: string) =>
  problem(
    "join-matches-nobody",
    `None of ${many(patients, "patient")} is in “${file}”, and ${rows === 1 ? "its" : "none of its"} ${many(rows, genes?.form === "matrix" ? "sample" : "row").replace(/^1 /, "one ")} is of ${rows === 1 ? "no" : "a"} patient of the cohort: nothing is taken from it.`,
    genes?.form === "matrix"
      ? `Check that its samples are named as in “${to}”.`
      : `Check that “${key}” and “${to}” hold the same ids, or choose other columns.`,
  );
const nameTaken = (name: string) =>
  problem(
    "join-name-taken",
    `The cohort already has a column “${name}”; the joined one is not made.`,
    "Give the joined column another name.",
  );
const takenAbsent = (name: string) =>
  problem("join-column-absent", `The second file has no column “${name}”.`, "Choose another column for the join.");
