import type { Variable } from "../board/board";
import { mostGroups } from "../cohort/groupable";
import type { Level } from "../cohort/levels";
import type { Variables } from "../cohort/variables";
import { failed, ok, problem, type Result } from "../result";

/** Which group each row is in. */
export interface Groups {
  codes: Int32Array | null;
  levels: Level[];
  ordered: boolean;
}

/** The groups of a variable, or one of all patients; refused where there are too many to tell apart. */
export function groupsOf(variables: Variables, variable: Variable | null): Result<Groups> {
  if (variable === null)
    return ok({ codes: null, levels: [{ value: "", label: "All patients", color: null }], ordered: false });
  const found = variables.levels(variable);
  if (!found.ok) return found;
  const { codes, levels, ordered } = found.value;
  if (levels.length <= mostGroups) return ok({ codes, levels, ordered });
  return failed(
    problem(
      "groups-many",
      `“${variables.label(variable)}” has ${levels.length} different values; a panel takes at most ${mostGroups} groups.`,
      "Group by a column with fewer values, or keep the most frequent ones of this column in Data.",
    ),
  );
}
