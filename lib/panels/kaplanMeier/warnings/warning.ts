import type { Warning } from "../../warning";
import type { KaplanMeierResult } from "../result";

/** What warnings are told from: the figure's result, and what the board says beside it. */
export interface Warned {
  result: KaplanMeierResult;
  /** Names of the columns that patients are filtered by. */
  filteredBy: string[];
  /** The groups are of a score that was made here, and not of a published one. */
  scoreMadeHere: boolean;
  /** Groups change with time, so that nobody counts as having what is known only later. */
  changing: boolean;
}

/** One bias: null where its trigger is not met. */
export type Trigger = (warned: Warned) => Warning | null;

/** “A”, “B” and “C”. */
export function named(labels: string[]): string {
  const quoted = labels.map((label) => `“${label}”`);
  if (quoted.length < 2) return quoted.join("");
  return `${quoted.slice(0, -1).join(", ")} and ${quoted[quoted.length - 1]}`;
}
