import { asEvent, EVENT } from "./endings";
import type { LogRankSums } from "./logRankSums";
import type { Subjects } from "./subjects";
import type { TickOrder } from "./timeOrder";

/**
 * Sums of a log-rank test of rows with sampling weights, over strata: weighted observed and expected events, and the
 * robust covariance of their difference, the sum over clusters (rows, without `cluster`) of squared weighted score
 * contributions. It is the robust score test of a Cox model of the groups with Breslow ties: `coxph(…, weights, ties =
 * "breslow", robust = TRUE)$rscore` of R, and is the same whatever number all weights are multiplied by. Source: Lin
 * and Wei, JASA 1989;84:1074–1078.
 */
export function robustLogRankSums(subjects: Subjects, strata: TickOrder[], groups: number): LogRankSums {
  const observed = new Float64Array(groups);
  const expected = new Float64Array(groups);
  const clusters = new Map<number, Float64Array>();
  for (const order of strata) {
    const risk = riskSums(subjects, order, groups);
    const gathered = gatheredByTick(risk, groups);
    const { cause, group, cluster } = subjects;
    const weight = subjects.weight ?? new Float64Array(cause.length).fill(1);
    eachRow(order, (row, enters, ends) => {
      const g = group ? group[row] : 0;
      if (g < 0) return;
      const own = clusters.get(cluster ? cluster[row] : row) ?? new Float64Array(groups);
      clusters.set(cluster ? cluster[row] : row, own);
      const isEvent = asEvent[cause[row]] === EVENT;
      const hazard = gathered.hazard[ends + 1] - gathered.hazard[enters];
      if (isEvent) observed[g] += weight[row];
      for (let j = 0; j < groups; j++) {
        const share = risk.all[ends] > 0 ? risk.byGroup[ends * groups + j] / risk.all[ends] : 0;
        const [from, to] = [gathered.means[enters * groups + j], gathered.means[(ends + 1) * groups + j]];
        const is = j === g ? 1 : 0;
        own[j] += weight[row] * ((isEvent ? is - share : 0) - (is * hazard - (to - from)));
      }
    });
    for (let k = 0; k < risk.events.length; k++)
      if (risk.events[k] > 0)
        for (let j = 0; j < groups; j++) expected[j] += (risk.events[k] * risk.byGroup[k * groups + j]) / risk.all[k];
  }
  return { observed, expected, variance: products(clusters.values(), groups) };
}

/** Weighted events and numbers at risk at each tick, of all and by group `[tick * groups + group]`. */
interface RiskSums {
  events: Float64Array;
  all: Float64Array;
  byGroup: Float64Array;
}

/** Summed from the last tick back; a group of which nobody is left at risk is at 0, not at what rounding leaves. */
function riskSums(subjects: Subjects, order: TickOrder, groups: number): RiskSums {
  const { cause, group } = subjects;
  const weight = subjects.weight ?? new Float64Array(cause.length).fill(1);
  const ticks = order.times.length;
  const sums = {
    events: new Float64Array(ticks),
    all: new Float64Array(ticks),
    byGroup: new Float64Array(ticks * groups),
  };
  const now = new Float64Array(groups);
  const rows = new Int32Array(groups);
  const late = order.entry;
  let entered = late ? late.order.length - 1 : -1;
  const move = (row: number, by: 1 | -1) => {
    const g = group ? group[row] : 0;
    if (g < 0) return;
    rows[g] += by;
    now[g] = rows[g] === 0 ? 0 : now[g] + by * weight[row];
  };
  for (let k = ticks - 1; k >= 0; k--) {
    for (let i = order.start[k]; i < order.start[k + 1]; i++) {
      const row = order.order[i];
      move(row, 1);
      if ((group ? group[row] : 0) >= 0 && asEvent[cause[row]] === EVENT) sums.events[k] += weight[row];
    }
    if (late) for (; entered >= 0 && late.tick[late.order[entered]] > k; entered--) move(late.order[entered], -1);
    for (let g = 0; g < groups; g++) {
      sums.byGroup[k * groups + g] = now[g];
      sums.all[k] += now[g];
    }
  }
  return sums;
}

/** What a row at risk throughout gathers before each tick: hazard, and hazard times the share of each group. */
function gatheredByTick({ events, all, byGroup }: RiskSums, groups: number) {
  const hazard = new Float64Array(events.length + 1);
  const means = new Float64Array((events.length + 1) * groups);
  for (let k = 0; k < events.length; k++) {
    const step = events[k] > 0 ? events[k] / all[k] : 0;
    hazard[k + 1] = hazard[k] + step;
    for (let j = 0; j < groups; j++) {
      const share = step > 0 ? byGroup[k * groups + j] / all[k] : 0;
      means[(k + 1) * groups + j] = means[k * groups + j] + step * share;
    }
  }
  return { hazard, means };
}

/** Each row with the first tick at which it is at risk and the one at which it ends. */
function eachRow(
  { order, start, times, entry }: TickOrder,
  visit: (row: number, enters: number, ends: number) => void,
) {
  for (let k = 0; k < times.length; k++)
    for (let i = start[k]; i < start[k + 1]; i++) visit(order[i], entry ? entry.tick[order[i]] : 0, k);
}

function products(sums: Iterable<Float64Array>, groups: number): Float64Array {
  const matrix = new Float64Array(groups * groups);
  for (const own of sums)
    for (let j = 0; j < groups; j++) for (let k = 0; k < groups; k++) matrix[j * groups + k] += own[j] * own[k];
  return matrix;
}
