import type { Endpoint, TimeUnit } from "../board/board";
import { withUnit } from "../format";

/** What time zero of the curves is: the landmark has its own. */
export function originOf(endpoint: Endpoint, landmark: number | null, unit: TimeUnit): string {
  if (landmark === null) return endpoint.origin;
  const after = endpoint.origin.trim() === "" ? "time zero" : endpoint.origin;
  return `the landmark, ${withUnit(landmark, unit)} after ${after}`;
}
