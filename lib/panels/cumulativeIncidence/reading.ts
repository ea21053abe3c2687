import { formatShare } from "../../format";
import { incidenceAt } from "../../survival";
import type { CumulativeIncidenceResult, IncidenceGroup } from "./result";

/** "34% (20–48)" of the event at a time; null where nobody of the group is followed so long. */
export function readingInWords(
  { confidence }: Pick<CumulativeIncidenceResult, "confidence">,
  { curves }: IncidenceGroup,
  time: number,
): string | null {
  const found = incidenceAt(curves, 1, time, confidence);
  if (!found) return curves.causes.some(({ cause }) => cause === 1) ? null : "0%";
  return formatShare(found.incidence, found);
}
