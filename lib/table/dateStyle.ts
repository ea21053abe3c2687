import { type DateShape, type DateStyle, dayOf } from "./dateText";

/**
 * Two-digit years are one span of years that ends no later than this: a fixed year, so that a file reads the same at
 * any time.
 */
const lastYear = 2030;

export interface DateStyleChoice {
  style: DateStyle;
  /**
   * "stated": only one order is possible or none is needed; "proven": some day beyond 12; "open": both orders fit;
   * "mixed": each is proven by some.
   */
  order: "stated" | "proven" | "open" | "mixed";
  /** Different texts with a two-digit year. */
  shortYears: number;
}

/** The order of day and month, and the century, from all shapes of a column. What is given is kept to. */
export function dateStyle(shapes: readonly DateShape[], given: Partial<DateStyle> = {}): DateStyleChoice {
  const short = shapes.flatMap((shape) =>
    (shape.kind === "open" || shape.kind === "named") && shape.shortYear ? [shape.year] : [],
  );
  const centuryFrom = given.centuryFrom ?? firstYear(short);
  const open = shapes.filter((shape) => shape.kind === "open");
  const only = (order: "dmy" | "mdy") => {
    const other = order === "dmy" ? "mdy" : "dmy";
    return open.some(
      (shape) =>
        !Number.isNaN(dayOf(shape, { order, centuryFrom })) &&
        Number.isNaN(dayOf(shape, { order: other, centuryFrom })),
    );
  };
  const shortYears = short.length;
  if (given.order) return { style: { order: given.order, centuryFrom }, order: "stated", shortYears };
  const [dayFirst, monthFirst] = [only("dmy"), only("mdy")];
  const style: DateStyle = { order: monthFirst && !dayFirst ? "mdy" : "dmy", centuryFrom };
  if (dayFirst && monthFirst) return { style, order: "mixed", shortYears };
  if (dayFirst || monthFirst) return { style, order: "proven", shortYears };
  return { style, order: open.some(({ first, second }) => first !== second) ? "open" : "stated", shortYears };
}

/** The first year of the span: the longest stretch of the hundred without any year is where it begins and ends. */
function firstYear(short: readonly number[]): number {
  const years = [...new Set(short)].sort((a, b) => a - b);
  if (years.length === 0) return lastYear - 99;
  let first = years[0];
  let widest = years[0] + 100 - years[years.length - 1];
  for (let index = 1; index < years.length; index++) {
    const gap = years[index] - years[index - 1];
    if (gap > widest) {
      widest = gap;
      first = years[index];
    }
  }
  const span = 100 - widest;
  const end = (first + span) % 100;
  const endYear = lastYear - ((lastYear - end) % 100);
  return endYear - span;
}
