import {
  type Curve,
  conditionalSurvival,
  type IntervalOptions,
  type Limits,
  type Subjects,
  type SurvivalAt,
  survivalAt,
  survivalDifference,
} from "../../survival";

/** Survival at a time chosen beforehand, per group in the order of the result's groups; null where nobody is followed so long. */
export interface AtTime {
  /** In the endpoint's unit. */
  time: number;
  groups: (SurvivalAt | null)[];
  /** Ŝ of each group less that of the reference; null for the reference itself and where either is unknown. */
  differences: (DifferenceAt | null)[];
}

/** Limits and P on the complementary log–log scale, which hold in small groups where plain ones do not. */
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
      place === reference || curves.length < 2 ? null : differenceAt(curve, curves[reference], time, interval.level),
    ),
  }));
}

function differenceAt(curve: Curve, reference: Curve, time: number, level?: number): DifferenceAt | null {
  const found = survivalDifference(curve, reference, time, level);
  if (!found) return null;
  const { lower, upper, p } = found.logLog;
  return { estimate: found.estimate, lower, upper, p };
}

/** Survival of those alive and followed past `given`, per group: how many they are, and their survival at later times, on the same clock. */
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
    return { time, groups: codes.map((code) => groups[code]) };
  });
  return { given, nRisk, times: answers };
}
