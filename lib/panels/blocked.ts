import type { Ledger } from "../cohort/ledger";
import type { Problem } from "../result";

/** Why a panel has no result. */
export interface Blocked {
  state: "blocked";
  problem: Problem;
  ledger: Ledger | null;
}

export const blocked = (problem: Problem, ledger: Ledger | null): Blocked => ({ state: "blocked", problem, ledger });
