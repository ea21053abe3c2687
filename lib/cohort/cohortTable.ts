import type { Board } from "../board/board";
import type { Problem } from "../result";
import type { Table } from "../table";
import { collapsed, type FilledCells } from "./collapse";
import { withDerived } from "./derive";
import { type JoinView, joined } from "./join";
import { type Patients, patientsOf } from "./patients";

/**
 * The table of the first file with everything the board adds to it. It has the rows of that file, in its order: of several rows of one
 * patient the representing one holds what the patient's rows say. Everything after this point reads representing rows alone.
 */
export interface CohortTable {
  table: Table;
  patients: Patients;
  joins: JoinView[];
  filled: FilledCells[];
  problems: Problem[];
}

/** The parts of a board that a cohort table depends on. */
export const cohortParts = ({ patientId, joins, edits }: Board) => ({
  patientId,
  joins,
  edits: { ...edits, mergedLevels: [] },
});

/** Patients, then their several rows, then second files (by the id of the join), then derived columns: each may use what came before. */
export function cohortTable(file: Table, seconds: ReadonlyMap<string, Table>, board: Board): CohortTable {
  const patients = patientsOf(file, board);
  const rows = collapsed(file, patients, board.edits);
  let table = rows.table;
  const joins = board.joins.map((join) => {
    const one = joined(table, patients, join, seconds.get(join.id));
    table = one.table;
    return one.view;
  });
  const derived = withDerived(table, patients, board.edits);
  return {
    table: derived.table,
    patients,
    joins,
    filled: rows.filled,
    problems: [...rows.problems, ...joins.flatMap(({ problems }) => problems), ...derived.problems],
  };
}
