import { CENSORED, COMPETING, EVENT, KINDS } from "./endings";
import { buffer, type Scratch } from "./scratch";
import type { Steps } from "./steps";
import type { Sweep, Visitor } from "./sweep";

/**
 * A Kaplan–Meier curve: columns with one entry per distinct time at which somebody of the group was last seen, as R's `survfit`.
 * Numbers are sums of weights where rows are weighted.
 */
export interface Curve {
  /** Subjects: the sum of count weights, else rows. n = events + censored + competing, except with sampling weights. */
  n: number;
  events: number;
  /** Endings with cause 0. */
  censored: number;
  /** Endings by another cause; the estimate counts them as censored. */
  competing: number;
  time: Float64Array;
  /** At risk just before `time`: entered before it and not ended earlier. */
  nRisk: Float64Array;
  nEvent: Float64Array;
  /** Ended at `time` without the event: censored or by a competing cause. */
  nCensor: Float64Array;
  /** Ŝ(t), right-continuous. */
  survival: Float64Array;
  /** Standard error of Ŝ(t), by Greenwood, or the robust one with sampling weights; NaN where Ŝ reaches 0. Equals `summary(survfit())$std.err`. */
  stdErr: Float64Array;
  /** Nelson–Aalen estimate, the sum of nEvent / nRisk; its standard error is given by `nelsonAalen`. */
  cumulativeHazard: Float64Array;
}

const columnNames = ["time", "nRisk", "nEvent", "nCensor", "survival", "stdErr", "cumulativeHazard"] as const;
type Columns = Record<(typeof columnNames)[number], Float64Array>;

/** Columns of all groups one after the other: counts are filled up to `end[g]`, estimates up to `done[g]`. */
interface Growing {
  columns: Columns;
  end: Uint32Array;
  done: Uint32Array;
  sums: Float64Array;
}

/** Collects one Kaplan–Meier curve per group in a sweep. */
export function curveVisitor(sweep: Sweep, sampled: boolean, scratch?: Scratch): Visitor & { curves(): Curve[] } {
  const { groups, times, totals } = sweep;
  const start = new Uint32Array(groups + 1);
  for (let g = 0; g < groups; g++) start[g + 1] = start[g] + Math.min(times.length, total(totals.rows, g));
  const growing: Growing = {
    columns: Object.fromEntries(columnNames.map((name) => [name, buffer(scratch, name, start[groups])])) as Columns,
    end: start.slice(),
    done: start.slice(),
    sums: Float64Array.from({ length: 3 * groups }, (_, i) => (i % 3 === 0 ? 1 : 0)),
  };
  const cut = (column: Float64Array, g: number) =>
    scratch ? column.subarray(start[g], growing.end[g]) : column.slice(start[g], growing.end[g]);
  const curveOf = (g: number): Curve => ({
    n: total(sampled ? totals.rows : totals.weights, g),
    events: totals.weights[(g + 1) * KINDS + EVENT],
    censored: totals.weights[(g + 1) * KINDS + CENSORED],
    competing: totals.weights[(g + 1) * KINDS + COMPETING],
    ...(Object.fromEntries(columnNames.map((name) => [name, cut(growing.columns[name], g)])) as Columns),
  });
  return {
    visit: (steps) => extend(growing, steps, times),
    curves: () => Array.from({ length: groups }, (_, g) => curveOf(g)),
  };
}

function total(totals: Float64Array, g: number): number {
  const at = (g + 1) * KINDS;
  return totals[at + EVENT] + totals[at + CENSORED] + totals[at + COMPETING];
}

function extend(growing: Growing, steps: Steps, times: Float64Array): void {
  const { columns, done, end } = growing;
  addCounts(columns, end, steps, times);
  for (let g = 0; g < end.length - 1; g++) {
    addEstimates(columns, growing.sums, 3 * g, done[g], end[g]);
    done[g] = end[g];
  }
}

function addCounts(
  { time, nRisk, nEvent, nCensor }: Columns,
  end: Uint32Array,
  steps: Steps,
  times: Float64Array,
): void {
  const { length, tick, group, risk, events, others } = steps;
  for (let j = 0; j < length; j++) {
    const d = events[j];
    const o = others[j];
    if (d + o === 0) continue;
    const at = end[group[j]]++;
    time[at] = times[tick[j]];
    nRisk[at] = risk[j];
    nEvent[at] = d;
    nCensor[at] = o;
  }
}

/** From `from` to `to` along one group's columns; `sums` holds Ŝ, the Greenwood sum and the hazard so far. */
function addEstimates(columns: Columns, sums: Float64Array, at: number, from: number, to: number): void {
  const { nRisk, nEvent, survival, stdErr, cumulativeHazard } = columns;
  let s = sums[at];
  let greenwood = sums[at + 1];
  let hazard = sums[at + 2];
  let se = s * Math.sqrt(greenwood);
  for (let i = from; i < to; i++) {
    const d = nEvent[i];
    if (d > 0) {
      const n = nRisk[i];
      const h = d / n;
      s -= s * h;
      greenwood += h / (n - d);
      hazard += h;
      se = s * Math.sqrt(greenwood);
    }
    survival[i] = s;
    stdErr[i] = se;
    cumulativeHazard[i] = hazard;
  }
  sums[at] = s;
  sums[at + 1] = greenwood;
  sums[at + 2] = hazard;
}
