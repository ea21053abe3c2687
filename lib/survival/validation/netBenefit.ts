import { kaplanMeier } from "../kaplanMeier";
import type { Subjects } from "../subjects";
import { survivalAt } from "../survivalAt";

/** What treating by a risk is worth at one threshold, in true positives a patient. */
export interface NetBenefit {
  threshold: number;
  /** Of treating those whose risk is at least the threshold; NaN where they are not followed until `t`. */
  model: number;
  /** Of treating everybody; treating nobody has 0. */
  all: number;
}

interface Treated {
  n: number;
  /** Share with the event by then. */
  event: number;
}

const nobody: Treated = { n: 0, event: 0 };

/**
 * Decision curve at time `t`: at a threshold p, treating one without the event costs p / (1 − p) of what treating one
 * with it is worth. The net benefit is the share of all who are treated and have the event by then, less the share of
 * those treated who do not have it times these odds; both by Kaplan–Meier among the treated, so that competing events
 * must not be there. `risk` by input row (NaN leaves the row out); thresholds between 0 and 1, without 1.
 *
 * Source: Vickers et al., BMC Med Inform Decis Mak 2008;8:53.
 */
export function netBenefits(
  subjects: Subjects,
  risk: Float64Array,
  t: number,
  thresholds: readonly number[],
): NetBenefit[] {
  const treating = (group: Int16Array): Treated => {
    const [curve] = kaplanMeier({ ...subjects, group, groupCount: 1 });
    return { n: curve.n, event: 1 - (survivalAt(curve, t)?.survival ?? Number.NaN) };
  };
  const within = (least: number) =>
    Int16Array.from(risk, (value, row) =>
      value >= least && (subjects.group === undefined || subjects.group[row] >= 0) ? 0 : -1,
    );
  const everybody = treating(within(0));
  /** The same patients are treated between two risks. */
  const known = new Map<number, Treated>();
  const risks = [...new Set(risk.filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b);
  return thresholds.map((threshold) => {
    const least = risks.find((value) => value >= threshold);
    if (least !== undefined && !known.has(least)) known.set(least, treating(within(least)));
    const treated = least === undefined ? nobody : known.get(least)!;
    const odds = threshold / (1 - threshold);
    const worth = ({ n, event }: Treated) => (n === 0 ? 0 : (n / everybody.n) * (event - (1 - event) * odds));
    return { threshold, model: worth(treated), all: worth(everybody) };
  });
}
