import { counted, rowsInWords } from "../../format";
import { cellsWith, type ReadColumn, rowsWith } from "../columns/readColumn";
import type { DateStyleChoice } from "../dateStyle";
import { dayToIso } from "../dates";
import { dateShape, dayOf } from "../dateText";
import { limitOf } from "../limits";
import type { Question } from "../table";
import { doubtfulNumbers } from "./doubtfulNumbers";
import { quoted } from "./notice";
import { question } from "./question";

/** What only the user can decide about the columns, each with the reading options that answer it. */
export function openQuestions(columns: readonly ReadColumn[]): Question[] {
  return columns.flatMap((column) => [
    ...openKind(column),
    ...shortYears(column),
    ...limits(column),
    ...doubtfulNumbers(column),
  ]);
}

function openKind(column: ReadColumn): Question[] {
  const { kind, name, texts } = column;
  if (kind.open === null) return [];
  const waits = "Until you say, the column is text.";
  if (kind.open.question === "numberMark") {
    const count = cellsWith(column, (text) => /\d[.,]\d{3}$/.test(text));
    const example = texts.texts.find((text) => /\d[.,]\d{3}$/.test(text)) ?? "1,234";
    const mark = example.includes(",") ? "," : ".";
    const other = mark === "," ? "." : ",";
    const message = `${counted(count, "cell")} of “${name}” can be thousands or decimals, such as “${example}”.`;
    return [
      question("number-mark-open", column, { count, message, hint: waits }, [
        [`“${example}” is ${example.replace(mark, ".")}`, { kind: "number", decimal: mark }],
        [`“${example}” is ${example.replace(mark, "")}`, { kind: "number", decimal: other }],
        ["It is text", { kind: "category" }],
      ]),
    ];
  }
  if (kind.open.question === "suffix") {
    const { suffix } = kind.open;
    const count = cellsWith(column, (text) => text.endsWith(suffix));
    const message = `${counted(count, "cell")} of “${name}” ${count === 1 ? "ends" : "end"} in “${suffix}”.`;
    return [
      question("unit-in-cells", column, { count, message, hint: waits }, [
        [`Read as numbers of ${suffix}`, { kind: "number", suffix }],
        ["It is text", { kind: "category" }],
      ]),
    ];
  }
  return [dateOrder(column, kind.open.dates, waits)];
}

function dateOrder(column: ReadColumn, { order, style }: DateStyleChoice, waits: string): Question {
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
  const isShort = (text: string) => {
    const shape = dateShape(text);
    return shape !== null && (shape.kind === "open" || shape.kind === "named") && shape.shortYear;
  };
  const rows = rowsWith(column, isShort);
  const { style } = column.kind.dates;
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

function limits(column: ReadColumn): Question[] {
  if (column.kind.kind !== "number" || column.choice.limits !== undefined) return [];
  const { style } = column.kind.style;
  const isLimit = (text: string) => !Number.isNaN(limitOf(text, style));
  const rows = rowsWith(column, isLimit);
  if (rows.length === 0) return [];
  const texts = quoted([...new Set(column.unparsed.map(({ text }) => text).filter(isLimit))], 5);
  const message = `${counted(rows.length, "cell")} of “${column.name}” only ${rows.length === 1 ? "gives" : "give"} a limit: ${texts} (${rowsInWords(rows)}).`;
  return [
    question(
      "censored-lab-values",
      column,
      { count: rows.length, message, hint: "Until you say, they count as missing.", rows },
      [
        ["Leave them out", { limits: "leaveOut" }],
        ["Read them as the limit", { limits: "limit" }],
        ["Read “<” as half the limit, “>” as the limit", { limits: "half" }],
      ],
    ),
  ];
}
