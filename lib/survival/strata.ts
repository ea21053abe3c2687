import type { TickOrder } from "./timeOrder";

/**
 * The time order of each stratum, ticks numbered anew, in one pass over rows (empty strata are left out). Rows with
 * stratum −1 are in none. `of[row]` is the stratum code.
 */
export function strataOrders(order: TickOrder, of: Int32Array): TickOrder[] {
  const rowsOf = partition(order.order, of);
  const entriesOf = order.entry && partition(order.entry.order, of);
  const tick = new Uint32Array(of.length);
  for (let k = 0; k < order.times.length; k++)
    for (let i = order.start[k]; i < order.start[k + 1]; i++) tick[order.order[i]] = k;
  const entryTick = order.entry?.tick.slice();
  return rowsOf.flatMap((rows, s) => {
    if (rows.length === 0) return [];
    const { start, ticks } = ticksOf(rows, tick);
    const stratum = { order: rows, start, times: Float64Array.from(ticks, (k) => order.times[k]) };
    if (!entriesOf || !entryTick) return [stratum];
    renumber(entriesOf[s], entryTick, ticks);
    return [{ ...stratum, entry: { order: entriesOf[s], tick: entryTick } }];
  });
}

/** Splits rows by code, keeping their order. */
function partition(rows: Uint32Array, of: Int32Array): Uint32Array[] {
  const sizes: number[] = [];
  for (const row of rows) if (of[row] >= 0) sizes[of[row]] = (sizes[of[row]] ?? 0) + 1;
  const parts = Array.from(sizes, (size) => new Uint32Array(size ?? 0));
  const filled = new Uint32Array(parts.length);
  for (const row of rows) if (of[row] >= 0) parts[of[row]][filled[of[row]]++] = row;
  return parts;
}

function ticksOf(rows: Uint32Array, tick: Uint32Array): { start: Uint32Array; ticks: number[] } {
  const ticks: number[] = [];
  const start: number[] = [];
  rows.forEach((row, i) => {
    if (tick[row] === ticks.at(-1)) return;
    ticks.push(tick[row]);
    start.push(i);
  });
  return { start: Uint32Array.from([...start, rows.length]), ticks };
}

/** From ticks of all rows to the first of the stratum's own ticks that is not earlier. */
function renumber(entries: Uint32Array, tick: Uint32Array, ticks: number[]): void {
  let k = 0;
  for (const row of entries) {
    while (k < ticks.length && ticks[k] < tick[row]) k++;
    tick[row] = k;
  }
}
