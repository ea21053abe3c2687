import { counted, listed } from "../format";
import type { Coefficient, Limits, Quantile } from "../survival";
import { inestimableInWords, unboundedInWords } from "./reasonInWords";
import type { RowsSetting } from "./setting";

/**
 * Why a number reads NE, NR or "P not estimable", as sentences that stand once below the table it is in, on the screen
 * and in every file. They name what is not known and no group, so that equal ones are one.
 */
type Why = string[];

const unless = (known: boolean, why: string): Why => (known ? [] : [why]);
const known = (value: number | null | undefined) => value !== null && value !== undefined && Number.isFinite(value);

/** Of a median with its limits, and which of several times it is where the curve stays at exactly 50%; `of` is what it is the median of: "a median", "a median follow-up". */
export function whyMedian(quantile: Quantile, of = "a median", curve = "the curve"): Why {
  const upper = "upper" in quantile ? quantile.upper : null;
  return [
    ...(quantile.kind === "reached" && quantile.flat
      ? [
          quantile.flat === "falls"
            ? `Flat at 50%, ${of}: ${curve} stays at exactly 50% for a while, and the middle of that stretch is given.`
            : `Flat at 50%, ${of}: ${curve} ends at exactly 50%, and the time at which it got there is given.`,
        ]
      : []),
    ...unless(quantile.kind === "reached", `NR, ${of}: ${curve} does not fall to 50% while patients are followed.`),
    ...unless(
      known(quantile.lower) && known(upper),
      `NE, a limit of ${of}: that limit of ${curve} does not fall to 50% while it is known.`,
    ),
  ];
}

export const whyMedianFollowUp = (quantile: Quantile): Why =>
  whyMedian(quantile, "a median follow-up", "the reverse Kaplan–Meier curve");

/** Of a difference or ratio of medians; null where it is not known. */
export function whyMedians(of: "difference" | "ratio", contrast: (Limits & { estimate: number }) | null): Why {
  if (contrast === null) return [`NE, a ${of} of medians: a median is not reached.`];
  if (Number.isNaN(contrast.estimate)) return [`NE, a ${of} of medians: that of the reference is 0.`];
  return unless(
    known(contrast.lower) && known(contrast.upper),
    `NE, a limit of a ${of} of medians: it falls on resamples in which a median is not reached.`,
  );
}

/** Of a share read from a curve at a time; `start` is the share that the curve begins with, 1 or 0 of an incidence. */
export function whyShare(share: (Limits & { value: number }) | null, start: 0 | 1 = 1): Why {
  if (!share || (known(share.lower) && known(share.upper))) return [];
  if (share.value === start)
    return [
      `NE, limits of ${start * 100}%: nobody has had the event, and the exact limit counts patients, which sampling weights are not.`,
    ];
  if (share.value === 1 - start)
    return [`NE, limits of ${100 - start * 100}%: there is no standard error once all at risk have had the event.`];
  return ["NE, limits of a share: there is no standard error, because all at risk had the event at once."];
}

/** Of a difference of two shares: its limits are joined from theirs, which say why there are none. */
export const whyDifference = ({ p }: { p: number }): Why =>
  unless(
    !Number.isNaN(p),
    "P not estimable, a difference at a time: the test compares log(−log) of two shares, which has no value at 0% and 100%.",
  );

/** Of a restricted mean. */
export const whyMean = (mean: Limits & { events: number }): Why =>
  unless(
    known(mean.lower) && known(mean.upper),
    mean.events === 0
      ? "NE, limits of a restricted mean without an event: the exact limit counts patients, which sampling weights are not."
      : "NE, limits of a restricted mean: there is no standard error, because all at risk had the event at once.",
  );

/** Of two restricted means; `events` are those of the group with fewer. */
export function whyMeans({
  difference,
  ratio,
  events,
}: {
  difference: Limits & { p: number };
  ratio: Limits;
  events: number;
}): Why {
  const because =
    events === 0
      ? "a group without an event has lost no time"
      : "there is no standard error, because all at risk in a group had the event at once";
  return [
    ...unless(
      !Number.isNaN(difference.p),
      `P not estimable, a difference of restricted means: it is of the ratio of the times lost, and ${because}.`,
    ),
    ...unless(
      known(difference.lower) && known(difference.upper),
      `NE, limits of a difference of restricted means: limits of both means are needed, and ${because}.`,
    ),
    ...unless(
      known(ratio.lower) && known(ratio.upper),
      Number.isNaN(ratio.lower) || Number.isNaN(ratio.upper)
        ? `NE, limits of a ratio of restricted means: limits of both means are needed, and ${because}.`
        : "NE, an upper limit of a ratio of restricted means: that of the reference may be 0.",
    ),
  ];
}

/** Of a hazard ratio; `of` is whose. */
export function whyRatio(coefficient: Coefficient | null, of = "a hazard ratio"): Why {
  if (coefficient === null) return [`NE, ${of}: the model cannot be fitted.`];
  if (coefficient.kind === "inestimable") return [`Not estimable, ${of}: ${inestimableInWords[coefficient.reason]}.`];
  if (coefficient.kind === "infinite") return [`Separated, ${of}: ${unboundedInWords[coefficient.why]}.`];
  if (coefficient.tooFewClusters !== null)
    return [
      `NE and P not estimable, ${of}: its robust standard error would rest on ${counted(coefficient.tooFewClusters, "patient")} and be far too small.`,
    ];
  return [
    ...unless(
      known(coefficient.lower) && known(coefficient.upper),
      `NE, a limit of ${of}: the likelihood is too flat.`,
    ),
    ...unless(!Number.isNaN(coefficient.p), `P not estimable, ${of}: it has no standard error.`),
  ];
}

/** Of subdistribution hazard ratios, where a comparison has the cause-specific ones alone: what of the rows stands against them. */
export function whySubdistribution(fitted: boolean, { intervals, entry, weights }: RowsSetting): Why {
  const against = [
    ...(intervals === null ? [] : ["rows that are intervals of patients"]),
    ...(entry && intervals === null ? ["late entries"] : []),
    ...(weights === "sampling" ? ["sampling weights"] : []),
  ];
  return unless(
    fitted,
    `No subdistribution hazard ratio: ${against.length === 0 ? "the Fine–Gray model cannot be fitted" : `Fine–Gray regression takes no ${listed(against, "and no")}`}.`,
  );
}

/** Of a concordance. */
export const whyConcordance = (found: object | null): Why =>
  unless(
    found !== null,
    "No Harrell’s C: its standard error takes rows for patients, which intervals are not; nor is there one without two patients to compare.",
  );

/** Of limits that stand on a standard error alone: of a concordance, an area under the curve, a Brier score, and of their differences. */
export const whyLimits = (estimates: readonly (Pick<Limits, "lower"> | null)[]): Why =>
  unless(
    estimates.every((estimate) => estimate === null || known(estimate.lower)),
    "NE, limits: the standard error is 0, as where every pair of patients is in order; that does not make the number certain.",
  );

/** Of an odds ratio. */
export const whyOddsRatio = ({ estimate }: { estimate: number }): Why =>
  unless(!Number.isNaN(estimate), "NE, an odds ratio: all patients of both groups responded, or none did.");

/** Of Fisher's exact test of a rate. */
export const whyExactTest = (p: number): Why =>
  unless(!Number.isNaN(p), "P not estimable, Fisher’s exact test: all patients have the response, or none does.");
