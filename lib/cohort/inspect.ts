import type { Board } from "../board/board";
import { atOnce, type Steps } from "../steps";
import { type Change, changedCellsInSteps, changeLine } from "./changes";
import type { CohortTable } from "./cohortTable";
import { type Finding, findingsInSteps } from "./plausibility";

/**
 * What the Data place says about a cohort beside its curves: what may be wrong with it, and which cells count as
 * something else than is written.
 */
export interface Inspection {
  findings: Finding[];
  changes: Change[];
}

/** The parts of a board that an inspection depends on. */
export const inspectedParts = ({ patientId, joins, edits, endpoints, columns }: Board) => ({
  patientId,
  joins,
  edits,
  endpoints,
  columns,
});

/** `today` as days since 1970-01-01, null where nobody says. */
export const inspect = (cohort: CohortTable, board: Board, today: number | null): Inspection =>
  atOnce(inspectInSteps(cohort, board, today));

export function* inspectInSteps(cohort: CohortTable, board: Board, today: number | null): Steps<Inspection> {
  const changed = yield* changedCellsInSteps(cohort, board);
  const findings = yield* findingsInSteps({ table: cohort.table, patients: cohort.patients, board, today });
  return {
    findings,
    changes: changed.map(changeLine),
  };
}
