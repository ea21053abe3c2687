import type { TimeUnit } from "../../board/board";
import { formatCount, formatTime, limitTime } from "../../format";
import { longestTau, restrictedMean } from "../../survival";
import type { MethodUse } from "../methods/methods";
import type { Stat } from "../methods/stat";
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
  /** Null where a curve of a preview lacks the times it needs. */
  restrictedMean: { before: number; now: number } | null;
}

export interface FrozenComparison {
  /** Restricted means are up to here: `longestTau` of the groups compared, then and now. */
  tau: number;
  unit: TimeUnit;
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
    restrictedMean: now.thinned || frozen.thinned ? null : { before: mean(before), now: mean(group) },
  }));
  return { tau, unit: now.endpoint.unit, rows };
}

/** The comparison as statistics; each number was had twice, then and now. */
export function frozenStats({ tau, unit, rows }: FrozenComparison): Stat[] {
  const means = rows.every(({ restrictedMean: mean }) => mean !== null);
  const methods: [MethodUse] = [{ id: "frozen", tau: means ? `${limitTime(tau)} ${unit}` : null }];
  const time = (value: number | null) => (value === null ? "NR" : formatTime(value, unit));
  const pair = ({ before, now }: { before: number | null; now: number | null }) =>
    `${time(before)} → ${time(now)}${before === null || now === null ? "" : ` (${changeInWords(now - before, unit)})`}`;
  const of = (group: string, name: string, value: string, now: number | null, why: string[] = []): Stat => ({
    methods,
    text: [name, value],
    number: now === null ? null : { quantity: `${name}, frozen and now`, group, value: now },
    why,
  });
  return rows.flatMap(({ label, patients, median, restrictedMean: mean }) => [
    of(label, label, `${formatCount(patients.before)} → ${formatCount(patients.now)} patients`, null),
    of(
      label,
      `median, ${unit}`,
      pair(median),
      median.now,
      median.before === null || median.now === null ? [notReached] : [],
    ),
    ...(mean ? [of(label, `mean to ${limitTime(tau)}`, pair(mean), mean.now)] : []),
  ]);
}

const notReached = "NR: the curve does not fall to 50% while patients are followed.";

/** "+1.2", "−1.2", "no change"; what rounding leaves of equal ones is none. */
function changeInWords(change: number, unit: TimeUnit): string {
  if (Math.abs(change) < 1e-9) return "no change";
  const text = formatTime(Math.abs(change), unit);
  return /^[<]/.test(text) ? `change ${text}` : `${change > 0 ? "+" : "−"}${text}`;
}

const medianOf = ({ median }: GroupResult) => (median.kind === "reached" ? median.time : null);
