import { decimals, formatTime } from "../../../format";
import { normalQuantile } from "../../../numeric/normal";
import { numberAt } from "../../../numeric/nth";
import type { Curve } from "../../../survival";
import { equalPatients } from "./equalPatients";
import { named, type Trigger } from "./warning";

/**
 * Curves count as crossing where each is above the other by so much, and by more than the two-sided interval of a
 * difference at one time allows (its level shared by the pairs), with so many at risk in both.
 */
const apart = 0.05;
const level = 0.05;
const fewest = 10;
const mostGroups = 6;

export const curvesCross: Trigger = ({ result: { groups, endpoint } }) => {
  const few = groups.slice(0, mostGroups);
  const pairs = (few.length * (few.length - 1)) / 2;
  const errors = normalQuantile(1 - level / 2 / pairs);
  for (const [index, a] of few.entries())
    for (const b of few.slice(index + 1)) {
      const found = crossing(a.curve, b.curve, errors);
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
function crossing(a: Curve, b: Curve, errors: number): { time: number; before: number; after: number } | null {
  let [i, j] = [0, 0];
  let [sa, sb] = [1, 1];
  let [ea, eb] = [0, 0];
  let largest = { time: 0, value: 0 };
  let turned: { time: number; before: number } | null = null;
  const [shareA, shareB] = [equalPatients(a), equalPatients(b)];
  while (i < a.time.length && j < b.time.length) {
    if (numberAt(a.nRisk, i) * shareA < fewest || numberAt(b.nRisk, j) * shareB < fewest) break;
    const time = Math.min(numberAt(a.time, i), numberAt(b.time, j));
    if (a.time[i] === time) {
      ea = numberAt(a.stdErr, i);
      sa = numberAt(a.survival, i++);
    }
    if (b.time[j] === time) {
      eb = numberAt(b.stdErr, j);
      sb = numberAt(b.survival, j++);
    }
    // What chance alone moves the curves by is no difference; it keeps its side all the same.
    const difference = sa - sb;
    const clear = Math.abs(difference) >= apart && Math.abs(difference) >= errors * Math.hypot(ea, eb);
    if (largest.value !== 0 && difference * largest.value < 0) {
      turned ??= { time, before: Math.abs(largest.value) };
      if (clear) return { ...turned, after: Math.abs(difference) };
    } else {
      turned = null;
      if (clear && Math.abs(difference) > Math.abs(largest.value)) largest = { time, value: difference };
    }
  }
  return null;
}
