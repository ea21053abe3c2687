import { counted, rowsInWords } from "../../format";
import type { Notice } from "../table";
import type { TableBuilder } from "../tableBuilder";
import { notice } from "./notice";

/** What happened to whole rows and lines. `misfits` are rows with surplus cells whose cells were all set aside. */
export function rowNotices(table: TableBuilder, misfits: number[]): Notice[] {
  return [
    ...skippedLines(table),
    ...raggedRows(table),
    ...(misfits.length > 0 ? [misfitNotice(fromOne(misfits))] : []),
    ...(table.withNul.length > 0 ? [nulNotice(fromOne(table.withNul))] : []),
  ];
}

const fromOne = (rows: readonly number[]) => rows.map((row) => row + 1);

function skippedLines({ blankLines, ghostRows, repeatedHeaders }: TableBuilder): Notice[] {
  const made: Notice[] = [];
  if (blankLines > 0)
    made.push(
      notice("blank-lines-skipped", blankLines, `${counted(blankLines, "blank line")} skipped.`, "Nothing to do."),
    );
  if (ghostRows > 0) {
    const message = `${counted(ghostRows, "line")} of separators alone, without any value, skipped.`;
    made.push(notice("ghost-rows-skipped", ghostRows, message, "Nothing to do."));
  }
  if (repeatedHeaders > 0) {
    const message = `The header comes again ${repeatedHeaders === 1 ? "once" : `${repeatedHeaders} times`} among the rows; these lines are skipped.`;
    made.push(notice("header-repeated", repeatedHeaders, message, "Check that the parts of the file belong together."));
  }
  return made;
}

function raggedRows({ short, long, columns, rows }: TableBuilder): Notice[] {
  const made: Notice[] = [];
  if (short.length > 0) {
    const at = fromOne(short);
    const message = `${short.length} of ${counted(rows, "row")} with fewer cells than the ${columns.length} columns; the cells lacking count as missing (${rowsInWords(at)}).`;
    made.push(notice("ragged-short", short.length, message, "Check these lines in the file.", { rows: at }));
  }
  if (long.length > 0) {
    const at = fromOne(long.map(({ row }) => row));
    const message = `${long.length} of ${counted(rows, "row")} with more cells than the ${columns.length} columns; the surplus cells are set aside (${rowsInWords(at)}).`;
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
  const message = `${rows.length} ${what} not fit the columns; all their cells count as missing (${rowsInWords(rows)}).`;
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
