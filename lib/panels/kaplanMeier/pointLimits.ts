import { confidenceLimits, type Limits } from "../../survival";
import type { KaplanMeierResult } from "./result";

/** Limits of one point of a curve, on the survival scale. Those of an incidence are transformed as an incidence and turned around. */
export function pointLimits(
  { incidence, confidence }: Pick<KaplanMeierResult, "incidence" | "confidence">,
  survival: number,
  stdErr: number,
): Limits {
  if (incidence === null) return confidenceLimits(survival, stdErr, confidence);
  const { lower, upper } = confidenceLimits(1 - survival, stdErr, confidence);
  return { lower: 1 - upper, upper: 1 - lower };
}
