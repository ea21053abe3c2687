import type { ColumnChoice } from "../board/board";
import { missingWords, nullWords } from "../table/missing";
import type { Writing } from "./dialects";

/** A column of the table in the warehouse. */
export interface WarehouseColumn {
  name: string;
  type: "text" | "integer" | "number" | "date" | "boolean";
}

/** SQL expressions of one source column, as the page would read its cells. */
export interface ReadColumn {
  /** As a text without outer blanks. */
  text: string;
  /** Whether the cell says nothing, in a column of levels and in one of numbers or days. */
  blankLevel: string;
  blankValue: string;
}

const words = (own: ReadonlySet<string>, { missing = [], notMissing = [] }: Partial<ColumnChoice>) =>
  ["", ...own, ...missing].filter((word) => !notMissing.includes(word));

/** The texts of a column: read first, so that everything else is said of a short name. */
export function textOf({ name, type }: WarehouseColumn, w: Writing): string {
  const column = w.name(name);
  switch (type) {
    case "text":
      return w.trim(column);
    case "integer":
      return w.asText(column);
    case "number":
      return numberText(w.asDouble(column), w);
    case "date":
      return w.isoDay(column);
    case "boolean":
      return `CASE WHEN ${column} THEN 'true' WHEN NOT ${column} THEN 'false' END`;
  }
}

/** A number as the page writes it: 45 and not 45.0. */
export const numberText = (number: string, w: Writing): string =>
  `CASE WHEN ${number} = FLOOR(${number}) AND abs(${number}) < 1E15 THEN ${w.asText(w.whole(number))} ELSE ${w.asText(number)} END`;

/** What of a text `text` is blank. */
export function blanksOf(text: string, choice: Partial<ColumnChoice>, w: Writing): Omit<ReadColumn, "text"> {
  const isBlank = (own: ReadonlySet<string>) =>
    `(${text} IS NULL OR ${w.holds(`${text} IN (${words(own, choice).map(w.text).join(", ")})`)})`;
  return { blankLevel: isBlank(nullWords), blankValue: isBlank(missingWords) };
}

const numberPattern = "^[-+]?([0-9]{1,40}[.]?[0-9]{0,40}|[.][0-9]{1,40})([eE][-+]?[0-9]{1,2})?$";

/** A text as a number; NULL where it is none. */
export function numberOf(text: string, { decimal = "." }: Partial<ColumnChoice>, w: Writing): string {
  const pointed = decimal === "," ? `REPLACE(${text}, ',', '.')` : text;
  const given = decimal === "," ? `${text} NOT LIKE '%.%' AND ` : "";
  return `CASE WHEN ${given}${w.matches(pointed, numberPattern)} THEN ${w.double(pointed)} END`;
}

const time = "([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)? ?[APMapmUTCZ]*([-+][0-9:]+)?)?$";
const marks = "(-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.])";
const yearFirst = `^[0-9]{4}${marks}[0-9]{1,2}${time}`;
const yearLast = `^[0-9]{1,2}${marks}[0-9]{4}${time}`;

/** Year, month and day of a text that is a date, as whole numbers; NULL where it is none. */
export function dateParts(text: string, { dateOrder }: Partial<ColumnChoice>, w: Writing) {
  const part = (pattern: string) => w.integer(w.part(text, pattern));
  const [first, second] = ["^([0-9]{1,2})[-/.]", "^[0-9]{1,2}[-/.]([0-9]{1,2})"].map(part);
  const when = (year: string, last: string) =>
    `CASE WHEN ${w.matches(text, yearFirst)} THEN ${year}${dateOrder && last ? ` WHEN ${w.matches(text, yearLast)} THEN ${last}` : ""} END`;
  return {
    year: when(part("^([0-9]{4})"), part("^[0-9]{1,2}[-/.][0-9]{1,2}[-/.]([0-9]{4})")),
    month: when(part("^[0-9]{4}[-/.]([0-9]{1,2})"), (dateOrder === "mdy" ? first : second) ?? ""),
    day: when(part("^[0-9]{4}[-/.][0-9]{1,2}[-/.]([0-9]{1,2})"), (dateOrder === "mdy" ? second : first) ?? ""),
  };
}

/** Days since 1970-01-01 of a day of the calendar; NULL where there is no such day. As `dayFromCalendar` (lib/table/dates). */
export function dayOfParts(y: string, m: string, d: string, w: Writing): string {
  const isMultiple = (of: string) => `${w.rest(y, of)} = 0`;
  const leap = `(${isMultiple("4")} AND (NOT ${isMultiple("100")} OR ${isMultiple("400")}))`;
  const length = `CASE WHEN ${m} IN (4, 6, 9, 11) THEN 30 WHEN ${m} <> 2 THEN 31 WHEN ${leap} THEN 29 ELSE 28 END`;
  const shifted = `CASE WHEN ${m} <= 2 THEN ${y} - 1 ELSE ${y} END`;
  const month = w.rest(`${m} + 9`, "12");
  const days = [
    `365 * (${shifted})`,
    w.quotient(shifted, "4"),
    `- ${w.quotient(shifted, "100")}`,
    w.quotient(shifted, "400"),
    w.quotient(`153 * ${month} + 2`, "5"),
    `${d} - 719469`,
  ];
  return `CASE WHEN ${y} >= 1 AND ${m} BETWEEN 1 AND 12 AND ${d} BETWEEN 1 AND ${length} THEN ${days.join(" + ").replaceAll("+ -", "-")} END`;
}
