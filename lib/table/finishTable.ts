import { codeBookOf, labelQuestions } from "./codeBook/ofTable";
import { finishColumn } from "./columns/columnFinish";
import { agreesWithNumberMode, columnKind, columnTexts } from "./columns/columnKind";
import { exactOrAtLeast } from "./columns/exactOrAtLeast";
import { fileDecimal, settleMark } from "./columns/fileDecimal";
import { setAsideMisfits } from "./columns/misfits";
import type { ReadColumn } from "./columns/readColumn";
import { cellNotices } from "./notices/cellNotices";
import { observations } from "./notices/observations";
import { openQuestions } from "./notices/questions";
import { rowNotices } from "./notices/rowNotices";
import { belowEnd, tableEnd } from "./notices/tableEnd";
import type { Column, Notice, Reading, Table } from "./table";
import type { TableBuilder } from "./tableBuilder";

/** What a format knows of the file beside its cells; blank and ghost rows are counted by the table. */
export type FileFacts = Omit<Reading, "decimal" | "blankLines" | "ghostRows">;

/** What a file without lines and separators says of them; its names stand before its rows. */
export const withoutLines: Omit<FileFacts, "format" | "encoding"> = {
  packed: null,
  bom: false,
  separator: "",
  newline: "lf",
  header: 0,
  preamble: [],
  accented: [],
  sheet: null,
  sheets: [],
};

/**
 * Builds the table, and again with more columns as texts as long as its end asks for that: for files that are at hand
 * as a whole. `build` gives what
 * `finishTable` does.
 */
export async function builtTable(
  build: (asTexts: ReadonlySet<number>) => ReturnType<typeof finishTable> | Promise<ReturnType<typeof finishTable>>,
): Promise<Table> {
  for (let asTexts = new Set<number>(); ; ) {
    const result = await build(asTexts);
    if (!("again" in result)) return result.table;
    asTexts = new Set([...asTexts, ...result.again]);
  }
}

/**
 * The table, its kinds decided from all rows; or the places of the columns that number mode has read wrongly, because
 * late rows overturned an early choice: then the file must be read again with these as texts.
 */
export function finishTable(
  builder: TableBuilder,
  facts: FileFacts,
  notices: Notice[],
  given?: "." | ",",
): { table: Table } | { again: number[] } {
  const first = builder.columns.map((column, place) => {
    const cells = columnTexts(column);
    const choice = builder.choices[place];
    return { builder: column, cells, choice, kind: columnKind(column, cells, choice) };
  });
  const decimal = given ?? fileDecimal(first, facts.separator);
  const kinds = first.map((column) => settleMark(column, decimal, facts.separator));
  const again = builder.columns.flatMap((column, place) => (agreesWithNumberMode(column, kinds[place]) ? [] : [place]));
  if (again.length > 0) return { again };
  const columns = first.map(({ builder: column, cells }, place): ReadColumn => {
    const [name, kind, choice] = [builder.names[place], kinds[place], builder.choices[place]];
    return { name, builder: column, texts: cells, kind, choice, ...finishColumn(name, column, kind, choice) };
  });
  const codeBook = codeBookOf(builder, columns, facts);
  const misfits = setAsideMisfits(builder.long, columns);
  return {
    table: {
      rows: builder.rows,
      columns: withMarks(columns),
      reading: {
        ...facts,
        decimal: decimal ?? ".",
        blankLines: builder.skipped.blank.count,
        ghostRows: builder.skipped.ghost.count,
      },
      notices: [
        ...notices,
        ...belowEnd(builder),
        ...builder.headerNotices,
        ...rowNotices(builder, misfits),
        ...cellNotices(columns),
        ...observations(columns, builder.rows),
      ],
      questions: [...tableEnd(builder, columns), ...labelQuestions(codeBook, columns), ...openQuestions(columns)],
      codeBook,
      unparsed: mapOf(columns, ({ unparsed }) => (unparsed.length > 0 ? unparsed : null)),
      missingWords: mapOf(columns, ({ words }) => (words.size > 0 ? words : null)),
      trimmed: mapOf(columns, ({ builder: { trimmed } }) => (trimmed.count > 0 ? trimmed : null)),
      respelled: mapOf(columns, ({ respelled }) => respelled),
      filledDown: builder.filledDown,
      lines: builder.lines,
    },
  };
}

/** Each column, and beside one of censored times the column of its marks, unless the file has one of that name. */
function withMarks(columns: ReadColumn[]): Column[] {
  const taken = new Set(columns.map(({ name }) => name));
  return columns.flatMap((each) => {
    const marks = exactOrAtLeast(each);
    return marks && !taken.has(marks.name) ? [each.column, marks] : [each.column];
  });
}

function mapOf<T>(finished: ReadColumn[], get: (column: ReadColumn) => T | null): Map<string, T> {
  const made = new Map<string, T>();
  for (const each of finished) {
    const value = get(each);
    if (value !== null) made.set(each.column.name, value);
  }
  return made;
}
