import type { Curve } from "./curve";
import { asEvent, EVENT } from "./endings";
import type { Subjects } from "./subjects";
import type { TickOrder } from "./timeOrder";

/** The rows behind one group's curve, and what each cause counted as. */
export interface CurveRows {
  subjects: Subjects;
  order: TickOrder;
  group: number;
  endings?: Uint8Array;
}

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
export const robustSurvivalStdErr = (rows: CurveRows, curve: Curve): Float64Array =>
  robustStdErr(rows, curve, ofLogSurvival).map((se, i) => se * curve.survival[i]);

/** The same of the cumulative hazard. */
export const robustHazardStdErr = (rows: CurveRows, curve: Curve): Float64Array => robustStdErr(rows, curve, ofHazard);

/**
 * One pass: a cluster's sum is `fixed + A(t) · open`, A being the common derivative summed to t, so that only three sums over clusters
 * change with time.
 */
function robustStdErr(
  { subjects, order, group: g, endings = asEvent }: CurveRows,
  curve: Curve,
  { common, event }: Derivative,
): Float64Array {
  const { time, cause, weight, group, cluster } = subjects;
  const { start, times, entry } = order;
  const sums = clusterSums(cluster ? Math.max(...cluster) + 1 : time.length);
  const stdErr = new Float64Array(curve.time.length);
  const move = (row: number, byFixed: number, byOpen: number) => {
    const w = weight ? weight[row] : 1;
    if (!group || group[row] === g) sums.add(cluster ? cluster[row] : row, byFixed * w, byOpen * w);
  };
  let a = 0;
  let entered = 0;
  if (!entry) for (const row of order.order) move(row, 0, 1);
  for (let k = 0, i = 0; k < times.length && i < stdErr.length; k++) {
    if (entry)
      for (; entered < entry.order.length && entry.tick[entry.order[entered]] <= k; entered++)
        move(entry.order[entered], -a, 1);
    if (times[k] !== curve.time[i]) continue;
    const n = curve.nRisk[i];
    const d = curve.nEvent[i];
    const before = a;
    a += common(n, d);
    for (let p = start[k]; p < start[k + 1]; p++) {
      const row = order.order[p];
      move(row, endings[cause[row]] === EVENT ? before + event(n, d) : a, -1);
    }
    stdErr[i++] = Math.sqrt(Math.max(0, sums.squares(a)));
  }
  return stdErr;
}

/** Per cluster a fixed and an open part, and the sum over clusters of (fixed + a · open)². */
function clusterSums(clusters: number) {
  const fixed = new Float64Array(clusters);
  const open = new Float64Array(clusters);
  let ff = 0;
  let fo = 0;
  let oo = 0;
  const add = (c: number, byFixed: number, byOpen: number) => {
    const f = fixed[c] + byFixed;
    const rest = open[c] + byOpen;
    const o = Math.abs(rest) < 1e-12 * Math.abs(byOpen) ? 0 : rest;
    ff += f * f - fixed[c] * fixed[c];
    fo += f * o - fixed[c] * open[c];
    oo += o * o - open[c] * open[c];
    fixed[c] = f;
    open[c] = o;
  };
  return { add, squares: (a: number) => ff + 2 * a * fo + a * a * oo };
}
