import type { Variable } from "../board/board";
import { commonWeight } from "../cohort/countWeight";
import { weightOf } from "../cohort/endpoint";
import { type Ledger, type LeftOut, patientsLedger, weightlessUnder, withLeftOut } from "../cohort/ledger";
import { ok, problem, type Result } from "../result";
import { type Blocked, blocked } from "./blocked";
import { countSelected, nobodyLeft } from "./grouped";
import { type Groups, groupsOf } from "./groupsOfVariable";
import type { Prepared } from "./prepared";
import { type RowsSetting, rowsSetting } from "./setting";

/** The patients of a panel that asks for no endpoint, each with its group. */
export interface CohortRows extends Pick<Groups, "levels" | "ordered" | "references"> {
  /** Per row the index into `levels`, −1 where the row is not in the panel (filtered, merged, group missing). */
  group: Int16Array;
  groupLabel: string | null;
  /** What each row counts for, where the endpoints of the cohort agree that rows count for something else than one. */
  weight?: Float64Array;
  rows: RowsSetting;
  /** How many rows are in the panel. */
  count: number;
  ledger: Ledger;
  /** Of the patients the filters keep, those not in it, by reason. */
  leftOut: LeftOut[];
}

interface Asked {
  group: Variable | null;
  /** The other columns and scores the panel is computed from. */
  others?: readonly Variable[];
  /** Patients that the panel itself leaves out, with the reason. */
  without?: { reason: string; rows: ReadonlySet<number> };
}

/** The patients that the filters keep, by group, or why there are none. */
export function cohortRows(prepared: Prepared, { group, others = [], without }: Asked): CohortRows | Blocked {
  const { board, table, patients, selection, variables } = prepared;
  if (patients.blocked) return blocked(patients.blocked, null);
  if (patients.patient) return blocked(ofIntervals, patientsLedger(table, patients));
  const start = patientsLedger(table, patients);
  const groups = groupsOf(prepared, group);
  if (!groups.ok) return blocked(groups.problem, start);
  const weight = weightOfCohort(prepared);
  if (!weight.ok) return blocked(weight.problem, start);
  const { codes, levels, ordered, references } = groups.value;
  const found = new Int16Array(table.rows).fill(-1);
  const weightless: number[] = [];
  const groupless: number[] = [];
  const taken: number[] = [];
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    if (patients.represents[row] === 0) continue;
    const level = codes === null ? 0 : (codes[row] ?? -1);
    if (weight.value && Number.isNaN(weight.value[row])) {
      // Rows without a count weight are a line of the ledger already.
      if (!patients.weighted) weightless.push(row);
    } else if (level < 0) groupless.push(row);
    else if (without?.rows.has(row)) taken.push(row);
    else if (selection.failed[row] === 0) {
      found[row] = level;
      count++;
    }
  }
  const label = group === null ? null : variables.label(group);
  const left = [
    { reason: "weight missing or not positive", rows: weightless },
    { reason: `${label} missing`, rows: groupless },
    { reason: without?.reason ?? "", rows: taken },
  ];
  const ledger = left.reduce((before, { reason, rows }) => withLeftOut(before, reason, rows, patients), start);
  if (count === 0) return blocked(nobodyLeft(ledger, selection.selected), ledger);
  const kind = weight.value ? commonWeight(board)?.kind : undefined;
  return {
    group: found,
    levels,
    ordered,
    references,
    groupLabel: label,
    ...(weight.value ? { weight: weight.value } : undefined),
    rows: rowsSetting(prepared, { causes: [], weight: weight.value ?? undefined, weightKind: kind }, [
      group,
      ...others,
    ]),
    count,
    ledger,
    leftOut: left
      .map(({ reason, rows }): LeftOut => ({ reason, count: countSelected(selection, rows, patients) }))
      .filter((each) => each.count > 0)
      .concat(weightlessUnder(selection, patients)),
  };
}

const ofIntervals = problem(
  "rows-of-intervals",
  "The rows of this file are intervals of time, of which this panel cannot say which stands for a patient.",
  "Choose one row a patient in Data, under Several rows.",
);

function weightOfCohort({ board, table }: Prepared): Result<Float64Array | null> {
  const weight = commonWeight(board);
  return weight === null ? ok(null) : weightOf(table, weight);
}
