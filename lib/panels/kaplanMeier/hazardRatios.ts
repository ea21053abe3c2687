import { nth } from "../../numeric/nth";
import { type Coefficient, countEqualRows, coxRegression, firthRegression, proportionalHazards } from "../../survival";
import type { Compared } from "./comparedGroups";

export interface HazardRatios {
  /** Level and label of the group that the others are compared with. */
  referenceLevel: string;
  reference: string;
  ratios: GroupRatio[];
  /** P of the test of proportional hazards, all groups together; NaN where it cannot be computed. */
  proportionalHazards: number;
  /** By Firth's penalized likelihood, where separation makes a ratio infinite or 0; else null. */
  firth: GroupRatio[] | null;
}

export interface GroupRatio {
  level: string;
  label: string;
  coefficient: Coefficient;
}

/**
 * Each group against the reference, in the strata of the panel, with weights and late entries as the endpoint has them.
 */
export function hazardRatios({ levels, present, reference, confidence, ...all }: Compared): HazardRatios | null {
  const { subjects, order } = countEqualRows(all.subjects, all.order);
  // Levels nobody has are left out, or one of them could serve as the reference.
  const place = new Int32Array(levels.length).fill(-1);
  present.forEach((code, index) => {
    place[code] = index;
  });
  const group = subjects.group as Int16Array;
  const codes = new Int32Array(group.length);
  for (let row = 0; row < codes.length; row++) codes[row] = place[group[row] ?? -1] ?? -1;
  const names = present.map((code) => nth(levels, code).value);
  const input = { ...subjects, covariates: [{ name: "group", codes, levels: names, reference }] };
  const options = { level: confidence.level, order };
  const fit = coxRegression(input, options);
  if (!fit.ok) return null;
  const others = present.filter((_, index) => index !== reference);
  const named = (coefficients: Coefficient[]) =>
    coefficients.map((coefficient, index): GroupRatio => {
      const { value, label } = nth(levels, nth(others, index));
      return { level: value, label, coefficient };
    });
  const separated = fit.value.convergence.kind === "separated";
  const firth = separated ? firthRegression(input, options) : null;
  return {
    referenceLevel: nth(names, reference),
    reference: nth(levels, nth(present, reference)).label,
    ratios: named(fit.value.coefficients),
    proportionalHazards: proportionalHazards(fit.value).global.p,
    firth: firth?.ok ? named(firth.value.coefficients) : null,
  };
}
