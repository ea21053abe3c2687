import { counted, rowsInWords } from "../../format";
import { cellsWith, namesOf, type ReadColumn, rowsWith, sumOf } from "../columns/readColumn";
import type { DateStyleChoice } from "../dateStyle";
import { dayToIso } from "../dates";
import { type DayOfMonth, dateShape, dayOf, shortYearOf } from "../dateText";
import { serialDay } from "../serials";
import type { ColumnReading, Question } from "../table";
import { notice, quoted } from "./notice";
import { question } from "./question";

/** What only the user can decide about a column of dates. */
export function dateQuestions(column: ReadColumn): Question[] {
  return [...shortYears(column), ...monthsAmongDates(column), ...serialsAmongDates(column)];
}

/** Which of the first two parts is the day. */
export function dateOrder(column: ReadColumn, { order, style }: DateStyleChoice, waits: string): Question {
  const mixed = order === "mixed";
  const open = (text: string) => {
    const shape = dateShape(text);
    return shape?.kind === "open" && (mixed || style.orders?.[shape.mark] === undefined);
  };
  const count = cellsWith(column, open);
  const example = column.texts.texts.find(open) ?? "";
  const message = mixed
    ? `Dates in “${column.name}” cannot all have one order: some prove day/month, others month/day.`
    : `Day and month cannot be told apart in “${column.name}”: no day in ${counted(count, "cell")} is beyond 12, as in “${example}”.`;
  return question("date-order-open", column, { count, message, hint: waits, rows: rowsWith(column, open) }, [
    ["day/month/year", { kind: "date", dateOrder: "dmy" }],
    ["month/day/year", { kind: "date", dateOrder: "mdy" }],
    ["It is text", { kind: "category" }],
  ]);
}

/** The hundred years that other programs take two-digit years to be in. */
const usualFrom = 1931;

function shortYears(column: ReadColumn): Question[] {
  if (column.kind.kind !== "date" || column.kind.dates.shortYears === 0 || column.choice.centuryFrom !== undefined)
    return [];
  const { style } = column.kind.dates;
  const isShort = (text: string) => {
    const shape = dateShape(text);
    return shape !== null && shortYearOf(shape) !== null && !Number.isNaN(dayOf(shape, style));
  };
  const rows = rowsWith(column, isShort);
  const { centuryFrom } = style;
  const readFrom = (text: string, from: number) => {
    const shape = dateShape(text);
    const day = shape ? dayOf(shape, { ...style, centuryFrom: from }) : Number.NaN;
    return Number.isNaN(day) ? null : day;
  };
  const span = daySpan(column);
  const message = `${counted(rows.length, "cell")} of “${column.name}” with a two-digit year, read as ${span}: one span of years, ending by 2030.`;
  const hint = "Confirm, or say the century.";
  return [
    question("two-digit-year", column, { count: rows.length, message, hint, rows }, [
      [`${span}`, { centuryFrom }],
      ["a hundred years earlier", { centuryFrom: centuryFrom - 100 }],
      ["a hundred years later", { centuryFrom: centuryFrom + 100 }],
      ...(column.texts.texts.some((text) => isShort(text) && readFrom(text, centuryFrom) !== readFrom(text, usualFrom))
        ? ([["31 to 99 are 1931 to 1999, 00 to 30 are 2000 to 2030", { centuryFrom: usualFrom }]] as const)
        : []),
    ]),
  ];
}

function daySpan({ column }: ReadColumn): string {
  if (column.kind !== "date") return "";
  const days = column.days.filter((day) => !Number.isNaN(day)).sort();
  return days.length === 0 ? "no date" : `${dayToIso(days[0])} to ${dayToIso(days[days.length - 1])}`;
}

const isMonth = (text: string) => {
  const shape = dateShape(text);
  return shape?.kind === "partial" && shape.month !== null;
};

const daysOfMonth: readonly (readonly [day: DayOfMonth, words: string])[] = [
  ["middle", "the 15th"],
  ["first", "the first day"],
  ["last", "the last day"],
];

/** Each day that may stand for a month, with what it makes of an example. */
const givenDays = (example: string): [label: string, answer: Omit<ColumnReading, "name">][] =>
  daysOfMonth.map(([dayOfMonth, words]) => {
    const shape = dateShape(example);
    const day = shape ? dayOf(shape, { order: "dmy", centuryFrom: usualFrom, dayOfMonth }) : Number.NaN;
    return [`Dates, ${words} of the month: “${example}” is ${dayToIso(day)}`, { kind: "date", dayOfMonth }];
  });

/** Columns of months and years, asked about at once: one answer is for all of them. */
export function monthsAlone(all: readonly ReadColumn[]): Question[] {
  const columns = all.filter(({ kind }) => kind.open?.question === "months");
  const [first] = columns;
  if (!first) return [];
  const names = namesOf(columns);
  const count = sumOf(columns, (column) => cellsWith(column, isMonth));
  const example = first.texts.texts.find(isMonth) ?? "";
  const message = `${counted(count, "cell")} of ${quoted(names)} ${count === 1 ? "gives" : "give"} a month and no day, such as “${example}”.`;
  const hint = `Until you say, the ${columns.length === 1 ? "column is" : "columns are"} text.`;
  const answers: [label: string, answer: Omit<ColumnReading, "name">][] = [
    ...givenDays(example),
    ["It is text", { kind: "category" }],
  ];
  const choices = answers.map(([label, answer]) => ({
    label,
    options: { columns: names.map((name) => ({ name, ...answer })) },
  }));
  const rows = columns.length === 1 ? rowsWith(first, isMonth) : undefined;
  return [{ ...notice("month-without-day", count, message, hint, { columns: names, rows }), choices }];
}

function monthsAmongDates(column: ReadColumn): Question[] {
  if (column.kind.kind !== "date" || column.choice.dayOfMonth !== undefined) return [];
  const months = column.unparsed.filter(({ text }) => isMonth(text));
  const [first] = months;
  if (!first) return [];
  const rows = months.map(({ row }) => row + 1);
  const texts = quoted([...new Set(months.map(({ text }) => text))], 5);
  const message = `${counted(rows.length, "cell")} of “${column.name}” ${rows.length === 1 ? "gives" : "give"} a month and no day: ${texts} (${rowsInWords(rows)}).`;
  const hint = "Until you say, they count as missing.";
  return [
    question("month-without-day", column, { count: rows.length, message, hint, rows }, [
      ["Leave them out", { dayOfMonth: "leaveOut" }],
      ...givenDays(first.text),
    ]),
  ];
}

/** Between 1955 and 2045, read as days of a spreadsheet. */
const isSerial = (text: string) => /^\d{5}(\.\d+)?$/.test(text) && Number(text) >= 20_100 && Number(text) <= 53_000;

function serialsAmongDates(column: ReadColumn): Question[] {
  if (column.kind.kind !== "date" || column.choice.serial !== undefined || column.choice.kind !== undefined) return [];
  const serials = column.unparsed.filter(({ text }) => isSerial(text));
  const [first] = serials;
  if (!first) return [];
  const rows = serials.map(({ row }) => row + 1);
  const texts = quoted([...new Set(serials.map(({ text }) => text))], 5);
  const message = `${counted(rows.length, "cell")} of “${column.name}” among dates may be ${rows.length === 1 ? "a day" : "days"} of a spreadsheet: ${texts} (${rowsInWords(rows)}).`;
  const hint = "Until you say, they count as missing.";
  const read = (system: 1900 | 1904) => `${first.text} is ${dayToIso(serialDay(first.text, system))}`;
  return [
    question("serials-among-dates", column, { count: rows.length, message, hint, rows }, [
      [`Dates: ${read(1900)}`, { kind: "date", serial: 1900 }],
      [`Dates of an old Mac workbook: ${read(1904)}`, { kind: "date", serial: 1904 }],
      ["Leave them out", { kind: "date" }],
    ]),
  ];
}
