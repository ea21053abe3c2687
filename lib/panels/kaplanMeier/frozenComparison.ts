import { longestTau, restrictedMean } from "../../survival";
import type { GroupResult, KaplanMeierResult } from "./result";

/**
 * A group as it was when the curves were frozen and as it is now. The patients overlap, so there is no interval and no
 * P.
 */
export interface FrozenRow {
  level: string;
  label: string;
  patients: { before: number; now: number };
  /** Null where a median is not reached. */
  median: { before: number | null; now: number | null };
  restrictedMean: { before: number; now: number };
}

export interface FrozenComparison {
  /** Restricted means are up to here: `longestTau` of the groups compared, then and now. */
  tau: number;
  rows: FrozenRow[];
}

/** The groups that were there before and are there now; null without any. */
export function frozenComparison(frozen: KaplanMeierResult, now: KaplanMeierResult): FrozenComparison | null {
  const pairs = now.groups.flatMap((group) => {
    const before = frozen.groups.find(({ level }) => level === group.level);
    return before ? [{ before, group }] : [];
  });
  if (pairs.length === 0) return null;
  const tau = longestTau(...pairs.flatMap(({ before, group }) => [before.curve, group.curve]));
  const mean = ({ curve }: GroupResult) => restrictedMean(curve, tau).restrictedMean;
  const rows = pairs.map(({ before, group }) => ({
    level: group.level,
    label: group.label,
    patients: { before: before.curve.n, now: group.curve.n },
    median: { before: medianOf(before), now: medianOf(group) },
    restrictedMean: { before: mean(before), now: mean(group) },
  }));
  return { tau, rows };
}

const medianOf = ({ median }: GroupResult) => (median.kind === "reached" ? median.time : null);
