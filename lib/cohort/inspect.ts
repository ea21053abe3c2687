import type { Board } from "../board/board";
import { atOnce, type Steps } from "../steps";
import type { Table } from "../table";
import { type Change, changedCellsInSteps, changeLine } from "./changes";
import type { ChangeKind } from "./changes/changedCells";
import type { CohortTable } from "./cohortTable";
import { type Finding, findingsInSteps } from "./plausibility";

/**
 * What the Data place says about a cohort beside its curves: what may be wrong with it, and which cells count as
 * something else than is written.
 */
export interface Inspection {
  findings: Finding[];
  changes: Change[];
  /**
   * Changed cells among the first rows of the table: `row` from 0, what stands in the file and what it counts as. Where
   * a column is written specially throughout, such as with decimal commas, no single cell stands out.
   */
  firstChanged: { row: number; column: string; from: string; to: string }[];
}

const firstRows = 12;
const mannersOfWriting: ReadonlySet<ChangeKind> = new Set(["decimalComma", "thousands", "suffix", "spelling", "date"]);

/** The parts of a board that an inspection depends on. */
export const inspectedParts = ({ patientId, joins, edits, endpoints, columns }: Board) => ({
  patientId,
  joins,
  edits,
  endpoints,
  columns,
});

/** `today` as days since 1970-01-01, null where nobody says. */
export const inspect = (file: Table, cohort: CohortTable, board: Board, today: number | null): Inspection =>
  atOnce(inspectInSteps(file, cohort, board, today));

export function* inspectInSteps(
  file: Table,
  cohort: CohortTable,
  board: Board,
  today: number | null,
): Steps<Inspection> {
  const changed = yield* changedCellsInSteps(file, cohort, board);
  const findings = yield* findingsInSteps({ table: cohort.table, patients: cohort.patients, board, today });
  return {
    findings,
    changes: changed.map(changeLine),
    firstChanged: changed.flatMap(({ kind, column, count, cells }) =>
      mannersOfWriting.has(kind) && count > file.rows / 2
        ? []
        : cells.filter(({ row }) => row < firstRows).map((cell) => ({ ...cell, column })),
    ),
  };
}
