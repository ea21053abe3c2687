import type { Board, Endpoint, TimeUnit } from "../board/board";
import { unitOfEndpoint } from "../cohort/endpoint";
import { endpointDefinition } from "../cohort/endpointDefinition";
import { type EndpointWords, endpointWords } from "../cohort/endpointWords";
import { originOf } from "./origin";

/** The endpoint a result is of, with all that prose may say of it. */
export interface ShownEndpoint {
  id: string;
  label: string;
  /** Of every time of the result: that of the figure. */
  unit: TimeUnit;
  /** What time zero is; "" where that is not said. */
  origin: string;
  words: EndpointWords;
  /** How it is read from the file, in sentences. */
  definition: string;
  /** The data cut-off it is computed with, in words; null where none is stated. */
  cutoff: string | null;
}

/** Without a unit, and then without a landmark that could be in another, it is shown in its own. */
type Asked = { causes: readonly string[] } & (
  | { landmark: number | null; unit: TimeUnit }
  | { landmark: null; unit?: undefined }
);

/** The endpoint as a panel shows it; `causes` are the names of what competes with it, `landmark` is in `unit`. */
export const shownEndpoint = (
  board: Board,
  endpoint: Endpoint,
  { causes, landmark, unit = unitOfEndpoint(endpoint) }: Asked,
): ShownEndpoint => {
  const words = endpointWords(endpoint, causes);
  return {
    id: endpoint.id,
    label: endpoint.label,
    words,
    unit,
    origin: originOf(endpoint, landmark, unit),
    definition: endpoint.counted?.definition ?? endpointDefinition(board, endpoint, words.event),
    cutoff: cutoffOf(endpoint),
  };
};

/** The data cut-off, in words. */
export function cutoffOf({ time, counted }: Endpoint): string | null {
  if (counted) return counted.cutoff;
  if (time.from !== "rule" || !time.cutoff) return null;
  return "day" in time.cutoff ? time.cutoff.day : "of each patient’s own";
}
