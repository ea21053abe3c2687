import type { Variable } from "../board/board";
import { mostGroups } from "../cohort/groupable";
import type { Level, Levels } from "../cohort/levels";
import type { Patients } from "../cohort/patients";
import { referencesFirst } from "../cohort/references";
import { formatCount } from "../format";
import { failed, ok, problem, type Result } from "../result";
import type { Prepared } from "./prepared";

/** Which group each row is in. */
export interface Groups {
  codes: Int32Array | null;
  levels: Level[];
  ordered: boolean;
  /** The places of the levels, the one that others are compared with first where nobody has chosen (`referencesFirst`). */
  references: number[];
}

/** The groups of a variable, or one of all patients; refused where there are too many to tell apart. */
export function groupsOf(
  { variables, patients }: Pick<Prepared, "variables" | "patients">,
  variable: Variable | null,
): Result<Groups> {
  if (variable === null)
    return ok({
      codes: null,
      levels: [{ value: "", label: "All patients", color: null }],
      ordered: false,
      references: [0],
    });
  const found = variables.levels(variable);
  if (!found.ok) return found;
  const { codes, levels, ordered } = found.value;
  if (levels.length <= mostGroups)
    return ok({ codes, levels, ordered, references: referencesOf(found.value, patients) });
  return failed(
    problem(
      "groups-many",
      `“${variables.label(variable)}” has ${formatCount(levels.length)} different values; a panel takes at most ${mostGroups} groups.`,
      "Group by a column with fewer values, or keep the most frequent ones of this column in Data.",
    ),
  );
}

/** The last answer for each variable: a filter changes none of it. */
const known = new WeakMap<Int32Array, { patients: Patients; references: number[] }>();

/** The order in which levels are taken for the reference, counted once for each cohort. */
export function referencesOf(levels: Levels, patients: Patients): number[] {
  const last = known.get(levels.codes);
  if (last?.patients === patients) return last.references;
  const references = referencesFirst(levels, patients.size);
  known.set(levels.codes, { patients, references });
  return references;
}
