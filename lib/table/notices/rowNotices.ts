import { counted, formatCount, rowsInWords } from "../../format";
import type { Notice } from "../table";
import type { SkippedLine, TableBuilder } from "../tableBuilder";
import { notice, quoted } from "./notice";

/** What happened to whole rows and lines. `misfits` are rows with surplus cells whose cells were all set aside. */
export function rowNotices(table: TableBuilder, misfits: number[]): Notice[] {
  return [
    ...skippedLines(table),
    ...strangeRows(table),
    ...raggedRows(table),
    ...(misfits.length > 0 ? [misfitNotice(fromOne(misfits))] : []),
    ...(table.withNul.length > 0 ? [nulNotice(fromOne(table.withNul))] : []),
  ];
}

const fromOne = (rows: readonly number[]) => rows.map((row) => row + 1);

const skippedWords: Record<SkippedLine, { code: string; one: string; many: string; hint: string }> = {
  blank: { code: "blank-lines-skipped", one: "1 blank line", many: "blank lines", hint: "Nothing to do." },
  ghost: {
    code: "ghost-rows-skipped",
    one: "1 line of separators alone, without any value,",
    many: "lines of separators alone, without any value,",
    hint: "Nothing to do.",
  },
  header: {
    code: "header-repeated",
    one: "1 line that is the header again",
    many: "lines that are the header again",
    hint: "Check that the parts of the file belong together.",
  },
  comment: {
    code: "comment-lines-skipped",
    one: "1 line that begins with “#”, a comment,",
    many: "lines that begin with “#”, comments,",
    hint: "Delete the “#” in the file if it begins a patient’s row.",
  },
  rule: { code: "rules-skipped", one: "1 line of dashes", many: "lines of dashes", hint: "Nothing to do." },
};

function skippedLines({ skipped }: TableBuilder): Notice[] {
  return (Object.keys(skippedWords) as SkippedLine[]).flatMap((kind) => {
    const { count, lines } = skipped[kind];
    if (count === 0) return [];
    const { code, one, many, hint } = skippedWords[kind];
    const where = lines.length === 0 ? "" : ` (${rowsInWords(lines, count).replace("row", "line")} of the file)`;
    return [notice(code, count, `${count === 1 ? one : `${formatCount(count)} ${many}`} skipped${where}.`, hint)];
  });
}

/** What is unusual about single lines and rows, though nothing was changed. */
function strangeRows({ secondHeader, hashRows, lonely, restarts, nulInHeader, rows }: TableBuilder): Notice[] {
  const made: Notice[] = [];
  const [second] = restarts;
  if (second) {
    const count = rows - second.row;
    const at = Array.from({ length: count }, (_, place) => second.row + 1 + place);
    const message = `Another table may begin below an empty line, with ${quoted(second.names, 5)}: ${counted(count, "row")} (${rowsInWords(at)}) may be no patients.`;
    made.push(
      notice("second-table", count, message, "Delete it in the file, or save it as a file of its own.", { rows: at }),
    );
  }
  if (secondHeader.length > 0) {
    const texts = secondHeader.flat().filter((cell) => cell.trim() !== "");
    const message = `The line below the header holds units or labels, not a patient, and is skipped: ${quoted(texts, 5)}.`;
    made.push(notice("second-header", 1, message, "Say which line is the header if it is a patient’s row."));
  }
  if (hashRows.length > 0 && hashRows.length < 0.5 * rows) {
    const at = fromOne(hashRows);
    const message = `${counted(at.length, "row")} begin with “#”, as comments do, and are read as rows (${rowsInWords(at)}).`;
    made.push(notice("rows-with-hash", at.length, message, "Check that they are patients.", { rows: at }));
  }
  if (lonely.length > 0 && lonely.length < 0.5 * rows) {
    const at = fromOne(lonely.map(({ row }) => row));
    const texts = quoted([...new Set(lonely.map(({ text }) => text))], 3);
    const message = `${counted(at.length, "row")} with a single value: ${texts} (${rowsInWords(at)}).`;
    made.push(
      notice("rows-nearly-empty", at.length, message, "Check that they are patients and no notes.", { rows: at }),
    );
  }
  if (nulInHeader)
    made.push(
      notice("nul-removed", 0, "NUL characters removed from column names.", "Compare the names with the source."),
    );
  return made;
}

function raggedRows({ short, long, columns, rows }: TableBuilder): Notice[] {
  const made: Notice[] = [];
  if (short.length > 0) {
    const at = fromOne(short);
    const message = `${formatCount(short.length)} of ${counted(rows, "row")} with fewer cells than the ${counted(columns.length, "column")}; the cells lacking count as missing (${rowsInWords(at)}).`;
    made.push(notice("ragged-short", short.length, message, "Check these lines in the file.", { rows: at }));
  }
  if (long.length > 0) {
    const at = fromOne(long.map(({ row }) => row));
    const message = `${formatCount(long.length)} of ${counted(rows, "row")} with more cells than the ${counted(columns.length, "column")}; the surplus cells are set aside (${rowsInWords(at)}).`;
    made.push(
      notice(
        "ragged-long",
        long.length,
        message,
        "Check these lines: a text that holds the separator must stand in quotation marks.",
        { rows: at },
      ),
    );
  }
  return made;
}

function misfitNotice(rows: number[]): Notice {
  const what = rows.length === 1 ? "row with surplus cells does" : "rows with surplus cells do";
  const message = `${formatCount(rows.length)} ${what} not fit the columns; all their cells count as missing (${rowsInWords(rows)}).`;
  return notice("row-set-aside", rows.length, message, "Correct these lines in the file.", { rows });
}

function nulNotice(rows: number[]): Notice {
  const message = `NUL characters removed from cells of ${counted(rows.length, "row")} (${rowsInWords(rows)}).`;
  return notice(
    "nul-removed",
    rows.length,
    message,
    "The file may have been damaged on its way; compare these rows with the source.",
    { rows },
  );
}
