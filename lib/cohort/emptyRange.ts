import type { Filter } from "../board/board";
import { numberInWords } from "../format";
import { type Problem, problem } from "../result";
import { dayToIso } from "../table/dates";

/** The values a range is set over: the least and greatest of all patients, NaN where nobody has one. */
interface Values {
  min: number;
  max: number;
  date: boolean;
}

/**
 * Said of a range that no value can lie in: its lower bound is above its upper one, or it lies beyond all values of the
 * cohort. Bounds are inclusive.
 */
export function emptyRange(filter: Filter, { min, max, date }: Values): Problem | null {
  if (filter.kind !== "range") return null;
  const shown = (bound: number) => (date ? dayToIso(bound) : numberInWords(bound));
  const { min: from, max: to } = filter;
  if (from !== null && to !== null && from > to)
    return problem(
      "range-reversed",
      `“From” (${shown(from)}) is ${date ? "after" : "above"} “to” (${shown(to)}), so no value lies in between.`,
      "Exchange the two, or empty one.",
    );
  if (from !== null && from > max)
    return problem(
      "range-beyond",
      `“From” (${shown(from)}) is ${date ? "after the last date" : "above the greatest value"} (${shown(max)}), so no value is kept.`,
      "Lower or empty it.",
    );
  if (to !== null && to < min)
    return problem(
      "range-beyond",
      `“To” (${shown(to)}) is ${date ? "before the first date" : "below the least value"} (${shown(min)}), so no value is kept.`,
      "Raise or empty it.",
    );
  return null;
}

/** Said of bounds outside the values, which leave nobody out; null where each bound does, or is open. */
export function idleBounds(filter: Filter, { min, max, date }: Values): string | null {
  if (filter.kind !== "range") return null;
  const shown = (bound: number) => (date ? dayToIso(bound) : numberInWords(bound));
  const said = [
    filter.min !== null && filter.min < min ? `the ${date ? "first date" : "least value"} is ${shown(min)}` : "",
    filter.max !== null && filter.max > max ? `the ${date ? "last date" : "greatest value"} is ${shown(max)}` : "",
  ].filter((words) => words !== "");
  return said.length === 0 ? null : `Leaves nobody out at that end: ${said.join(", ")}.`;
}
