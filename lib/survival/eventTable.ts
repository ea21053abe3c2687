import type { Sweep } from "./sweep";
import type { Steps } from "./sweepSteps";

/**
 * The event times of a sweep, one after the other, with everybody at risk: for tests that need more of each than sums.
 */
export interface EventTable {
  groups: number;
  /** Index of each event time among the ticks. */
  tick: number[];
  /** At risk and with the event, `[i * groups + g]` at the i-th event time. */
  risk: number[];
  events: number[];
}

export function eventTable(sweep: Sweep): EventTable {
  const table: EventTable = { groups: sweep.groups, tick: [], risk: [], events: [] };
  const now = sweep.atStart.slice(1);
  sweep.run((steps) => addBlock(table, now, steps));
  return table;
}

function addBlock(table: EventTable, now: Float64Array, { length, tick, group, risk, events, others }: Steps): void {
  for (let first = 0; first < length; ) {
    let end = first;
    let d = 0;
    for (; end < length && tick[end] === tick[first]; end++) {
      now[group[end]] = risk[end];
      d += events[end];
    }
    if (d > 0) addRow(table, now, tick[first]);
    for (let j = first; j < end; j++) {
      if (d > 0) table.events[table.events.length - table.groups + group[j]] = events[j];
      now[group[j]] -= events[j] + others[j];
    }
    first = end;
  }
}

function addRow(table: EventTable, now: Float64Array, tick: number): void {
  table.tick.push(tick);
  for (let g = 0; g < table.groups; g++) {
    table.risk.push(now[g]);
    table.events.push(0);
  }
}
