import { seededRandom } from "../../numeric/random";
import type { CoxInput } from "../cox/coxRegression";

/** A cohort to time a computation with. */
export interface Cohort extends CoxInput {
  group: Int16Array;
  groupCount: number;
}

/**
 * Exponential times (mean 24 months, hazards that differ between groups and with the covariates), uniform censoring up
 * to 60 months; continuous, or in whole months. Rows in no order.
 */
export function cohort(n: number, groups: number, months: boolean, covariates = 0): Cohort {
  const random = seededRandom(n + groups + covariates);
  const columns = Array.from({ length: covariates }, (_, j) => ({ name: `x${j}`, values: new Float64Array(n) }));
  const time = new Float64Array(n);
  const cause = new Uint8Array(n);
  const group = new Int16Array(n);
  for (let row = 0; row < n; row++) {
    group[row] = Math.floor(random() * groups);
    let eta = -0.1 * group[row];
    columns.forEach(({ values }, j) => {
      values[row] = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      eta += (0.3 * values[row]) / Math.sqrt(j + 1);
    });
    const event = -Math.log(1 - random()) * 24 * Math.exp(-eta);
    const censored = random() * 60;
    const last = Math.min(event, censored);
    time[row] = months ? Math.ceil(last) : last;
    cause[row] = event <= censored ? 1 : 0;
  }
  return { time, cause, group, groupCount: groups, covariates: columns };
}

/** The same rows as two filters let them through, by turns: about a fifth of them out, and another fifth. */
export function filtered({ group }: Pick<Cohort, "group">): [Int16Array, Int16Array] {
  const random = seededRandom(7);
  const draw = Float64Array.from(group, random);
  return [group.map((g, row) => (draw[row] < 0.2 ? -1 : g)), group.map((g, row) => (draw[row] > 0.8 ? -1 : g))];
}
