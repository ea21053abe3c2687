import type { CautionId } from "../../../board/figureOptions";
import type { KaplanMeierResult } from "../result";

/** A bias the figure may suffer from: what in this cohort says so, what to do, and how a caption says it. */
export interface Warning {
  id: CautionId;
  /** The evidence, with its numbers. */
  message: string;
  /** What to do. */
  hint: string;
  /** For print. */
  caption: string;
}

/** What warnings are told from: the figure's result, and what the board says beside it. */
export interface Warned {
  result: KaplanMeierResult;
  /** Names of the columns that patients are filtered by. */
  filteredBy: string[];
  /** The groups are of a score that was made here, and not of a published one. */
  scoreMadeHere: boolean;
  /** The clock begins at a landmark. */
  landmark: boolean;
}

/** One bias: null where its trigger is not met. */
export type Trigger = (warned: Warned) => Warning | null;

/** “A”, “B” and “C”. */
export function named(labels: string[]): string {
  const quoted = labels.map((label) => `“${label}”`);
  if (quoted.length < 2) return quoted.join("");
  return `${quoted.slice(0, -1).join(", ")} and ${quoted[quoted.length - 1]}`;
}
