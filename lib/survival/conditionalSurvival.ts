import type { IntervalOptions } from "./confidenceLimits";
import { kaplanMeier } from "./kaplanMeier";
import { landmark } from "./landmark";
import type { Subjects } from "./subjects";
import { type SurvivalAt, survivalAt } from "./survivalAt";

/**
 * Probability of surviving a further `t` given alive and followed past `given`, Ŝ(given + t) / Ŝ(given), per group: the
 * Kaplan–Meier estimate of the landmark cohort, whose standard error and limits it has. Null where nobody is followed
 * that far. Equals `survfit` of R on the rows with time > given, at time given + t. Source: Zamboni et al. 2010.
 */
export function conditionalSurvival(
  subjects: Subjects,
  given: number,
  t: number,
  interval: IntervalOptions = {},
): (SurvivalAt | null)[] {
  return kaplanMeier(landmark(subjects, given)).map((curve) => survivalAt(curve, t, interval));
}
