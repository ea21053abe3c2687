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
}

export type DateMark = "-" | "/" | "." | " ";

/**
 * A text in the shape of a date, before order and century are settled. `first` and `second` as written; `year` alone
 * where it is partial.
 */
export type DateShape =
  | { kind: "ymd"; year: number; month: number; day: number; time: boolean }
  | { kind: "open"; mark: DateMark; first: number; second: number; year: number; shortYear: boolean; time: boolean }
  | { kind: "named"; year: number; month: number; day: number; shortYear: boolean; time: boolean }
  | { kind: "partial" };

const time =
  "(?:[T ,]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?)(?:\\s*[AaPp][Mm])?\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/. ])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`);
const yearMarked = /^(\d{4})\u5e74(\d{1,2})\u6708(\d{1,2})\u65e5$/;
const dayNamed = new RegExp(`^(\\d{1,2})[-. /]?\\s*(\\p{L}{3,10})\\.?[-. /,]\\s*(\\d{4}|\\d{2})${time}$`, "u");
const dayNamedClosed = /^(\d{1,2})([A-Za-z]{3})(\d{4}|\d{2})(?::(\d{2}:\d{2}:\d{2}))?$/;
const namedFirst = new RegExp(`^(\\p{L}{3,10})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})${time}$`, "u");
const compactTimed = /^(\d{4})(\d{2})(\d{2})T(\d{2}):?(\d{2})(?::?(\d{2}))?(?:Z|[+-]\d{2}:?\d{2})?$/;
const partial =
  /^(\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}|\p{L}{3,10}\.?[ -]\d{4}|(\d{4}|UNK?|\?\?|--|XX)[-/. ](\d{1,2}|[A-Za-z]{3}|UNK?|\?\?|--|XX)[-/. ](\d{1,2}|\d{4}|UNK?|\?\?|--|XX))$/iu;

const longest = 40;

/**
 * What every date has, to tell others apart quickly: a mark between its parts, or a month or day in letters between
 * digits, or eight digits.
 */
const dateLike = /\w[-/. ,]|\d[A-Za-z\u5e74]|^\d{8}$|^[?-]/;

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
  return isPartial(text) ? { kind: "partial" } : null;
}

/** A month, or a day or month marked as unknown; in words only where the word is a month. */
function isPartial(text: string): boolean {
  const word = /^\p{L}+/u.exec(text)?.[0];
  return partial.test(text) && (word === undefined || /^(UNK?|XX)$/i.test(word) || monthOf(word) !== undefined);
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

/** Days since 1970-01-01 in this style; NaN for a day that does not exist and for partial dates. */
export function dayOf(shape: DateShape, { order, orders, centuryFrom }: DateStyle): number {
  if (shape.kind === "partial") return Number.NaN;
  if (shape.kind === "ymd") return dayFromCalendar(shape.year, shape.month, shape.day);
  const year = shape.shortYear ? centuryFrom + ((((shape.year - centuryFrom) % 100) + 100) % 100) : shape.year;
  if (shape.kind === "named") return dayFromCalendar(year, shape.month, shape.day);
  return (orders?.[shape.mark] ?? order) === "dmy"
    ? dayFromCalendar(year, shape.second, shape.first)
    : dayFromCalendar(year, shape.first, shape.second);
}
