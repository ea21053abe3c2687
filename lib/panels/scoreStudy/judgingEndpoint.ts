import type { Board, Endpoint } from "../../board/board";
import type { Score } from "../../board/score";

/** The endpoint a score is judged by: the user's choice, else overall survival, else the first. */
export function judgingEndpoint({ endpoints }: Board, score: Score): Endpoint | undefined {
  return (
    endpoints.find(({ id }) => id === score.endpoint) ??
    endpoints.find(({ id, label }) => id === "os" || /overall/i.test(label)) ??
    endpoints[0]
  );
}
