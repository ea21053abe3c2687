import type { Curve } from "./curve";
import { asEvent, EVENT } from "./endings";
import { type GroupRows, influenceSums, walkGroup } from "./influence";

/**
 * Derivative by a row's weight of one step of an estimate (n at risk, d events): `common` that of every row at risk,
 * `event` that of a row with the event there.
 */
interface Derivative {
  common(n: number, d: number): number;
  event(n: number, d: number): number;
}

/** Of log Ŝ; where all at risk have the event, nobody is left whose common part would matter. */
const ofLogSurvival: Derivative = { common: (n, d) => (n > d ? d / (n * (n - d)) : 0), event: (n) => -1 / n };
const ofHazard: Derivative = { common: (n, d) => -d / (n * n), event: (n, d) => (n - d) / (n * n) };

/**
 * Robust standard error of Ŝ(t) at each time of a group's curve: the infinitesimal jackknife, the square root of the
 * sum over clusters (rows, without `cluster`) of squared weighted derivatives. Equals `survfit(…, weights, robust =
 * TRUE)` of R; 0 where Ŝ reaches 0.
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

/**
 * Robust standard error of the restricted mean of a group's curve up to tau: the infinitesimal jackknife over clusters
 * (rows, without `cluster`). A row moves log Ŝ, and so the area under Ŝ, from its entry on; after its end by a
 * constant. Equals the root of the summed squares of `residuals(survfit(…), times = tau, type = "RMST", weighted =
 * TRUE)` of R.
 */
export function robustMeanStdErr(rows: GroupRows, curve: Curve, tau: number): number {
  const { subjects, endings = asEvent } = rows;
  const { weight, cluster } = subjects;
  const begin = Math.min(0, curve.time[0] ?? 0);
  const onEntry = new Map<number, Areas>();
  const sums = new Map<number, number>();
  const ends: { row: number; at: Areas; change: number }[] = [];
  // Areas so far under Ŝ, and under Ŝ times the common derivative of log Ŝ.
  const now: Areas = { survival: 0, weighted: 0, common: 0 };
  let [t, level, i] = [begin, 1, 0];
  const goTo = (time: number) => {
    const wide = Math.max(0, Math.min(tau, time) - t);
    now.survival += wide * level;
    now.weighted += wide * level * now.common;
    t = Math.max(t, Math.min(tau, time));
  };
  walkGroup(
    rows,
    (row) => onEntry.set(row, { ...now }),
    (_, ended) => {
      goTo(curve.time[i]);
      const isPast = curve.time[i] > tau;
      const [n, d] = [curve.nRisk[i], curve.nEvent[i]];
      const before = now.common;
      if (!isPast) {
        now.common += ofLogSurvival.common(n, d);
        level = curve.survival[i];
      }
      for (const row of ended) {
        const isEvent = !isPast && endings[subjects.cause[row]] === EVENT;
        ends.push({ row, at: { ...now }, change: isEvent ? before + ofLogSurvival.event(n, d) : now.common });
      }
      i++;
    },
  );
  goTo(tau);
  for (const { row, at, change } of ends) {
    const from = onEntry.get(row) as Areas;
    const during = at.weighted - from.weighted - from.common * (at.survival - from.survival);
    const after = (now.survival - at.survival) * (change - from.common);
    const key = cluster ? cluster[row] : row;
    sums.set(key, (sums.get(key) ?? 0) + (weight ? weight[row] : 1) * (during + after));
  }
  let variance = 0;
  for (const sum of sums.values()) variance += sum * sum;
  return Math.sqrt(variance);
}

interface Areas {
  survival: number;
  weighted: number;
  common: number;
}
