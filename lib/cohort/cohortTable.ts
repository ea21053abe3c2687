import type { Board, CellEdit } from "../board/board";
import type { Problem } from "../result";
import type { Table } from "../table";
import type { ChangedCells } from "./changes/changedCells";
import { collapsed, type FilledCells } from "./collapse";
import { withConversions } from "./convert";
import { withCorrections } from "./correctCells";
import { commonWeight, countedByWeight } from "./countWeight";
import { withDerived } from "./derive";
import { joined } from "./join";
import type { JoinView, Link } from "./link";
import { withMergedLevels } from "./mergeLevels";
import { type Patients, patientsOf } from "./patients";

/**
 * The table of the first file with everything the board adds to it. It has the rows of that file, in its order: of
 * several rows of one patient the representing one holds what the patient's rows say. Everything after this point reads
 * representing rows alone.
 */
export interface CohortTable {
  table: Table;
  /** The file's table as it was read. */
  asRead: Table;
  /** The same with the cells that the user corrected, and nothing else of the board. */
  file: Table;
  /** How many cells of each column the user corrected. */
  corrected: { column: string; count: number }[];
  /** Corrections that fit no cell of this file. */
  unfit: CellEdit[];
  patients: Patients;
  joins: JoinView[];
  /** The second files that are open and matched, by id of the join. */
  links: ReadonlyMap<string, Link>;
  filled: FilledCells[];
  /** Cells that the user, rules of several rows, unit conversions and merged spellings have changed. */
  edited: ChangedCells[];
  problems: Problem[];
}

/** The parts of a board that a cohort table depends on. */
export const cohortParts = ({ patientId, joins, edits, endpoints }: Board) => ({
  patientId,
  joins,
  edits,
  // Groups by quantiles or frequency are of patients.
  weight: edits.derivedColumns.length > 0 ? commonWeight({ endpoints }) : null,
});

/**
 * Corrected cells, then patients, then their several rows, then second files (by the id of the join), then units, then derived columns, then
 * merged spellings: each may use what came before.
 */
export function cohortTable(given: Table, seconds: ReadonlyMap<string, Table>, board: Board): CohortTable {
  const { table: file, changes, counts, unfit, problems } = withCorrections(given, board);
  const fewest = board.source.counted?.smallest ?? 1;
  const patients = { ...patientsOf(file, board), heldBackUnder: fewest > 1 ? fewest : null };
  const rows = collapsed(file, patients, board.edits);
  let table = rows.table;
  const links = new Map<string, Link>();
  const joins = board.joins.map((join) => {
    const one = joined(table, patients, join, seconds.get(join.id), links);
    table = one.table;
    if (one.link) links.set(join.id, one.link);
    return one.view;
  });
  const converted = withConversions(table, board.edits.conversions);
  const derived = withDerived(converted.table, countedByWeight(converted.table, patients, board), board.edits, links);
  const merged = withMergedLevels(derived.table, board.edits.mergedLevels);
  return {
    table: merged.table,
    asRead: given,
    file,
    corrected: counts,
    unfit,
    patients,
    joins,
    links,
    filled: rows.filled,
    edited: [...changes, ...rows.edited, ...converted.changes, ...merged.changes],
    problems: [...problems, ...rows.problems, ...joins.flatMap(({ problems }) => problems), ...derived.problems],
  };
}
