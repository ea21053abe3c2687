import { dayFromCalendar } from "./dates";
import { monthOf } from "./months";

/** How a column writes its dates; only what its texts leave open. */
export interface DateStyle {
  /** What 03/04/2020 means. */
  order: "dmy" | "mdy";
  /** The same of the writings, by the mark between their parts, that prove an order of their own. */
  orders?: Partial<Record<DateMark, "dmy" | "mdy">>;
  /** First year of the hundred that two-digit years fall into. */
  centuryFrom: number;
  /** The day that stands for a month without one, by the user's word; absent: such a date is none. */
  dayOfMonth?: DayOfMonth;
}

export type DayOfMonth = "first" | "middle" | "last";

export type DateMark = "-" | "/" | "." | " ";

/**
 * A text in the shape of a date, before order and century are settled. `first` and `second` as written. A partial one
 * lacks its day, and its month where that is null.
 */
export type DateShape =
  | { kind: "ymd"; year: number; month: number; day: number; time: boolean }
  | { kind: "open"; mark: DateMark; first: number; second: number; year: number; shortYear: boolean; time: boolean }
  | { kind: "named"; year: number; month: number; day: number; shortYear: boolean; time: boolean }
  | { kind: "partial"; month: { year: number; month: number; shortYear: boolean } | null };

const time =
  "(?:[T ,]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?)(?:\\s*[AaPp][Mm])?\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/. ])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`);
const yearMarked = /^(\d{4})\u5e74(\d{1,2})\u6708(\d{1,2})\u65e5$/;
const dayNamed = new RegExp(`^(\\d{1,2})[-. /]?\\s*(\\p{L}{3,10})\\.?[-. /,]\\s*(\\d{4}|\\d{2})${time}$`, "u");
const dayNamedClosed = /^(\d{1,2})([A-Za-z]{3})(\d{4}|\d{2})(?::(\d{2}:\d{2}:\d{2}))?$/;
const namedFirst = new RegExp(`^(\\p{L}{3,10})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})${time}$`, "u");
const compactTimed = /^(\d{4})(\d{2})(\d{2})T(\d{2}):?(\d{2})(?::?(\d{2}))?(?:Z|[+-]\d{2}:?\d{2})?$/;
const monthAlone = [
  { form: /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/ },
  { form: /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/ },
  { form: /^(?<month>\p{L}{3,10})\.?[ -](?<year>\d{4})$/u },
  { form: /^(?<month>\p{L}{3,10})\.?[-/'\u2019](?<year>\d{2})$/u },
];
const unknownPart = "UNK?|\\?\\?|--|XX";
const withUnknown = new RegExp(
  `^(?<a>\\d{4}|${unknownPart})[-/. ](?<month>\\d{1,2}|[A-Za-z]{3}|${unknownPart})[-/. ](?<b>\\d{1,2}|\\d{4}|${unknownPart})$`,
  "i",
);

const longest = 40;

/**
 * What every date has, to tell others apart quickly: a mark between its parts, or a month or day in letters between
 * digits, or eight digits.
 */
const dateLike = /\w[-/. ,'\u2019]|\d[A-Za-z\u5e74]|^\d{8}$|^[?-]/;

/**
 * The shape of a trimmed text, null when it is no date. A year alone ("2020") is no date; with `compact` eight digits
 * are one.
 */
export function dateShape(text: string, compact = false): DateShape | null {
  if (text.length > longest || !dateLike.test(text)) return null;
  let found = yearFirst.exec(text);
  if (found) return { kind: "ymd", year: +found[1], month: +found[3], day: +found[4], time: isDaytime(found[5]) };
  found = yearMarked.exec(text);
  if (found) return { kind: "ymd", year: +found[1], month: +found[2], day: +found[3], time: false };
  found = yearLast.exec(text);
  if (found) {
    return {
      kind: "open",
      mark: found[2] as DateMark,
      first: +found[1],
      second: +found[3],
      year: +found[4],
      shortYear: found[4].length === 2,
      time: isDaytime(found[5]),
    };
  }
  const named = namedShape(text);
  if (named) return named;
  found = compactTimed.exec(text);
  if (found) {
    const clock = `${found[4]}:${found[5]}:${found[6] ?? "00"}`;
    return { kind: "ymd", year: +found[1], month: +found[2], day: +found[3], time: isDaytime(clock) };
  }
  if (compact && /^\d{8}$/.test(text)) {
    return { kind: "ymd", year: +text.slice(0, 4), month: +text.slice(4, 6), day: +text.slice(6), time: false };
  }
  return partialShape(text);
}

/** A month without a day, or a date with a part marked as unknown; in words only where the word is a month. */
function partialShape(text: string): DateShape | null {
  for (const { form } of monthAlone) {
    const { year, month } = form.exec(text)?.groups ?? {};
    if (year === undefined || month === undefined) continue;
    const number = monthNumber(month);
    if (number === null && !/^\d/.test(month)) return null;
    const named = number === null ? null : { year: +year, month: number, shortYear: year.length === 2 };
    return { kind: "partial", month: named };
  }
  const { a, b, month } = withUnknown.exec(text)?.groups ?? {};
  if (month === undefined) return null;
  const unknown = new RegExp(`^(${unknownPart})$`, "i");
  if (/^\p{L}/u.test(month) && !unknown.test(month) && monthNumber(month) === null) return null;
  const year = [a, b].find((part) => /^\d{4}$/.test(part));
  const number = monthNumber(month);
  const known = year !== undefined && number !== null && [a, b].some((part) => unknown.test(part));
  return { kind: "partial", month: known ? { year: +year, month: number, shortYear: false } : null };
}

/** From 1 to 12; null for a word or a number that is no month. */
function monthNumber(text: string): number | null {
  const number = /^\d+$/.test(text) ? +text : (monthOf(text) ?? 0);
  return number >= 1 && number <= 12 ? number : null;
}

function namedShape(text: string): DateShape | null {
  const found = dayNamed.exec(text) ?? dayNamedClosed.exec(text);
  const first = found ? null : namedFirst.exec(text);
  const [day, name, year, clock] = found
    ? [found[1], found[2], found[3], found[4]]
    : first
      ? [first[2], first[1], first[3], first[4]]
      : ["", "", "", ""];
  const month = monthOf(name);
  if (month === undefined) return null;
  return { kind: "named", year: +year, month, day: +day, shortYear: year.length === 2, time: isDaytime(clock) };
}

const isDaytime = (clock: string | undefined) =>
  clock !== undefined && clock !== "" && !/^0?0:00(:00([.,]0+)?)?$/.test(clock);

/** The year of two digits that a date is written with; null where it has another or none. */
export function shortYearOf(shape: DateShape): number | null {
  const dated = shape.kind === "partial" ? shape.month : shape;
  return dated && "shortYear" in dated && dated.shortYear ? dated.year : null;
}

/** Days since 1970-01-01 in this style; NaN for a day that does not exist and for partial dates without a day given. */
export function dayOf(shape: DateShape, style: DateStyle): number {
  const { order, orders, centuryFrom, dayOfMonth } = style;
  const inCentury = (year: number) => centuryFrom + ((((year - centuryFrom) % 100) + 100) % 100);
  if (shape.kind === "partial") return dayOfMonth && shape.month ? givenDay(shape.month, dayOfMonth) : Number.NaN;
  if (shape.kind === "ymd") return dayFromCalendar(shape.year, shape.month, shape.day);
  const year = shape.shortYear ? inCentury(shape.year) : shape.year;
  if (shape.kind === "named") return dayFromCalendar(year, shape.month, shape.day);
  return (orders?.[shape.mark] ?? order) === "dmy"
    ? dayFromCalendar(year, shape.second, shape.first)
    : dayFromCalendar(year, shape.first, shape.second);

  function givenDay({ year, month, shortYear }: { year: number; month: number; shortYear: boolean }, day: DayOfMonth) {
    const of = shortYear ? inCentury(year) : year;
    if (day !== "last") return dayFromCalendar(of, month, day === "first" ? 1 : 15);
    return (month === 12 ? dayFromCalendar(of + 1, 1, 1) : dayFromCalendar(of, month + 1, 1)) - 1;
  }
}
