import { firstFrom } from "./firstFrom";
import type { Subjects } from "./subjects";
import type { TickOrder } from "./timeOrder";

/** When those of one group came under observation. */
export interface Entered {
  /** Distinct times of entry, ascending. */
  time: Float64Array;
  /** Sum of weights that entered up to and including each. */
  sum: Float64Array;
}

/** The entries of each group; null where everybody is observed from the start. */
export function enteredByGroup(
  { group, weight, entry }: Pick<Subjects, "group" | "weight" | "entry">,
  { entry: late, times }: TickOrder,
  groups: number,
): Entered[] | null {
  if (!entry || !late) return null;
  const found = Array.from({ length: groups }, () => ({ time: [] as number[], sum: [] as number[] }));
  for (const row of late.order) {
    const g = group ? group[row] : 0;
    if (g < 0) continue;
    const { time, sum } = found[g];
    const k = late.tick[row];
    // An entry that differs from a time before it by rounding alone is at that time.
    const at = k > 0 ? Math.max(entry[row], times[k - 1]) : entry[row];
    const sumBefore = sum.at(-1) ?? 0;
    if (time.at(-1) !== at) {
      time.push(at);
      sum.push(sumBefore);
    }
    sum[sum.length - 1] = sumBefore + (weight ? weight[row] : 1);
  }
  return found.map(({ time, sum }) => ({ time: Float64Array.from(time), sum: Float64Array.from(sum) }));
}

/** Who entered before t; at t = 0 also those observed from 0 on. */
export const enteredBefore = (entered: Entered, t: number): number =>
  t === 0 ? enteredBy(entered, 0) : sumOf(entered, firstFrom(entered.time, t));

/** Who entered at t or before. */
export function enteredBy(entered: Entered, t: number): number {
  const place = firstFrom(entered.time, t);
  return sumOf(entered, entered.time[place] === t ? place + 1 : place);
}

const sumOf = ({ sum }: Entered, places: number) => (places > 0 ? sum[places - 1] : 0);
