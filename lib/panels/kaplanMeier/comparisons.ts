import { nth } from "../../numeric/nth";
import { type EventRate, eventRates, medianFollowUp, type Quantile, type TrendResult, trendTest } from "../../survival";
import type { Compared } from "./comparedGroups";
import { type HazardRatios, hazardRatios } from "./hazardRatios";
import { type Pairs, pairsOf } from "./pairs";

/** What is said of the groups beside their curves and test. Lists per group are in the order of the result's groups. */
export interface Comparisons {
  /** Of all patients in the figure, by the reverse Kaplan–Meier method. */
  medianFollowUp: Quantile;
  /** The same of each group; empty where groups change with time. */
  followUp: Quantile[];
  /** Events in the time followed, of each group; null where their number is no Poisson count. */
  rates: EventRate[] | null;
  /**
   * Cox model with Efron ties of the groups against the reference; null with a single group, or where it cannot be
   * fitted.
   */
  cox: HazardRatios | null;
  /** Trend over ordered groups, with the test of the panel; null for unordered ones and for fewer than three. */
  trend: TrendResult | null;
  /** Every two groups with each other; null for fewer than three. */
  pairs: Pairs | null;
}

/**
 * Numbers of one figure's groups; `subjects.group` holds the place of each row's level, −1 for rows not in the figure.
 */
export function compareGroups(compared: Compared): Comparisons {
  const { subjects, order, present, ordered, confidence, test } = compared;
  const followed = compared.whole ?? { subjects, order };
  const group = followed.subjects.group.map((code) => (code < 0 ? -1 : 0));
  const everybody = { ...followed.subjects, group, groupCount: 1 };
  const rates = eventRates(subjects, confidence);
  const followUp = compared.whole ? [] : medianFollowUp(subjects, { order, ...confidence });
  return {
    medianFollowUp: nth(medianFollowUp(everybody, { order: followed.order, ...confidence }), 0),
    followUp: compared.whole ? [] : present.map((code) => nth(followUp, code)),
    rates: rates && present.map((code) => nth(rates, code)),
    cox: present.length > 1 ? hazardRatios(compared) : null,
    trend: ordered && present.length > 2 ? trendTest(subjects, { test, order }) : null,
    pairs: present.length > 2 ? pairsOf(compared) : null,
  };
}
