import type { Endpoint } from "../board/board";
import { unitOfEndpoint } from "../cohort/endpoint";
import { withUnit } from "../format";

/** What time zero of the curves is: the landmark has its own. */
export function originOf(endpoint: Endpoint, landmark: number | null): string {
  if (landmark === null) return endpoint.origin;
  const after = endpoint.origin.trim() === "" ? "time zero" : endpoint.origin;
  return `the landmark, ${withUnit(landmark, unitOfEndpoint(endpoint))} after ${after}`;
}
