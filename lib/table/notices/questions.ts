import { counted, formatCount, formatTime, rowsInWords } from "../../format";
import { cellsWith, type ReadColumn, rowsWith } from "../columns/readColumn";
import { durationIn, unitsIn } from "../durations";
import { isFootnoted, withoutFootnote } from "../footnotes";
import { isAtLeast, limitOf } from "../limits";
import { unitsOf } from "../numberStyle";
import type { Question } from "../table";
import { orderElsewhere } from "./dateNotices";
import { dateOrder, dateQuestions, monthsAlone } from "./dateQuestions";
import { doubtfulNumbers } from "./doubtfulNumbers";
import { quoted } from "./notice";
import { question } from "./question";

/** What only the user can decide about the columns, each with the reading options that answer it. */
export function openQuestions(columns: readonly ReadColumn[]): Question[] {
  const elsewhere = orderElsewhere(columns);
  const each = columns.flatMap((column) => [
    ...openKind(column, elsewhere),
    ...dateQuestions(column),
    ...limits(column),
    ...footnotes(column),
    ...someUnits(column),
    ...doubtfulNumbers(column),
  ]);
  return [...monthsAlone(columns), ...each];
}

const waits = "Until you say, the column is text.";

function openKind(column: ReadColumn, elsewhere: string): Question[] {
  const { kind, name, texts } = column;
  if (kind.open === null || kind.open.question === "months") return [];
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
  if (kind.open.question === "dateOrder") {
    const hint = [waits, elsewhere].filter(Boolean).join(" ");
    return [dateOrder(column, kind.open.dates, hint)];
  }
  return [kind.open.question === "codes" ? codesOrNumbers(column, waits) : durations(column, waits)];
}

function codesOrNumbers(column: ReadColumn, waits: string): Question {
  const isOther = (text: string) => !/^\d+$/.test(text);
  const rows = rowsWith(column, isOther);
  const numbers = column.texts.filled - cellsWith(column, isOther);
  const others = quoted(column.texts.texts.filter(isOther), 5);
  const message = `“${column.name}” may hold codes: ${formatCount(numbers)} of ${counted(column.texts.filled, "cell")} are whole numbers, beside them ${others} (${rowsInWords(rows)}).`;
  return question("codes-or-numbers", column, { count: rows.length, message, hint: waits, rows }, [
    ["Codes: each is a group of its own", { kind: "category" }],
    [`Numbers: leave ${others} out`, { kind: "number" }],
  ]);
}

function durations(column: ReadColumn, waits: string): Question {
  const isDuration = (text: string) => unitsIn(text).length > 0;
  const count = cellsWith(column, isDuration);
  const units = (text: string) => unitsIn(text).length;
  const example = column.texts.texts.reduce((most, text) => (units(text) > units(most) ? text : most), "");
  const message = `${counted(count, "cell")} of “${column.name}” ${count === 1 ? "is a stretch" : "are stretches"} of time with different units, such as “${example}”.`;
  return question("durations-in-cells", column, { count, message, hint: waits }, [
    ...(["months", "years", "days"] as const).map(
      (unit) =>
        [
          `In ${unit}: “${example}” is ${formatTime(durationIn(example, unit))}`,
          { kind: "number", duration: unit },
        ] as const,
    ),
    ["It is text", { kind: "category" }],
  ]);
}

/** A unit behind some numbers of a column and not behind the others: "48 y" among ages. */
function someUnits(column: ReadColumn): Question[] {
  const { kind, choice, unparsed, name } = column;
  if (kind.kind !== "number" || choice.kind !== undefined || choice.suffix !== undefined || unparsed.length === 0)
    return [];
  const texts = [...new Set(unparsed.map(({ text }) => text))];
  if (texts.some((text) => withoutFootnote(text) !== null)) return [];
  const [[unit, cells] = ["", 0], ...others] = unitsOf(
    texts,
    texts.map(() => 1),
  );
  if (others.length > 0 || cells !== texts.length) return [];
  const rows = unparsed.map(({ row }) => row + 1);
  const message = `${counted(rows.length, "cell")} of “${name}” ${rows.length === 1 ? "has" : "have"} “${unit}” behind the number, the others nothing: ${quoted(texts, 5)} (${rowsInWords(rows)}).`;
  const hint = `Until you say, ${rows.length === 1 ? "it counts" : "they count"} as missing.`;
  return [
    question("unit-in-some-cells", column, { count: rows.length, message, hint, rows }, [
      ["Read them as numbers like the others", { kind: "number", suffix: unit }],
      ["Leave them out", { kind: "number" }],
    ]),
  ];
}

/** Numbers with a sign behind them that leads to a note below the table. */
function footnotes(column: ReadColumn): Question[] {
  const { kind, choice, unparsed, name } = column;
  if (kind.kind !== "number" || choice.footnotes !== undefined) return [];
  const { style } = kind.style;
  const marked = unparsed.filter(({ text }) => isFootnoted(text, style));
  const [first] = marked;
  if (!first) return [];
  const rows = marked.map(({ row }) => row + 1);
  const texts = quoted([...new Set(marked.map(({ text }) => text))], 5);
  const message = `${counted(rows.length, "cell")} of “${name}” ${rows.length === 1 ? "has" : "have"} the mark of a footnote behind the number: ${texts} (${rowsInWords(rows)}).`;
  const hint = `Until you say, ${rows.length === 1 ? "it counts" : "they count"} as missing. Look what the note says.`;
  return [
    question("footnote-marks", column, { count: rows.length, message, hint, rows }, [
      [`Read the numbers: “${first.text}” is ${withoutFootnote(first.text)}`, { kind: "number", footnotes: "read" }],
      ["Leave them out", { kind: "number", footnotes: "leaveOut" }],
    ]),
  ];
}

function limits(column: ReadColumn): Question[] {
  if (column.kind.kind !== "number" || column.choice.limits !== undefined) return [];
  const { style } = column.kind.style;
  const isLimit = (text: string) => !Number.isNaN(limitOf(text, style));
  const rows = rowsWith(column, isLimit);
  if (rows.length === 0) return [];
  const different = [...new Set(column.unparsed.map(({ text }) => text).filter(isLimit))];
  const texts = quoted(different, 5);
  const [example] = different;
  const message = `${counted(rows.length, "cell")} of “${column.name}” only ${rows.length === 1 ? "gives" : "give"} a limit: ${texts} (${rowsInWords(rows)}).`;
  return [
    question(
      "censored-lab-values",
      column,
      { count: rows.length, message, hint: "Until you say, they count as missing.", rows },
      [
        ["Leave them out", { limits: "leaveOut" }],
        ["Read them as the limit", { limits: "limit" }],
        ...(different.every(isAtLeast)
          ? ([
              [`Times not ended: “${example}” is censored at ${limitOf(example, style)}`, { limits: "censored" }],
            ] as const)
          : ([["Read “<” as half the limit, “>” as the limit", { limits: "half" }]] as const)),
      ],
    ),
  ];
}
