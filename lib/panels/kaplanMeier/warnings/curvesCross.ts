import { decimals, formatTime } from "../../../format";
import type { Curve } from "../../../survival";
import { named, type Trigger } from "./warning";

/** Curves count as crossing where both sides of the crossing are so far apart, in survival, with so many at risk in both. */
const apart = 0.05;
const fewest = 10;
const mostGroups = 6;

export const curvesCross: Trigger = ({ result: { groups, endpoint } }) => {
  const few = groups.slice(0, mostGroups);
  for (const [index, a] of few.entries())
    for (const b of few.slice(index + 1)) {
      const found = crossing(a.curve, b.curve);
      if (!found) continue;
      const time = `${formatTime(found.time, endpoint.unit)} ${endpoint.unit}`;
      const points = (share: number) => decimals(share * 100, 0);
      return {
        id: "curves-cross",
        message: `The curves of ${named([a.label, b.label])} cross near ${time}: ${points(found.before)} points apart before, ${points(found.after)} the other way after, with 10 or more at risk in both.`,
        hint: "One hazard ratio does not describe this. Read the restricted means beside it; choosing a measure after looking is exploratory.",
        caption: `The curves of ${a.label} and ${b.label} cross near ${time}; a measure chosen after looking is exploratory.`,
      };
    }
  return null;
};

/** Where Ŝa − Ŝb turns from one side to the other for good, and its largest size on both. */
function crossing(a: Curve, b: Curve): { time: number; before: number; after: number } | null {
  let [i, j] = [0, 0];
  let [sa, sb] = [1, 1];
  let largest = { time: 0, value: 0 };
  let turned: { time: number; before: number } | null = null;
  while (i < a.time.length && j < b.time.length) {
    if (a.nRisk[i] < fewest || b.nRisk[j] < fewest) break;
    const time = Math.min(a.time[i], b.time[j]);
    if (a.time[i] === time) sa = a.survival[i++];
    if (b.time[j] === time) sb = b.survival[j++];
    const difference = sa - sb;
    if (difference * largest.value < 0) {
      turned ??= { time, before: Math.abs(largest.value) };
      if (Math.abs(largest.value) >= apart && Math.abs(difference) >= apart)
        return { ...turned, after: Math.abs(difference) };
      if (Math.abs(largest.value) < apart) largest = { time, value: 0 };
    } else turned = null;
    if (Math.abs(difference) > Math.abs(largest.value) && difference * largest.value >= 0)
      largest = { time, value: difference };
  }
  return null;
}
