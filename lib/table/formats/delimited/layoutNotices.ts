import { counted, rowsInWords } from "../../../format";
import { notice, quoted } from "../../notices/notice";
import type { Notice, Question, ReadingOptions } from "../../table";
import { headerJoined } from "../headerJoined";
import type { Layout } from "./layout";
import type { Pass } from "./pass";

/** What was found out about the file as text. */
export function layoutNotices(layout: Layout & { mixedEnds: boolean }, pass: Pass): Notice[] {
  const { hasHeader, rowNames, startLine, regular, width, headerRows } = layout;
  const preamble = headerRows?.above ? layout.preamble.slice(0, -1) : layout.preamble;
  const made = [...encodingNotices(pass), ...headerJoined(headerRows)];
  if (preamble.some((line) => line.trim() !== "")) {
    const message = `${counted(preamble.length, "line")} before ${hasHeader ? "the header" : "the first row"} skipped: ${quoted(
      preamble.filter((line) => line.trim() !== ""),
      3,
    )}.`;
    made.push(notice("preamble-skipped", preamble.length, message, "Say which line is the header if this is wrong."));
  }
  if (layout.mixedEnds)
    made.push(
      notice(
        "line-ends-mixed",
        1,
        "Lines end in different ways (CR, LF); each is read as the end of a line.",
        "Nothing to do.",
      ),
    );
  if (regular < 0.6) {
    const message = `Only ${Math.round(100 * regular)} % of the first lines have the same number of cells (${width}).`;
    made.push(notice("table-doubtful", 1, message, "Check that the file is a table, and its separator."));
  }
  if (!hasHeader) {
    const message = `No line with column names found: line ${startLine} is read as the first row, and columns are called by place.`;
    made.push(notice("no-header", 1, message, "Say which line is the header if there is one."));
  }
  if (rowNames) {
    made.push(
      notice(
        "row-names",
        1,
        "The first column numbers the rows and has no name; it is called “Row name”.",
        "Nothing to do.",
      ),
    );
  }
  if (width === 1 && pass.quotes !== "literal")
    made.push(notice("one-column", 1, "The file has only one column.", "Choose the separator if it has more."));
  return made;
}

function encodingNotices({ encoding, cutOff, firstFault, quotes }: Pass): Notice[] {
  const made: Notice[] = [];
  if (encoding.guessed) {
    const message = `The file does not say how its letters are encoded and is not UTF-8; it is read as ${encoding.label}.`;
    made.push(notice("encoding-guessed", 1, message, "Choose another encoding if letters look wrong."));
  }
  if (cutOff) {
    made.push(
      notice(
        "file-cut-off",
        1,
        "The last letter of the file is incomplete: the file may have been cut off.",
        "Fetch the file again.",
      ),
    );
  }
  if (quotes === "backslash")
    made.push(
      notice(
        "backslash-quotes",
        1,
        "Quotation marks inside cells are written with a backslash before them.",
        "Nothing to do.",
      ),
    );
  if (firstFault?.doubtful && quotes === "trusting") {
    const message = `A cell in quotation marks from line ${firstFault.line} on runs over lines that look like rows of their own.`;
    made.push(notice("quote-doubtful", 1, message, "Check this line, or read quotation marks as ordinary characters."));
  }
  return made;
}

/** Rows that keep a quotation mark, where marks were read as ordinary characters. */
export function strayQuotes(rows: number[], inHeader: boolean): Notice[] {
  if (rows.length === 0 && !inHeader) return [];
  const where = [...(inHeader ? ["the header"] : []), ...(rows.length > 0 ? [counted(rows.length, "row")] : [])];
  const which = rows.length > 0 ? ` (${rowsInWords(rows)})` : "";
  const message = `A quotation mark in ${where.join(" and ")} is not closed where its cell ends or stands inside it; it is read as an ordinary character${which}.`;
  return [notice("stray-quote", rows.length, message, "Check these rows in the file.", { rows })];
}

const separatorNames = new Map([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "upright bar"],
]);

/** Asked where another separator fits nearly as well. */
export function whichSeparator({ separator, width, records, rivals }: Layout, options: ReadingOptions): Question[] {
  if (rivals.length === 0 || options.separator !== undefined) return [];
  const fits = [{ separator, width, records }, ...rivals];
  const named = (each: { separator: string; width: number }) =>
    `${separatorNames.get(each.separator) ?? "blank"}: ${counted(each.width, "column")}`;
  const message = `More than one separator fits the file; it is read with the ${named(fits[0])}.`;
  const choices = fits.map((each) => ({
    label: named(each),
    options: { separator: each.separator },
    preview: each.records.slice(0, 3).map(({ cells }) => cells.slice(0, 6).map((cell) => cell.slice(0, 40))),
  }));
  return [
    { ...notice("separator-open", fits.length, message, "Choose the one that separates your columns."), choices },
  ];
}
