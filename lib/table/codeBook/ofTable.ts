import { counted } from "../../format";
import type { ReadColumn } from "../columns/readColumn";
import type { Question, Reading, Table } from "../table";
import type { TableBuilder } from "../tableBuilder";
import { choicesIn, type ValueLabel } from "./choicesIn";
import { type CodeBook, codeBookIn, type MayExplain } from "./codeBook";
import { isValue } from "./labelTexts";

type Around = Pick<Reading, "preamble" | "separator">;

/**
 * What the values of the columns mean: by the code book that came beside the file, or by what of the file explains them;
 * the first that speaks of a column counts. Columns without such values are left.
 */
export function codeBookOf(builder: TableBuilder, read: readonly ReadColumn[], facts: Around): CodeBook | null {
  const { names } = builder;
  const found = [
    ...(builder.codeBook ? [builder.codeBook] : []),
    belowHeader(builder),
    ...[...builder.mayExplain, ...aroundTable(builder, facts)].map((each) => codeBookIn(each, names)),
  ].flatMap((each) => (each ? [ofThese(each, read)] : []));
  const [first, ...others] = found.filter((each) => each.columns.length > 0);
  if (!first) return null;
  const columns = first.columns.map(({ name, labels }) => {
    const also = others
      .flatMap((each) => each.columns.filter((column) => column.name === name))
      .flatMap((each) => each.labels);
    // What another place calls otherwise is not explained at all, and asked.
    const isSettled = ({ value, label }: ValueLabel) =>
      also.every((other) => !isValue(other.value, value) || other.label.toLowerCase() === label.toLowerCase());
    return { name, labels: labels.filter(isSettled) };
  });
  return { from: first.from, columns };
}

/** "0=alive 1=dead" below the name of its column. */
function belowHeader({ secondHeader, names }: TableBuilder): CodeBook | null {
  const labelled = secondHeader.flatMap((record) =>
    record.flatMap((cell, place) => {
      const labels = choicesIn(cell);
      return labels.length > 1 && names[place] !== undefined ? [{ name: names[place], labels }] : [];
    }),
  );
  return labelled.length > 0 ? { from: "the line below the header", columns: labelled } : null;
}

/** Lines above the table, and rows that hold one text. */
function aroundTable({ lonely }: TableBuilder, { preamble, separator }: Around): MayExplain[] {
  const above = preamble.filter((line) => line.trim() !== "");
  const cut = (line: string) => line.split(separator === "" ? "\t" : separator);
  return [
    { from: "the lines above the header", records: above.map((line) => [line]) },
    { from: "the lines above the header", records: above.map(cut) },
    { from: "a note among the rows", records: lonely.map(({ text }) => [text]) },
  ];
}

/** The columns whose values are among those explained, and none of whose cells holds the labels already. */
function ofThese({ from, columns: all }: CodeBook, columns: readonly ReadColumn[]): CodeBook {
  const kept = all.filter(({ name, labels }) => {
    const column = columns.find((each) => each.name === name);
    if (!column || column.builder.values) return false;
    const { texts } = column.texts;
    return texts.length <= mostValues && texts.some((text) => labels.some(({ value }) => isValue(text, value)));
  });
  return { from, columns: kept };
}

/** A column of more different texts holds no codes. */
const mostValues = 100;

/** Whether the columns that a code book explains are read as its labels, unless that is said of each. */
export function labelQuestions(codeBook: Table["codeBook"], columns: readonly ReadColumn[]): Question[] {
  const open = (codeBook?.columns ?? []).filter(
    ({ name, labels }) => labels.length > 0 && columns.find((each) => each.name === name)?.choice.labels === undefined,
  );
  if (!codeBook || open.length === 0) return [];
  const said = open.slice(0, shownColumns).map(({ name, labels }) => {
    const some = labels.slice(0, shownLabels).map(({ value, label }) => `${value} = ${label}`);
    return `“${name}” (${some.join(", ")}${labels.length > shownLabels ? ", …" : ""})`;
  });
  const more = open.length > shownColumns ? [`${open.length - shownColumns} more`] : [];
  const what = counted(open.length, "column");
  return [
    {
      code: "labels-offered",
      count: open.length,
      columns: open.map(({ name }) => name),
      message: `What the values of ${what} mean stands in ${codeBook.from}: ${[...said, ...more].join("; ")}.`,
      hint: "Until you say, the values stand as they are; what is an event goes by these words.",
      choices: [
        { label: `Read ${what} as ${open.length === 1 ? "its" : "their"} labels`, options: { columns: open } },
        {
          label: "Leave the values as they are",
          options: { columns: open.map(({ name }) => ({ name, labels: [] })) },
        },
      ],
    },
  ];
}

const shownColumns = 3;
const shownLabels = 4;
