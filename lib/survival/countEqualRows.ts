import type { Subjects } from "./subjects";
import { type TimeOrder, timeOrder } from "./timeOrder";

/** Rows are worth counting where they fall into this many times fewer cells. */
const WORTH = 4;

/**
 * The same subjects on fewer rows where times are tied a lot, such as whole months: rows with the same time, cause and
 * group become one, with their number as its count weight, so that a model of the groups costs what the distinct times
 * cost. Rows that are not in the analysis are left out. Subjects are given back as they are where times are hardly
 * tied, and with delayed entry, sampling weights, strata, clusters or several rows a patient.
 */
export function countEqualRows(subjects: Subjects, order: TimeOrder): { subjects: Subjects; order: TimeOrder } {
  const { time, cause, group, weight, entry, strata, cluster, patient } = subjects;
  const groups = 1 + highest(group ?? [0]);
  const causes = 1 + highest(cause);
  const cells = order.times.length * causes * groups;
  const isSampled = weight !== undefined && subjects.weightKind === "sampling";
  if (entry || strata || cluster || patient || isSampled || cells * WORTH > time.length) return { subjects, order };
  const counts = new Float64Array(cells);
  const { tick } = order;
  for (let row = 0; row < time.length; row++) {
    const code = group ? group[row] : 0;
    if (code >= 0 && tick[row] < order.times.length)
      counts[(tick[row] * causes + cause[row]) * groups + code] += weight ? weight[row] : 1;
  }
  const used = Uint32Array.from(counts.keys()).filter((cell) => counts[cell] > 0);
  const counted = {
    time: Float64Array.from(used, (cell) => order.times[Math.floor(cell / (causes * groups))]),
    cause: Uint8Array.from(used, (cell) => Math.floor(cell / groups) % causes),
    group: Int16Array.from(used, (cell) => cell % groups),
    groupCount: subjects.groupCount,
    weight: Float64Array.from(used, (cell) => counts[cell]),
  };
  return { subjects: counted, order: timeOrder(counted.time) };
}

function highest(codes: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] > most) most = codes[i];
  return most;
}
