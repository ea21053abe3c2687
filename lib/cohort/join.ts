import type { Join, Taken } from "../board/board";
import { failed, ok, type Problem, problem, type Result } from "../result";
import { type CategoryColumn, type Column, cellText, type Table } from "../table";
import { findColumn } from "./columns";
import { gatherColumn, gatherUnparsed, hasValue, numberColumn, saysSomething } from "./gatherColumn";
import { sampleName, sampleTable } from "./genes/matrix";
import { type JoinKeys, joinKeys, patientsBy } from "./joinKeys";
import type { JoinCounts, JoinView, Link } from "./link";
import type { Patients } from "./patients";

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
  const file = join.source.file ?? "the second file";
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
  const problems: Problem[] = [];
  const columns = [...table.columns];
  const unparsed = new Map(table.unparsed);
  for (const taken of join.take) {
    if (columns.some(({ name }) => name === taken.name)) problems.push(nameTaken(taken.name));
    else {
      problems.push(...undated(second, matching, taken));
      const made = takenColumn(second, matching, taken);
      if (!made.ok) problems.push(made.problem);
      else {
        columns.push(made.value.column);
        if (made.value.unparsed.length > 0) unparsed.set(taken.name, made.value.unparsed);
      }
    }
  }
  const counts = countsOf(patients, keys.value, matching, join);
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

function takenColumn(
  second: Table,
  matching: Matching,
  taken: Taken,
): Result<{ column: Column; unparsed: { row: number; text: string }[] }> {
  const column = findColumn(second, taken.column);
  if (!column) return failed(takenAbsent(taken.column));
  switch (taken.rule) {
    case "first":
    case "last":
    case "latest": {
      const from = chosenRows(second, column, matching, taken);
      if (!from.ok) return from;
      const unparsed = gatherUnparsed(second.unparsed.get(column.name), from.value);
      return ok({ column: gatherColumn(column, from.value, taken.name), unparsed });
    }
    case "any":
      return ok({ column: anyColumn(column, matching, taken), unparsed: [] });
    case "count": {
      const counts = counted(column, matching, taken);
      return ok({ column: numberColumn(taken.name, counts), unparsed: [] });
    }
  }
}

/**
 * For each row of the cohort the row of the second file whose cell it gets, −1 for none; cells that say nothing are
 * passed over.
 */
function chosenRows(
  second: Table,
  column: Column,
  matching: Matching,
  taken: Extract<Taken, { rule: "first" | "last" | "latest" }>,
): Result<Int32Array> {
  const says = saysSomething(second, column);
  if (taken.rule !== "latest") {
    const pick = taken.rule === "first" ? (rows: number[]) => rows.find(says) : (rows: number[]) => rows.findLast(says);
    return ok(Int32Array.from(matching.rows, (rows) => pick(rows) ?? -1));
  }
  const by = findColumn(second, taken.by);
  if (by?.kind !== "date" && by?.kind !== "number") return failed(notADate(taken.by));
  const when = by.kind === "date" ? by.days : by.values;
  const dayOf = (row: number) => when[row] ?? Number.NaN;
  return ok(
    Int32Array.from(matching.rows, (rows) =>
      latest(
        rows.filter((row) => says(row) && !Number.isNaN(dayOf(row))),
        dayOf,
      ),
    ),
  );
}

/** Rows of the second file with a value that no date puts in order: "latest" passes them over, and says so. */
function undated(second: Table, { matched }: Matching, taken: Taken): Problem[] {
  const column = findColumn(second, taken.column);
  const by = taken.rule === "latest" ? findColumn(second, taken.by) : undefined;
  if (!column || !by || by.kind === "category") return [];
  const says = saysSomething(second, column);
  const rows = [...matched.keys()].filter((row) => matched[row] === 1 && says(row) && !hasValue(by, row));
  if (rows.length === 0) return [];
  const message = `“${taken.name}” passes over ${rows.length} ${rows.length === 1 ? "row" : "rows"} of the second file without “${by.name}”.`;
  return [
    problem(
      "join-undated",
      message,
      "Complete the dates in that file if these values count.",
      rows.map((row) => row + 1),
    ),
  ];
}

/** The row with the latest date; of several on one day the last in the file. */
const latest = (rows: number[], dayOf: (row: number) => number) =>
  rows.reduce((best, row) => (best < 0 || dayOf(row) >= dayOf(best) ? row : best), -1);

/**
 * How many matching rows have one of the values, NaN for a patient without any row unless the user says that means
 * none.
 */
function counted(
  column: Column,
  { rows }: Matching,
  { values, absent }: Extract<Taken, { rule: "any" | "count" }>,
): Float64Array {
  const wanted = values === null ? null : new Set(values);
  const counts = (row: number) => hasValue(column, row) && (wanted === null || wanted.has(cellText(column, row)));
  const without = absent === "no" ? 0 : Number.NaN;
  // Rows that say nothing cannot say "no" to named values.
  const silent = (own: number[]) => wanted !== null && !own.some((row) => hasValue(column, row));
  return Float64Array.from(rows, (own) =>
    own.length === 0 ? without : silent(own) ? Number.NaN : own.filter(counts).length,
  );
}

function anyColumn(
  column: Column,
  matching: Matching,
  taken: Extract<Taken, { rule: "any" | "count" }>,
): CategoryColumn {
  const counts = counted(column, matching, taken);
  const codes = Int32Array.from(counts, (count) => (Number.isNaN(count) ? -1 : count > 0 ? 1 : 0));
  return { kind: "category", name: taken.name, written: { codes, levels: ["no", "yes"] } };
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
const nameTaken = (name: string) =>
  problem(
    "join-name-taken",
    `The cohort already has a column “${name}”; the joined one is not made.`,
    "Give the joined column another name.",
  );
const takenAbsent = (name: string) =>
  problem("join-column-absent", `The second file has no column “${name}”.`, "Choose another column for the join.");
const notADate = (name: string) =>
  problem(
    "join-date-expected",
    `“${name}” is no column of dates or numbers and cannot say which row is the latest.`,
    "Choose another column.",
  );
