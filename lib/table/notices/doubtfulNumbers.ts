import { counted, rowsInWords } from "../../format";
import type { ReadColumn } from "../columns/readColumn";
import { dayFromCalendar, dayToIso } from "../dates";
import { serialDay } from "../serials";
import type { Question } from "../table";
import { question } from "./question";

/** Numbers that may be something else: days of a spreadsheet, dates of eight digits, or 999 for "not known". */
export function doubtfulNumbers(column: ReadColumn): Question[] {
  if (column.column.kind !== "number" || column.choice.kind !== undefined) return sentinels(column);
  const { values } = column.column;
  return [...serials(column, values), ...eightDigits(column, values), ...sentinels(column)];
}

/** Nearly all between 1955 and 2045, read as spreadsheet days, none small, and most without a time of day. */
function serials(column: ReadColumn, values: Float64Array): Question[] {
  const [count, filled] = countOf(values, (value) => value >= 20_100 && value <= 53_000);
  if (count < 3 || count < 0.95 * filled) return [];
  if (values.filter((value) => !Number.isNaN(value) && !Number.isInteger(value)).length > 0.5 * filled) return [];
  const example = String(values.find((value) => value >= 20_100 && value <= 53_000));
  const message = `The numbers in “${column.name}” may be dates of a spreadsheet: ${example} would be ${dayToIso(serialDay(example, 1900))}.`;
  return [
    question("excel-serial-dates", column, { count: filled, message, hint: "Until you say, they are numbers." }, [
      [`Dates: ${example} is ${dayToIso(serialDay(example, 1900))}`, { kind: "date", serial: 1900 }],
      [
        `Dates of an old Mac workbook: ${example} is ${dayToIso(serialDay(example, 1904))}`,
        { kind: "date", serial: 1904 },
      ],
      ["Numbers", { kind: "number" }],
    ]),
  ];
}

function eightDigits(column: ReadColumn, values: Float64Array): Question[] {
  const isDate = (value: number) =>
    value >= 19_000_101 &&
    value <= 20_991_231 &&
    !Number.isNaN(dayFromCalendar(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100));
  const [count, filled] = countOf(values, isDate);
  if (count < 3 || count < 0.9 * filled) return [];
  const example = values.find(isDate);
  const message = `The numbers in “${column.name}” may be dates without separators, such as ${example}.`;
  return [
    question("eight-digit-dates", column, { count: filled, message, hint: "Until you say, they are numbers." }, [
      ["Dates: year, month, day", { kind: "date" }],
      ["Numbers", { kind: "number" }],
    ]),
  ];
}

/** How many values pass, and how many there are; it stops, with none, once more than one in ten does not pass. */
function countOf(values: Float64Array, test: (value: number) => boolean): [passing: number, filled: number] {
  let passing = 0;
  let filled = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    filled++;
    if (test(values[row])) passing++;
    else if (filled - passing > 0.1 * values.length) return [0, filled];
  }
  return [passing, filled];
}

const sentinelValues = new Set([99, 999, 9999, 99_999, 888, 8888, -9, -99, -999, -9999]);
const isSentinel = (value: number) => (value >= 99 || value <= -9) && sentinelValues.has(value);

/** Values such as 999 or −9 that stand far beyond all others. */
function sentinels(column: ReadColumn): Question[] {
  if (column.column.kind !== "number" || column.choice.missing !== undefined) return [];
  const { values } = column.column;
  const rows: number[] = [];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (isSentinel(value)) rows.push(row);
    else {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  const far = rows.filter((row) => (values[row] > 0 ? values[row] >= 3 * Math.max(max, 1) : min >= 0));
  if (far.length === 0 || min > max) return [];
  const missing = [...new Set(far.map((row) => String(values[row])))];
  const at = far.map((row) => row + 1);
  const message = `${counted(far.length, "cell")} of “${column.name}” far from all others may mean “not known”: ${missing.join(", ")} (${rowsInWords(at)}).`;
  return [
    question(
      "sentinel-values",
      column,
      { count: far.length, message, hint: "Until you say, they are numbers like any other.", rows: at },
      [
        [`${missing.join(", ")} means missing`, { missing }],
        ["They are values", { missing: [] }],
      ],
    ),
  ];
}
