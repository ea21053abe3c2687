import type { EndpointData } from "../cohort/endpoint";
import { rowsOfEach } from "../cohort/intervals";
import type { Patients } from "../cohort/patients";
import { counted } from "../format";
import { nth } from "../numeric/nth";
import { type Problem, problem } from "../result";

/** What intervals of patients make of a figure. */
export interface FigureIntervals {
  /** Patients in the figure, each once. */
  patients: number;
  /** Patients of whom some intervals are in it and others not. */
  partly: number;
  /** Patients who are in several groups, one after the other. */
  changing: number;
  notices: Problem[];
}

/** `time` on the clock of the figure, NaN for rows that have ended before it begins; `said` of the endpoint already. */
export function intervalsIn(
  { patient, reason }: Pick<EndpointData, "patient" | "reason">,
  { toFirstEvent }: Pick<Patients, "toFirstEvent">,
  group: Int16Array,
  time: Float64Array,
  said: readonly Problem[],
): FigureIntervals | null {
  if (!patient) return null;
  let [patients, partly, changing] = [0, 0, 0];
  for (const rows of rowsOfEach(patient, (row) => reason[row] === 0 && !Number.isNaN(time[row]))) {
    const groups = rows.map((row) => nth(group, row));
    const present = new Set(groups.filter((code) => code >= 0));
    if (present.size === 0) continue;
    patients++;
    if (groups.some((code) => code < 0)) partly++;
    if (present.size > 1) changing++;
  }
  return { patients, partly, changing, notices: [...said, ...partsSaid(partly, toFirstEvent)] };
}

function partsSaid(partly: number, toFirstEvent: boolean): Problem[] {
  if (partly === 0) return [];
  return [
    problem(
      "intervals-partly",
      `Filters keep ${counted(partly, "patient")} for a part of the follow-up only: a filter by what changes with time takes intervals, not patients.${toFirstEvent ? " An event in an interval that is taken away is not counted." : ""}`,
      "Filter by a column that does not change, to keep patients whole.",
    ),
  ];
}
