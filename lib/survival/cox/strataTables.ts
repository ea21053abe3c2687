import { type Entered, enteredByGroup } from "../entered";
import type { CoxRows } from "./coxRows";
import { stratumBounds } from "./riskSets";

/** The distinct times at which rows of one stratum end, and what happens there (sums of weights). */
export interface StratumTable {
  /** Its code in the input; 0 without strata. */
  stratum: number;
  /** Rows, or subjects when weights are counts. */
  n: number;
  events: number;
  censored: number;
  competing: number;
  time: Float64Array;
  nRisk: Float64Array;
  nEvent: Float64Array;
  nCensor: Float64Array;
  entered?: Entered;
  /** Slot of the risk sets in force at each time. */
  slot: Int32Array;
}

/** One table per stratum, in the order of the risk sets. */
export function strataTables(data: CoxRows): StratumTable[] {
  const bounds = stratumBounds(data.sets);
  const entered = enteredByStratum(data, bounds);
  return bounds.slice(0, -1).map((first, b) => ({
    ...stratumTable(data, first),
    ...(entered && { entered: entered[b] }),
  }));
}

function enteredByStratum({ sets, ticks, inputRows, entry, weight }: CoxRows, bounds: number[]): Entered[] | null {
  if (!entry) return null;
  const group = new Int16Array(inputRows).fill(-1);
  bounds.slice(0, -1).forEach((first, b) => {
    for (let i = sets.start[first]; i < sets.end[first]; i++) group[sets.rows[i]] = b;
  });
  return enteredByGroup({ group, entry, weight: weight ?? undefined }, ticks, bounds.length - 1);
}

function stratumTable(data: CoxRows, first: number): StratumTable {
  const { sets, ticks, event, cause, countWeights } = data;
  const { rows, weight, to } = sets;
  const begin = sets.start[first];
  const end = sets.end[first];
  const distinct = distinctTicks(data, begin, end);
  const size = distinct.length;
  const table: StratumTable = {
    stratum: sets.stratum[first],
    n: 0,
    events: 0,
    censored: 0,
    competing: 0,
    time: Float64Array.from(distinct, (tick) => ticks.times[tick]),
    nRisk: new Float64Array(size),
    nEvent: new Float64Array(size),
    nCensor: new Float64Array(size),
    slot: new Int32Array(size),
  };
  const entering = new Float64Array(size + 1);
  let k = 0;
  for (let i = begin; i < end; i++) {
    const row = rows[i];
    while (distinct[k] < ticks.tick[row]) k++;
    const w = weight[i];
    table.n += countWeights ? w : 1;
    table.slot[k] = to[i];
    if (event[row]) table.nEvent[k] += w;
    else table.nCensor[k] += w;
    if (event[row]) table.events += w;
    else if (cause[row] > 0) table.competing += w;
    else table.censored += w;
    entering[ticks.entry ? firstFrom(distinct, ticks.entry.tick[row]) : 0] += w;
  }
  let atRisk = 0;
  for (let t = 0; t < size; t++) {
    atRisk += entering[t];
    table.nRisk[t] = atRisk;
    atRisk -= table.nEvent[t] + table.nCensor[t];
  }
  return table;
}

function distinctTicks({ sets, ticks }: CoxRows, begin: number, end: number): Uint32Array {
  const found = new Uint32Array(end - begin);
  let size = 0;
  for (let i = begin; i < end; i++) {
    const tick = ticks.tick[sets.rows[i]];
    if (size === 0 || found[size - 1] !== tick) found[size++] = tick;
  }
  return found.slice(0, size);
}

function firstFrom(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
