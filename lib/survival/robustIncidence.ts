import type { Curve } from "./curve";
import { type GroupRows, influenceSums, walkGroup } from "./influence";

/**
 * Robust standard error of the cumulative incidence of `cause` at each time of a group's curve: the infinitesimal
 * jackknife over clusters (rows, without `cluster`). `curve` has all causes as events, `own` counts those of the cause.
 * Equals `survfit` of R with a factor status and weights.
 *
 * While at risk a row moves the incidence I by its own share of each step and by what it does to Ŝ (G, the Greenwood
 * sum, since it entered); after it has ended only through Ŝ. Either is a combination of 1, I(t) and `shared`, the
 * common part summed so far.
 */
export function robustIncidenceStdErr(
  rows: GroupRows,
  curve: Pick<Curve, "time" | "nRisk" | "nEvent" | "survival">,
  own: Float64Array,
  cause: number,
): Float64Array {
  const { subjects } = rows;
  const sums = influenceSums(subjects, 3);
  const stdErr = new Float64Array(curve.time.length);
  const onEntry = subjects.entry
    ? {
        incidence: new Float64Array(subjects.time.length),
        greenwood: new Float64Array(subjects.time.length),
        shared: new Float64Array(subjects.time.length),
      }
    : null;
  let [incidence, greenwood, shared] = [0, 0, 0];
  let i = 0;
  const coefficients = (row: number) => {
    if (!onEntry) return [0, 0, 1];
    const [i0, g0, s0] = [onEntry.incidence[row], onEntry.greenwood[row], onEntry.shared[row]];
    return [g0 * i0 - s0, -g0, 1];
  };
  const enter = (row: number) => {
    if (onEntry) [onEntry.incidence[row], onEntry.greenwood[row], onEntry.shared[row]] = [incidence, greenwood, shared];
    sums.add(row, coefficients(row));
  };
  walkGroup(rows, enter, (_, ended) => {
    const [n, d, dOwn] = [curve.nRisk[i], curve.nEvent[i], own[i]];
    const before = i > 0 ? curve.survival[i - 1] : 1;
    const greenwoodBefore = greenwood;
    incidence += (before * dOwn) / n;
    shared += before * dOwn * (greenwood / n - 1 / (n * n));
    greenwood += n > d ? d / (n * (n - d)) : 0;
    for (const row of ended) {
      const [fixed, slope, open] = coefficients(row);
      const code = subjects.cause[row];
      const reached = fixed + slope * incidence + open * shared + (code === cause ? before / n : 0);
      const ofSurvival = slope + (code > 0 ? greenwoodBefore - 1 / n : greenwood);
      sums.add(row, [reached - ofSurvival * incidence - fixed, ofSurvival - slope, -open]);
    }
    // Without an event nothing moves: the value before stays, to the last digit.
    stdErr[i] = d > 0 ? Math.sqrt(sums.square([1, incidence, shared])) : i > 0 ? stdErr[i - 1] : 0;
    i++;
  });
  return stdErr;
}
