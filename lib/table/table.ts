import type { Problem } from "../result";
import type { ValueLabel } from "./codeBook/choicesIn";
import type { CodeBook } from "./codeBook/codeBook";

/**
 * The different texts of a column, as written (outer blanks trimmed): `levels[codes[row]]`; code −1 is a blank cell, NA
 * or ".".
 */
export interface Written {
  codes: Int32Array;
  /** In order of first appearance. */
  levels: string[];
}

export interface CategoryColumn {
  kind: "category";
  name: string;
  written: Written;
  /** The levels stand in their order, as those of a cut number do; "shown": that is how they are shown, and no order. */
  ordered?: true | "shown";
}

export interface NumberColumn {
  kind: "number";
  name: string;
  /** NaN where missing or not a number. */
  values: Float64Array;
  /** Present while the column has few different texts, so that it can also serve as an event or group column. */
  written: Written | null;
}

export interface DateColumn {
  kind: "date";
  name: string;
  /** Days since 1970-01-01 as calendar days, no time zone; NaN where missing or no date. */
  days: Float64Array;
  written: Written | null;
}

export type Column = CategoryColumn | NumberColumn | DateColumn;

/** How the file was read: every choice here can be changed and the file read again. */
export interface Reading {
  format: "delimited" | "workbook" | "parquet" | "transport" | "spss" | "json" | "stata" | "r" | "sas";
  /** The file was packed and has been unpacked on the way. */
  packed: "gzip" | "zip" | null;
  encoding: string;
  bom: boolean;
  separator: string;
  decimal: "." | ",";
  newline: "lf" | "crlf" | "cr";
  /** 1-based line (workbook: sheet row) of the header; 0 where the file has none and columns are called "Column 1" … */
  header: number;
  /** Lines before the header: titles, `#` lines, `sep=`, blank lines. */
  preamble: string[];
  /** Lines after the header that are empty, and lines of separators alone; they are no rows. */
  blankLines: number;
  ghostRows: number;
  /** Up to three lines with letters beyond ASCII, to judge the encoding by. */
  accented: string[];
  sheet: string | null;
  sheets: string[];
}

/** What was noticed while reading; nothing is dropped, added or converted without one. */
export interface Notice extends Problem {
  /** Cells, rows, lines or columns concerned, as the code says. */
  count: number;
  columns?: string[];
}

/**
 * Something only the user can decide. Until then the cells concerned wait: they are in `unparsed`, or the column stays
 * text.
 */
export interface Question extends Notice {
  choices: ReadingChoice[];
}

/** One answer: a change to the reading options, to be merged (columns by name) before the file is read again. */
export interface ReadingChoice {
  label: string;
  options: ReadingOptions;
  /** The first records as this choice cuts them. */
  preview?: string[][];
}

/** What the board file may say about one column before it is read. */
export interface ColumnReading {
  name: string;
  kind?: Column["kind"];
  /** Settles "1,234": with the decimal mark "," it is a little more than one, with "." it is more than a thousand. */
  decimal?: "." | ",";
  /** A unit that stands in the cells and is cut off: "mo" in "12 mo". */
  suffix?: string;
  /** What 03/04/2020 means. */
  dateOrder?: "dmy" | "mdy";
  /** First year of the hundred that two-digit years fall into: 1925 reads 24 as 2024 and 25 as 1925. */
  centuryFrom?: number;
  /** Numbers that are days of a spreadsheet: 1900 counts from 1899-12-30, 1904 from 1904-01-01. */
  serial?: 1900 | 1904;
  /**
   * "<0.5", ">200" and "8.0+": left out (the default), read as the limit, "<0.5" as half of it, or as times that are
   * censored there, which a column of its own says beside the numbers.
   */
  limits?: "leaveOut" | "limit" | "half" | "censored";
  /** "5.5*" and "12 (a)", numbers with the mark of a footnote: left out (the default), or read without the mark. */
  footnotes?: "leaveOut" | "read";
  /** "05/2020" and "Jan-18": left out (the default), or read as the first, the 15th or the last day of the month. */
  dayOfMonth?: "leaveOut" | "first" | "middle" | "last";
  /** Stretches of time with their units, "2y 3m", as numbers of this one; a number without a unit is none. */
  duration?: "days" | "months" | "years";
  /** Texts that mean "no value" here beside the usual ones, such as "999"; an empty list says that there are none. */
  missing?: readonly string[];
  /** Usual missing words that are values here: "NA" for a country. */
  notMissing?: readonly string[];
  /** Blanks at the start and end of its cells stay. */
  blanks?: "kept";
  /** What its values are called; they are read as these labels. An empty list says that they stay as they are. */
  labels?: readonly ValueLabel[];
}

/** Choices of the board file about reading; what is absent is found out from the file. */
export interface ReadingOptions {
  encoding?: string;
  separator?: string;
  decimal?: "." | ",";
  /** 1-based line (workbook: sheet row) of the header; 0 says that there is none. */
  header?: number;
  sheet?: string;
  /** Quotation marks are ordinary characters. */
  quotes?: "literal";
  /** Which column has no name where the header has one name fewer than the rows have cells. */
  unnamed?: "first" | "last";
  /** 1-based line (workbook: sheet row) at which the table ends; 0: where the file does. */
  lastLine?: number;
  /** The rows of the file are its columns: patients stand side by side. */
  turned?: boolean;
  /** Sheets of the same columns that are one table, with a column of their names. */
  stacked?: readonly string[];
  /** A code book that came beside the file. */
  codeBook?: CodeBook;
  columns?: readonly ColumnReading[];
}

/** Cells of one column with the same text: how many, and the rows (from 0, in order) of the first 10,000. */
export interface CellsAlike {
  count: number;
  rows: number[];
}

/**
 * Numbers of a column without kept texts that are written otherwise than the number itself, and the first 10,000 of
 * them; rows from 0, in order.
 */
export interface RespelledCells {
  /** "," where the comma is the decimal mark of the column. */
  decimal: "." | ",";
  /** Cells with thousands marks, a suffix or a limit; those with a mere decimal comma are not among them. */
  cells: { row: number; text: string }[];
}

/**
 * How many cells had outer blanks, and the first 10,000 of them (rows from 0, in order) with their texts as the file
 * has them.
 */
export interface TrimmedCells {
  count: number;
  cells: { row: number; text: string }[];
}

/**
 * A file as columns of equal length. Row n of messages is data row n, counted from 1; `row` indices in code count from
 * 0.
 */
export interface Table {
  rows: number;
  columns: Column[];
  reading: Reading;
  /** What was noticed on the way, in the order it was met. */
  notices: Notice[];
  questions: Question[];
  /** What the values of columns mean, by a code book in the file or beside it; of columns that have such values. */
  codeBook: CodeBook | null;
  /**
   * Cells that are neither missing nor of their column's kind, every one in row order: left missing, never coerced. By
   * column name.
   */
  unparsed: Map<string, { row: number; text: string }[]>;
  /** Missing words other than the empty cell, per column name: the cells of each that were read as missing. */
  missingWords: Map<string, Map<string, CellsAlike>>;
  /** Cells whose outer blanks were cut, per column name. */
  trimmed: Map<string, TrimmedCells>;
  /** Rows (from 0) whose cell has the value of the one above that it is merged with, per column name. */
  filledDown: Map<string, number[]>;
  /** Numbers and dates that are written specially, of columns whose texts are not kept; per column name. */
  respelled: Map<string, RespelledCells>;
  /**
   * Where the line in the file is not `row` + a constant: from `row` on, data row r starts on line `line + r − row`.
   * Starts with row 0.
   */
  lines: { row: number; line: number }[];
}
