import type { Curve } from "./curve";
import { asEvent, EVENT } from "./endings";
import { type GroupRows, influenceSums, walkGroup } from "./influence";

/**
 * Derivative by a row's weight of one step of an estimate (n at risk, d events): `common` that of every row at risk, `event` that of a row
 * with the event there.
 */
interface Derivative {
  common(n: number, d: number): number;
  event(n: number, d: number): number;
}

/** Of log Ŝ; where all at risk have the event, nobody is left whose common part would matter. */
const ofLogSurvival: Derivative = { common: (n, d) => (n > d ? d / (n * (n - d)) : 0), event: (n) => -1 / n };
const ofHazard: Derivative = { common: (n, d) => -d / (n * n), event: (n, d) => (n - d) / (n * n) };

/**
 * Robust standard error of Ŝ(t) at each time of a group's curve: the infinitesimal jackknife, the square root of the sum over clusters
 * (rows, without `cluster`) of squared weighted derivatives. Equals `survfit(…, weights, robust = TRUE)` of R; 0 where Ŝ reaches 0.
 */
export const robustSurvivalStdErr = (rows: GroupRows, curve: Curve): Float64Array =>
  robustStdErr(rows, curve, ofLogSurvival).map((se, i) => se * curve.survival[i]);

/** The same of the cumulative hazard. */
export const robustHazardStdErr = (rows: GroupRows, curve: Curve): Float64Array => robustStdErr(rows, curve, ofHazard);

/** A row's influence is a constant, and while it is at risk the common derivative summed so far. */
function robustStdErr(rows: GroupRows, curve: Curve, { common, event }: Derivative): Float64Array {
  const { subjects, endings = asEvent } = rows;
  const sums = influenceSums(subjects, 2);
  const stdErr = new Float64Array(curve.time.length);
  let sum = 0;
  let i = 0;
  walkGroup(
    rows,
    (row) => sums.add(row, [-sum, 1]),
    (_, ended) => {
      const [n, d] = [curve.nRisk[i], curve.nEvent[i]];
      const before = sum;
      sum += common(n, d);
      for (const row of ended) sums.add(row, [endings[subjects.cause[row]] === EVENT ? before + event(n, d) : sum, -1]);
      // Without an event nothing moves: the value before stays, to the last digit.
      stdErr[i] = d > 0 ? Math.sqrt(sums.square([1, sum])) : i > 0 ? stdErr[i - 1] : 0;
      i++;
    },
  );
  return stdErr;
}
