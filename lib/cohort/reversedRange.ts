import type { Filter } from "../board/board";
import { plainNumber } from "../format";
import { type Problem, problem } from "../result";
import { dayToIso } from "../table/dates";

/** Said of a range that no value can lie in, because its lower bound is above its upper one. */
export function reversedRange(filter: Filter, date: boolean): Problem | null {
  if (filter.kind !== "range" || filter.min === null || filter.max === null || filter.min <= filter.max) return null;
  const shown = (bound: number) => (date ? dayToIso(bound) : plainNumber(bound));
  return problem(
    "range-reversed",
    `“From” (${shown(filter.min)}) is ${date ? "after" : "above"} “to” (${shown(filter.max)}), so no value lies in between.`,
    "Exchange the two, or empty one.",
  );
}
