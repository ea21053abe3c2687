import Papa from "papaparse";

/** A record of the file: its cells as written, and the line on which it starts. */
export type RecordSink = (cells: string[], line: number) => void;

/**
 * How quotation marks are read. "strict": round cells, and any that is not closed where its cell ends is a fault, as is
 * a cell over several lines that would be whole records without its marks. "backslash": the same, where a mark inside
 * is written \\". "trusting": the latter is no fault. "literal": marks are ordinary characters, save round a whole
 * cell.
 */
export type Quotes = "strict" | "backslash" | "trusting" | "literal";

export interface QuoteFault {
  /** The line on which the record starts. */
  line: number;
  doubtful: boolean;
  /** The text about it has quotation marks behind backslashes. */
  backslashes: boolean;
}

export interface RecordReader {
  /** Takes the next stretch of text and hands on the records that end in it; `last` says that no text follows. */
  push(text: string, last: boolean): QuoteFault | null;
}

/** No record of a table is longer than this; a longer one is a quotation mark that was never closed. */
const longestRecord = 8 << 20;

/** Characters handed to the parser at a time. */
const piece = 1 << 16;

/**
 * Cuts text into records with PapaParse's incremental parser. `newline` is "\r" for files of the old Macintosh, else
 * "\n", with or without "\r" before it.
 */
export function recordReader(
  separator: string,
  newline: "\n" | "\r",
  quotes: Quotes,
  firstLine: number,
  sink: RecordSink,
): RecordReader {
  const parser = new Papa.Parser({
    delimiter: separator,
    newline,
    ...(quotes === "literal" ? { fastMode: true } : {}),
    ...(quotes === "backslash" ? { escapeChar: "\\" } : {}),
  });
  let rest = "";
  let line = firstLine;
  let width = -1;

  const hand = (records: string[][], consumed: string): QuoteFault | null => {
    const regular = count(consumed, newline) === records.length;
    for (const record of records) {
      if (width < 0) width = record.length;
      const height = regular ? 1 : 1 + record.reduce((sum, cell) => sum + count(cell, newline), 0);
      if (
        height > 1 &&
        (quotes === "strict" || quotes === "backslash") &&
        holdsRecords(record, separator, newline, width)
      )
        return { line, doubtful: true, backslashes: record.some((cell) => cell.includes('\\"')) };
      sink(quotes === "literal" ? record.map(unquoted) : record, line);
      line += height;
    }
    return null;
  };

  const parse = (text: string, last: boolean): QuoteFault | null => {
    const pending = withLineFeeds(rest + text, newline);
    const complete = last && !pending.endsWith(newline) ? pending + newline : pending;
    const { data, errors, meta } = parser.parse(complete, 0, !last) as Papa.ParseResult<string[]>;
    // The parser takes the end of the last line for the start of an empty one.
    if (last) data.pop();
    const end = last ? complete.length : meta.cursor;
    rest = complete.slice(end);
    // An error in the record that is still incomplete only says that it is incomplete.
    const error = errors.find(({ type, row = 0 }) => type === "Quotes" && (last || row < data.length));
    const whole = error ? data.slice(0, error.row) : data;
    const fault = hand(whole, error ? "" : complete.slice(0, end));
    const backslashes = complete.includes('\\"');
    if (fault || !error) return fault ?? (rest.length > longestRecord ? { line, doubtful: false, backslashes } : null);
    return { line, doubtful: false, backslashes };
  };

  return {
    push(text, last) {
      // Small pieces are several times faster: their cells are gone before the garbage collector comes round.
      for (let start = 0; ; ) {
        const end = start + Math.max(piece, 2 * rest.length);
        const fault = parse(text.slice(start, end), last && end >= text.length);
        if (fault || end >= text.length) return fault;
        start = end;
      }
    },
  };
}

/** Line ends of two characters become one, inside quotation marks too. */
const withLineFeeds = (text: string, newline: string) =>
  newline === "\n" && text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;

/** Whether the lines of the record, without quotation marks, would all be records of this width. */
function holdsRecords(record: string[], separator: string, newline: string, width: number): boolean {
  return (
    width > 1 &&
    record
      .join(separator)
      .split(newline)
      .every((line) => count(line, separator) === width - 1)
  );
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) found++;
  return found;
}

function unquoted(cell: string): string {
  const text = cell.trimEnd();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : cell;
}
