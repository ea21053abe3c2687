import { criticalValue } from "./confidenceLimits";
import type { Curve } from "./curve";
import { type EstimateOptions, estimateCurves } from "./kaplanMeier";
import { hasRecurrentEvents, inPatients } from "./patients";
import { robustHazardStdErr } from "./robustVariance";
import { isSampled, type Subjects } from "./subjects";

/** Cumulative hazard of a group, one entry per distinct time as in `Curve`. */
export interface HazardCurve
  extends Pick<Curve, "n" | "events" | "time" | "nRisk" | "nEvent" | "nCensor" | "cumulativeHazard"> {
  /** Standard error of the cumulative hazard. */
  stdErr: Float64Array;
}

export interface HazardOptions extends EstimateOptions {
  /**
   * "breslow" (the default) adds d / n per event time, "efron" the d terms 1 / n, 1 / (n − 1), … of events one after
   * the other.
   */
  ties?: "breslow" | "efron";
}

/**
 * Nelson–Aalen estimate of each group: the sum of d / n, its variance the sum of d / n² (robust with sampling weights).
 * Defined to the last time, also where Ŝ reaches 0. Equals `cumhaz` and `std.chaz` of R's `survfit`, with ties "efron"
 * those of `ctype = 2`, which needs count weights. Sources: Nelson 1972; Aalen 1978; Fleming and Harrington 1984
 * (ties).
 */
export function nelsonAalen(given: Subjects, options: HazardOptions = {}): HazardCurve[] {
  const { subjects, order } = inPatients(given, options.order);
  const sampled = isSampled(subjects) || hasRecurrentEvents(subjects);
  if (sampled && options.ties === "efron")
    throw new RangeError("Ties “efron” are not defined for sampling weights and recurrent events");
  return estimateCurves(subjects, order, { scratch: options.scratch }).curves.map((curve, group) => {
    const { n, events, time, nRisk, nEvent, nCensor, cumulativeHazard } = curve;
    const counts = { n, events, time, nRisk, nEvent, nCensor };
    if (sampled) return { ...counts, cumulativeHazard, stdErr: robustHazardStdErr({ subjects, order, group }, curve) };
    return options.ties === "efron"
      ? { ...counts, ...oneByOne(curve) }
      : { ...counts, cumulativeHazard, stdErr: together(curve) };
  });
}

function together({ nRisk, nEvent }: Curve): Float64Array {
  let variance = 0;
  return nRisk.map((n, i) => {
    variance += nEvent[i] / (n * n);
    return Math.sqrt(variance);
  });
}

function oneByOne({ nRisk, nEvent }: Curve): Pick<HazardCurve, "cumulativeHazard" | "stdErr"> {
  const cumulativeHazard = new Float64Array(nRisk.length);
  const stdErr = new Float64Array(nRisk.length);
  let hazard = 0;
  let variance = 0;
  for (let i = 0; i < nRisk.length; i++) {
    for (let j = 0; j < nEvent[i]; j++) {
      hazard += 1 / (nRisk[i] - j);
      variance += 1 / (nRisk[i] - j) ** 2;
    }
    cumulativeHazard[i] = hazard;
    stdErr[i] = Math.sqrt(variance);
  }
  return { cumulativeHazard, stdErr };
}

/**
 * Confidence limits of the cumulative hazard: "log" (the default) or "plain", which is clipped at 0. NaN before the
 * first event on the log scale.
 */
export function hazardLimits(
  { cumulativeHazard, stdErr }: HazardCurve,
  { type = "log", level }: { type?: "plain" | "log"; level?: number } = {},
) {
  const z = criticalValue(level);
  const plain = (sign: number) => cumulativeHazard.map((h, i) => Math.max(0, h + sign * z * stdErr[i]));
  const log = (sign: number) => cumulativeHazard.map((h, i) => h * Math.exp((sign * z * stdErr[i]) / h));
  return type === "plain" ? { lower: plain(-1), upper: plain(1) } : { lower: log(-1), upper: log(1) };
}

/**
 * exp(−H(t)), the Breslow (or, with ties "efron", Fleming–Harrington) estimate of survival, with its standard error.
 * Equals R's `survfit(stype = 2)`.
 */
export function hazardSurvival({ cumulativeHazard, stdErr }: HazardCurve): Pick<Curve, "survival" | "stdErr"> {
  const survival = cumulativeHazard.map((h) => Math.exp(-h));
  return { survival, stdErr: survival.map((s, i) => s * stdErr[i]) };
}
