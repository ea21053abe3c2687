import type { Board, Endpoint, TimeUnit } from "../board/board";
import { unitOfEndpoint } from "../cohort/endpoint";
import { endpointDefinition } from "../cohort/endpointDefinition";
import { type EndpointWords, endpointWords } from "../cohort/endpointWords";
import { originOf } from "./origin";

/** The endpoint a result is of, with all that prose may say of it. */
export interface ShownEndpoint {
  id: string;
  label: string;
  unit: TimeUnit;
  /** What time zero is; "" where that is not said. */
  origin: string;
  words: EndpointWords;
  /** How it is read from the file, in sentences. */
  definition: string;
  /** The data cut-off it is computed with, in words; null where none is stated. */
  cutoff: string | null;
}

/** The endpoint as a panel shows it; `causes` are the names of what competes with it. */
export const shownEndpoint = (
  board: Board,
  endpoint: Endpoint,
  { causes, landmark }: { causes: readonly string[]; landmark: number | null },
): ShownEndpoint => {
  const words = endpointWords(endpoint, causes);
  return {
    id: endpoint.id,
    label: endpoint.label,
    words,
    unit: unitOfEndpoint(endpoint),
    origin: originOf(endpoint, landmark),
    definition: endpointDefinition(board, endpoint, words.event),
    cutoff: cutoffOf(endpoint),
  };
};

function cutoffOf({ time }: Endpoint): string | null {
  if (time.from !== "rule" || !time.cutoff) return null;
  return "day" in time.cutoff ? time.cutoff.day : "of each patient’s own";
}
