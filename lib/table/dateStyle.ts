import { type DateShape, type DateStyle, dayOf, shortYearOf } from "./dateText";

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

/**
 * The order of day and month, and the century, from all shapes of a column. What is given is kept to. Dates with
 * another mark between their parts are of another hand, and their order is judged apart.
 */
export function dateStyle(shapes: readonly DateShape[], given: Partial<DateStyle> = {}): DateStyleChoice {
  const { dayOfMonth } = given;
  const read = dayOfMonth ? shapes : shapes.filter(({ kind }) => kind !== "partial");
  const short = read.map(shortYearOf).filter((year) => year !== null);
  const centuryFrom = given.centuryFrom ?? firstYear(short);
  const open = shapes.filter((shape) => shape.kind === "open");
  const writings = [...new Set(open.map(({ mark }) => mark))].map((mark) => ({
    mark,
    ...orderOf(
      open.filter((shape) => shape.mark === mark),
      centuryFrom,
    ),
  }));
  const shortYears = short.length;
  const proven = writings.filter(({ said }) => said === "proven");
  // One writing alone is what the user says; of several the answer is about those that leave the order open.
  const orders = writings.length > 1 ? Object.fromEntries(proven.map(({ mark, order }) => [mark, order])) : undefined;
  const own = { orders, dayOfMonth };
  if (given.order) return { style: { order: given.order, ...own, centuryFrom }, order: "stated", shortYears };
  const style: DateStyle = { order: proven[0]?.order ?? "dmy", ...own, centuryFrom };
  const order = (["mixed", "open", "proven"] as const).find((said) => writings.some((each) => each.said === said));
  return { style, order: order ?? "stated", shortYears };
}

type OpenShape = DateShape & { kind: "open" };

/** What the dates of one writing say of the order of day and month. */
function orderOf(
  shapes: readonly OpenShape[],
  centuryFrom: number,
): { said: DateStyleChoice["order"]; order: DateStyle["order"] } {
  const only = (order: DateStyle["order"], other: DateStyle["order"]) =>
    shapes.some(
      (shape) =>
        !Number.isNaN(dayOf(shape, { order, centuryFrom })) &&
        Number.isNaN(dayOf(shape, { order: other, centuryFrom })),
    );
  const [dayFirst, monthFirst] = [only("dmy", "mdy"), only("mdy", "dmy")];
  const order = monthFirst && !dayFirst ? "mdy" : "dmy";
  if (dayFirst && monthFirst) return { said: "mixed", order };
  if (dayFirst || monthFirst) return { said: "proven", order };
  return { said: shapes.some(({ first, second }) => first !== second) ? "open" : "stated", order };
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
