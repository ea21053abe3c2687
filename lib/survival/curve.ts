import { CENSORED, COMPETING, EVENT, KINDS } from "./endings";
import type { Entered } from "./entered";
import { type GrownInKernel, growInKernel } from "./kernel/growInKernel";
import { buffer, type Scratch } from "./scratch";
import type { Sweep, Visitor } from "./sweep";
import type { Steps } from "./sweepSteps";

/**
 * A Kaplan–Meier curve: columns with one entry per distinct time at which somebody of the group was last seen, as R's
 * `survfit`. Numbers are sums of weights where rows are weighted.
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
  /** Variance of log Ŝ(t), Greenwood's sum of d / (n (n − d)); not with sampling weights. */
  greenwood?: Float64Array;
  /**
   * Standard error of Ŝ(t), by Greenwood, or the robust one with sampling weights; NaN where Ŝ reaches 0. Equals
   * `summary(survfit())$std.err`.
   */
  stdErr: Float64Array;
  /** With delayed entry: when the group came under observation. */
  entered?: Entered;
  /** Nelson–Aalen estimate, the sum of nEvent / nRisk; its standard error is given by `nelsonAalen`. */
  cumulativeHazard: Float64Array;
}

const columnNames = [
  ...["time", "nRisk", "nEvent", "nCensor"],
  ...["survival", "greenwood", "stdErr", "cumulativeHazard"],
] as const;
type Columns = Required<Omit<Curve, "n" | "events" | "censored" | "competing" | "entered">>;

/**
 * Columns of all groups one after the other, each filled up to `end[g]`, with Ŝ, its Greenwood sum and the hazard so
 * far.
 */
interface Growing {
  columns: Columns;
  end: Uint32Array;
  survival: Float64Array;
  greenwood: Float64Array;
  hazard: Float64Array;
}

/** The standard error at a place, without the whole column where it follows from others. */
export function standardErrorAt(curve: Pick<Curve, "survival" | "stdErr" | "greenwood">): (i: number) => number {
  const { survival, greenwood } = curve;
  if (!greenwood) {
    const { stdErr } = curve;
    return (i) => stdErr[i];
  }
  return (i) => survival[i] * Math.sqrt(greenwood[i]);
}

/** Collects one Kaplan–Meier curve per group in a sweep; `curves` has them afterwards. */
export function curveVisitor(sweep: Sweep, sampled: boolean, scratch?: Scratch): { visit: Visitor; curves(): Curve[] } {
  const { groups, times, totals } = sweep;
  const start = new Uint32Array(groups + 1);
  for (let g = 0; g < groups; g++) start[g + 1] = start[g] + Math.min(times.length, total(totals.rows, g));
  let growing: Growing | null = null;
  let grown: GrownInKernel | null = null;
  const visit: Visitor = (steps) => {
    growing ??= startGrowing(start, scratch);
    extend(growing, steps, times);
  };
  visit.asGuest = (own) => {
    grown = growInKernel(own, start, times, scratch);
    return grown;
  };
  const columnsOf = (g: number) => {
    if (grown) return grown.columns(g);
    const { columns, end } = growing ?? startGrowing(start, scratch);
    return Object.fromEntries(
      columnNames.map((name) => [name, columns[name][scratch ? "subarray" : "slice"](start[g], end[g])]),
    ) as Columns;
  };
  const curveOf = (g: number): Curve =>
    Object.defineProperties(
      {
        n: total(sampled ? totals.rows : totals.weights, g),
        events: totals.weights[(g + 1) * KINDS + EVENT],
        censored: totals.weights[(g + 1) * KINDS + CENSORED],
        competing: totals.weights[(g + 1) * KINDS + COMPETING],
      } as Curve,
      Object.getOwnPropertyDescriptors(columnsOf(g)),
    );
  return { visit, curves: () => Array.from({ length: groups }, (_, g) => curveOf(g)) };
}

function startGrowing(start: Uint32Array, scratch?: Scratch): Growing {
  const groups = start.length - 1;
  return {
    columns: Object.fromEntries(columnNames.map((name) => [name, buffer(scratch, name, start[groups])])) as Columns,
    end: start.slice(),
    survival: new Float64Array(groups).fill(1),
    greenwood: new Float64Array(groups),
    hazard: new Float64Array(groups),
  };
}

function total(totals: Float64Array, g: number): number {
  const at = (g + 1) * KINDS;
  return totals[at + EVENT] + totals[at + CENSORED] + totals[at + COMPETING];
}

function extend({ columns, end, survival, greenwood, hazard }: Growing, steps: Steps, times: Float64Array): void {
  const {
    time,
    nRisk,
    nEvent,
    nCensor,
    survival: survivalAt,
    greenwood: greenwoodAt,
    stdErr,
    cumulativeHazard,
  } = columns;
  const { length, tick, group, risk, events, others } = steps;
  for (let j = 0; j < length; j++) {
    const d = events[j];
    const o = others[j];
    if (d + o === 0) continue;
    const g = group[j];
    const n = risk[j];
    const h = d / n;
    const s = survival[g] * ((n - d) / n);
    const v = greenwood[g] + (d > 0 ? h / (n - d) : 0);
    const at = end[g]++;
    survival[g] = s;
    greenwood[g] = v;
    hazard[g] += h;
    time[at] = times[tick[j]];
    nRisk[at] = n;
    nEvent[at] = d;
    nCensor[at] = o;
    survivalAt[at] = s;
    greenwoodAt[at] = v;
    stdErr[at] = s * Math.sqrt(v);
    cumulativeHazard[at] = hazard[g];
  }
}
