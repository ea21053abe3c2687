import type { Growing } from "./curve";
import { EVENT } from "./endings";
import { addTick, type LogRankSums } from "./logRankSums";
import { poolNext, startPool } from "./pooled";
import type { Sweep } from "./sweep";
import type { Pooled, SurvivalTest } from "./tests/survivalTest";
import type { TickOrder } from "./timeOrder";

/** Ticks per call: a loop that is called often is compiled whole. */
const CHUNK = 1 << 14;

interface Walk {
  order: TickOrder;
  ending: Uint8Array;
  groupAt: Int16Array;
  growing: Growing;
  sums: LogRankSums;
  weight: SurvivalTest["weight"];
  pooled: Pooled;
  /** At risk by group, and all of them together. */
  risk: Float64Array;
  all: number;
  /** Of each group its last standard error, and within one tick its events and other endings. */
  stdErr: Float64Array;
  events: Float64Array;
  others: Float64Array;
}

/**
 * Curves and test in one loop, for rows that count once and are at risk from the start: what the visitors of a sweep give, to the last digit,
 * with nothing in between. A row alone at its tick is the common case.
 */
export function sweepPlain(
  { atStart, groups }: Sweep,
  plain: NonNullable<Sweep["plain"]>,
  order: TickOrder,
  growing: Growing,
  sums: LogRankSums,
  { weight }: SurvivalTest,
): void {
  const risk = atStart.slice(1);
  const byGroup = () => new Float64Array(groups);
  const all = risk.reduce((sum, n) => sum + n, 0);
  const own = { stdErr: byGroup(), events: byGroup(), others: byGroup() };
  const walk: Walk = { ...plain, ...own, order, growing, sums, weight, pooled: startPool(), risk, all };
  for (let from = 0; from < order.times.length; from += CHUNK)
    walkTicks(walk, from, Math.min(order.times.length, from + CHUNK));
}

function walkTicks(walk: Walk, from: number, to: number): void {
  const { order, ending, groupAt, growing, risk, stdErr, sums, weight, pooled } = walk;
  const { start, times } = order;
  const { columns, end, survival, hazard } = growing;
  const { time, nRisk, nEvent, nCensor, survival: survivalAt, stdErr: stdErrAt, cumulativeHazard } = columns;
  const { observed } = sums;
  let all = walk.all;
  for (let k = from; k < to; k++) {
    const at = start[k];
    if (start[k + 1] - at !== 1) {
      walk.all = all;
      takeTie(walk, k);
      all = walk.all;
      continue;
    }
    const g = groupAt[at];
    if (g < 0) continue;
    const n = risk[g];
    const place = end[g]++;
    const isEvent = ending[at] === EVENT;
    if (isEvent) {
      const w = weight ? poolNext(pooled, all, 1, weight) : 1;
      observed[g] += w;
      addTick(sums, risk, all, 1, w);
      die(growing, stdErr, g, n, 1);
    }
    time[place] = times[k];
    nRisk[place] = n;
    nEvent[place] = isEvent ? 1 : 0;
    nCensor[place] = isEvent ? 0 : 1;
    survivalAt[place] = survival[g];
    stdErrAt[place] = stdErr[g];
    cumulativeHazard[place] = hazard[g];
    risk[g] = n - 1;
    all--;
  }
  walk.all = all;
}

/** The curve of a group falls: d of n have the event. */
function die({ survival, greenwood, hazard }: Growing, stdErr: Float64Array, g: number, n: number, d: number): void {
  const h = d / n;
  const s = survival[g] * ((n - d) / n);
  const v = greenwood[g] + h / (n - d);
  survival[g] = s;
  greenwood[g] = v;
  hazard[g] += h;
  stdErr[g] = s * Math.sqrt(v);
}

/** Any number of rows at one tick. */
function takeTie(walk: Walk, k: number): void {
  const { order, ending, groupAt, growing, risk, stdErr, events, others, sums, weight, pooled } = walk;
  let d = 0;
  for (let i = order.start[k]; i < order.start[k + 1]; i++) {
    const g = groupAt[i];
    if (g < 0) continue;
    if (ending[i] === EVENT) {
      events[g]++;
      d++;
    } else others[g]++;
  }
  if (d > 0) {
    const w = weight ? poolNext(pooled, walk.all, d, weight) : 1;
    for (let g = 0; g < risk.length; g++) sums.observed[g] += w * events[g];
    addTick(sums, risk, walk.all, d, w);
  }
  const { columns, end, survival, hazard } = growing;
  for (let g = 0; g < risk.length; g++) {
    const ended = events[g] + others[g];
    if (ended === 0) continue;
    const place = end[g]++;
    if (events[g] > 0) die(growing, stdErr, g, risk[g], events[g]);
    columns.time[place] = order.times[k];
    columns.nRisk[place] = risk[g];
    columns.nEvent[place] = events[g];
    columns.nCensor[place] = others[g];
    columns.survival[place] = survival[g];
    columns.stdErr[place] = stdErr[g];
    columns.cumulativeHazard[place] = hazard[g];
    risk[g] -= ended;
    walk.all -= ended;
    events[g] = others[g] = 0;
  }
}
