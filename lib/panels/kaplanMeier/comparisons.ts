import type { Level } from "../../cohort/levels";
import {
  type Coefficient,
  countEqualRows,
  coxRegression,
  type IntervalType,
  medianFollowUp,
  proportionalHazards,
  type Quantile,
  type Subjects,
  type TimeOrder,
  type TrendResult,
  trendTest,
} from "../../survival";

/** What is said of the groups beside their curves and test. */
export interface Comparisons {
  /** Of all patients in the figure, by the reverse Kaplan–Meier method. */
  medianFollowUp: Quantile;
  /** Cox model with Efron ties of the groups against the first one present; null with a single group, or where it cannot be fitted. */
  cox: { reference: string; ratios: GroupRatio[]; proportionalHazards: number } | null;
  /** Trend over ordered groups, with the test of the panel; null for unordered ones and for fewer than three. */
  trend: TrendResult | null;
}

export interface GroupRatio {
  level: string;
  label: string;
  coefficient: Coefficient;
}

interface Compared {
  subjects: Subjects & { group: Int16Array };
  order: TimeOrder;
  levels: Level[];
  ordered: boolean;
  confidence: { type: IntervalType; level: number };
  trend: Parameters<typeof trendTest>[1];
}

/** Numbers of one figure's groups; `subjects.group` holds the place of each row's level, −1 for rows not in the figure. */
export function compareGroups({ subjects, order, levels, ordered, confidence, trend }: Compared): Comparisons {
  const present = presentLevels(subjects.group, levels.length);
  const everybody = { ...subjects, group: subjects.group.map((code) => (code < 0 ? -1 : 0)), groupCount: 1 };
  return {
    medianFollowUp: medianFollowUp(everybody, { order, ...confidence })[0],
    cox: present.length > 1 ? hazardRatios(subjects, order, levels, present, confidence.level) : null,
    trend: ordered && present.length > 2 ? trendTest(subjects, { ...trend, order }) : null,
  };
}

function presentLevels(group: Int16Array, count: number): number[] {
  const seen = new Uint8Array(count);
  for (const code of group) if (code >= 0) seen[code] = 1;
  return [...seen.keys()].filter((code) => seen[code] === 1);
}

function hazardRatios(
  all: Compared["subjects"],
  orderOfAll: TimeOrder,
  levels: Level[],
  present: number[],
  level: number,
) {
  const { subjects, order } = countEqualRows(all, orderOfAll);
  const place = new Map(present.map((code, index) => [code, index]));
  // Levels nobody has are left out, or the first of them would serve as the reference.
  const codes = Int32Array.from(subjects.group as Int16Array, (code) => place.get(code) ?? -1);
  const names = present.map((code) => levels[code].value);
  const fit = coxRegression({ ...subjects, covariates: [{ name: "group", codes, levels: names }] }, { level, order });
  if (!fit.ok) return null;
  const ratios = fit.value.coefficients.map((coefficient, index) => {
    const { value, label } = levels[present[index + 1]];
    return { level: value, label, coefficient };
  });
  return { reference: levels[present[0]].label, ratios, proportionalHazards: proportionalHazards(fit.value).global.p };
}
