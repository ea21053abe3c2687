import { type Curve, curveVisitor } from "./curve";
import { enteredByGroup } from "./entered";
import { hasRecurrentEvents, inPatients, patientsByGroup } from "./patients";
import { robustSurvivalStdErr } from "./robustVariance";
import type { Scratch } from "./scratch";
import { isSampled, type Subjects } from "./subjects";
import { prepareSweep, type Sweep, type SweepOptions, type Visitor } from "./sweep";
import type { TickOrder } from "./timeOrder";

export interface EstimateOptions {
  /** The endpoint's time order, where it is known already. */
  order?: TickOrder;
  /** Buffers to reuse: the result is then valid until their next use. */
  scratch?: Scratch;
}

/**
 * Kaplan–Meier curve of each group, in group order. Competing endings count as censored. A group without rows gives a
 * curve without entries and n = 0; one without events stays at 1 with standard error 0. Events at time 0 are at risk
 * there, so Ŝ(0) < 1.
 *
 * Equals `survfit(Surv(time, event) ~ group)` of R's survival package, with `entry` `Surv(entry, time, event)`, and
 * with sampling weights `survfit(…, weights, robust = TRUE)`. Throws where a group or weight is out of range. Sources:
 * Kaplan and Meier 1958; variance Greenwood 1926; cumulative hazard Nelson 1972, Aalen 1978.
 */
export function kaplanMeier(subjects: Subjects, options: EstimateOptions = {}): Curve[] {
  const own = inPatients(subjects, options.order);
  return estimateCurves(own.subjects, own.order, { scratch: options.scratch }).curves;
}

/** The curves of one sweep of rows as `inPatients` has them, together with whatever else is to visit it. */
export function estimateCurves(
  subjects: Subjects,
  order: TickOrder,
  options: SweepOptions,
  others: (sweep: Sweep) => Visitor[] = () => [],
) {
  const sweep = prepareSweep(subjects, order, options);
  const sampled = isSampled(subjects);
  const collector = curveVisitor(sweep, sampled, options.scratch);
  sweep.run(collector.visit, ...others(sweep));
  const entered = enteredByGroup(subjects, order, sweep.groups);
  const curves = collector
    .curves()
    .map((curve, g) => (entered ? Object.assign(curve, { entered: entered[g] }) : curve));
  if (subjects.patient) {
    const patients = patientsByGroup(subjects, sweep.groups);
    for (const [g, curve] of curves.entries()) curve.n = patients[g];
  }
  if (!sampled && !hasRecurrentEvents(subjects)) return { curves, sweep };
  const robust = (curve: Curve, group: number) =>
    robustSurvivalStdErr({ subjects, order, group, endings: options.endings }, curve);
  const ofWeights = ({ greenwood: _, ...curve }: Curve, group: number) => ({ ...curve, stdErr: robust(curve, group) });
  return { curves: curves.map(ofWeights), sweep };
}
