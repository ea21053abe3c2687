import { dayFromCalendar } from "./dates";

/** How a column writes its dates; only what its texts leave open. */
export interface DateStyle {
  /** What 03/04/2020 means. */
  order: "dmy" | "mdy";
  /** First year of the hundred that two-digit years fall into. */
  centuryFrom: number;
}

/** A text in the shape of a date, before order and century are settled. `first` and `second` as written; `year` alone where it is partial. */
export type DateShape =
  | { kind: "ymd"; year: number; month: number; day: number; time: boolean }
  | { kind: "open"; first: number; second: number; year: number; shortYear: boolean; time: boolean }
  | { kind: "named"; year: number; month: number; day: number; shortYear: boolean; time: boolean }
  | { kind: "partial" };

const time =
  "(?:[T ,]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?)(?:\\s*[AaPp][Mm])?\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`);
const dayNamed = new RegExp(`^(\\d{1,2})[-. /]?\\s*([A-Za-zä]{3,9})\\.?[-. /,]\\s*(\\d{4}|\\d{2})${time}$`);
const dayNamedClosed = /^(\d{1,2})([A-Za-z]{3})(\d{4}|\d{2})(?::(\d{2}:\d{2}:\d{2}))?$/;
const namedFirst = new RegExp(`^([A-Za-zä]{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})${time}$`);
const partial =
  /^(\d{4}|\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}|[A-Za-z]{3,9}\.?[ -]\d{4}|(\d{4}|UNK?|\?\?|--|XX)[-/. ](\d{1,2}|[A-Za-z]{3}|UNK?|\?\?|--|XX)[-/. ](\d{1,2}|\d{4}|UNK?|\?\?|--|XX))$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const otherMonths: ReadonlyMap<string, number> = new Map([
  ...months.map((name, index) => [name, index + 1] as const),
  ["mai", 5],
  ["okt", 10],
  ["dez", 12],
  ["mär", 3],
]);
const longMonths =
  /^(jan(uary|uar)?|feb(ruary|ruar)?|mar(ch)?|mär(z)?|apr(il)?|may|mai|june?|juni|july?|juli|aug(ust)?|sept?(ember)?|o[ck]t(ober)?|nov(ember)?|de[cz](ember)?)$/i;

const longest = 40;

/** The shape of a trimmed text, null when it is no date. A year alone ("2020") is no date; with `compact` eight digits are one. */
export function dateShape(text: string, compact = false): DateShape | null {
  if (text.length > longest) return null;
  let found = yearFirst.exec(text);
  if (found) return { kind: "ymd", year: +found[1], month: +found[3], day: +found[4], time: isDaytime(found[5]) };
  found = yearLast.exec(text);
  if (found) {
    return {
      kind: "open",
      first: +found[1],
      second: +found[3],
      year: +found[4],
      shortYear: found[4].length === 2,
      time: isDaytime(found[5]),
    };
  }
  const named = namedShape(text);
  if (named) return named;
  if (compact && /^\d{8}$/.test(text)) {
    return { kind: "ymd", year: +text.slice(0, 4), month: +text.slice(4, 6), day: +text.slice(6), time: false };
  }
  return partial.test(text) && !/^\d{4}$/.test(text) ? { kind: "partial" } : null;
}

function namedShape(text: string): DateShape | null {
  const found = dayNamed.exec(text) ?? dayNamedClosed.exec(text);
  const first = found ? null : namedFirst.exec(text);
  const [day, name, year, clock] = found
    ? [found[1], found[2], found[3], found[4]]
    : first
      ? [first[2], first[1], first[3], first[4]]
      : ["", "", "", ""];
  if (!longMonths.test(name)) return null;
  const month = otherMonths.get(name.slice(0, 3).toLowerCase()) ?? Number.NaN;
  return { kind: "named", year: +year, month, day: +day, shortYear: year.length === 2, time: isDaytime(clock) };
}

const isDaytime = (clock: string | undefined) =>
  clock !== undefined && clock !== "" && !/^0?0:00(:00([.,]0+)?)?$/.test(clock);

/** Days since 1970-01-01 in this style; NaN for a day that does not exist and for partial dates. */
export function dayOf(shape: DateShape, { order, centuryFrom }: DateStyle): number {
  if (shape.kind === "partial") return Number.NaN;
  if (shape.kind === "ymd") return dayFromCalendar(shape.year, shape.month, shape.day);
  const year = shape.shortYear ? centuryFrom + ((((shape.year - centuryFrom) % 100) + 100) % 100) : shape.year;
  if (shape.kind === "named") return dayFromCalendar(year, shape.month, shape.day);
  return order === "dmy"
    ? dayFromCalendar(year, shape.second, shape.first)
    : dayFromCalendar(year, shape.first, shape.second);
}
