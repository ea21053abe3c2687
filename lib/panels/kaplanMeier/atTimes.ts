import { nth } from "../../numeric/nth";
import {
  type Curve,
  conditionalSurvival,
  type IntervalOptions,
  type Limits,
  type Subjects,
  type SurvivalAt,
  squaredAndAdded,
  survivalAt,
  survivalDifference,
} from "../../survival";

/**
 * Survival at a time chosen beforehand, per group in the order of the result's groups; null where nobody is followed so
 * long.
 */
export interface AtTime {
  /** In the endpoint's unit. */
  time: number;
  groups: (SurvivalAt | null)[];
  /** Ŝ of each group less that of the reference; null for the reference itself and where either is unknown. */
  differences: (DifferenceAt | null)[];
}

/**
 * Limits joined from those of the two groups, and P of log(−log Ŝ), which hold in small groups unless the limits are plain ones.
 */
export interface DifferenceAt extends Limits {
  estimate: number;
  p: number;
}

export function survivalAtTimes(
  curves: Curve[],
  times: number[],
  reference: number,
  interval: IntervalOptions,
): AtTime[] {
  return times.map((time) => ({
    time,
    groups: curves.map((curve) => survivalAt(curve, time, interval)),
    differences: curves.map((curve, place) =>
      place === reference || curves.length < 2 ? null : differenceAt(curve, nth(curves, reference), time, interval),
    ),
  }));
}

function differenceAt(curve: Curve, other: Curve, time: number, interval: IntervalOptions): DifferenceAt | null {
  const [a, b] = [survivalAt(curve, time, interval), survivalAt(other, time, interval)];
  const found = survivalDifference(curve, other, time, interval.level);
  if (!a || !b || !found) return null;
  const limits = squaredAndAdded(found.estimate, { ...a, value: a.survival }, { ...b, value: b.survival });
  return { estimate: found.estimate, ...limits, p: found.logLog.p };
}

/**
 * Survival of those alive and followed past `given`, per group: how many they are, and their survival at later times,
 * on the same clock.
 */
export interface GivenAlive {
  given: number;
  nRisk: number[];
  times: { time: number; groups: (SurvivalAt | null)[] }[];
}

/** `codes` are the groups asked for. A time not after `given` is left out. */
export function givenAlive(
  subjects: Subjects,
  codes: number[],
  given: number,
  times: number[],
  interval: IntervalOptions,
): GivenAlive {
  const nRisk = codes.map((code) =>
    subjects.time.reduce(
      (sum, time, row) =>
        subjects.group?.[row] === code && time > given && !((subjects.entry?.[row] ?? 0) > given)
          ? sum + (subjects.weightKind === "count" ? (subjects.weight?.[row] ?? 1) : 1)
          : sum,
      0,
    ),
  );
  const later = times.filter((time) => time > given);
  const answers = later.map((time) => {
    const groups = conditionalSurvival(subjects, given, time - given, interval);
    return { time, groups: codes.map((code) => groups[code] ?? null) };
  });
  return { given, nRisk, times: answers };
}
