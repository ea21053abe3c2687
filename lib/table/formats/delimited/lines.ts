/**
 * A stretch of a file without its line end; `start` and `end` are places in the text, `next` is where the following
 * line begins.
 */
export interface Line {
  text: string;
  start: number;
  next: number;
}

export type LineEnd = "lf" | "crlf" | "cr";

/** The line end that is most frequent outside quotation marks in the first 64,000 characters. */
export function lineEnd(text: string): LineEnd {
  const sample = text.slice(0, 1 << 16).replace(/"[^"]*"/g, "");
  const pairs = sample.match(/\r\n/g)?.length ?? 0;
  const feeds = (sample.match(/\n/g)?.length ?? 0) - pairs;
  const returns = sample.match(/\r(?!\n)/g)?.length ?? 0;
  if (returns > pairs + feeds) return "cr";
  return pairs >= feeds && pairs > 0 ? "crlf" : "lf";
}

/**
 * Whether some lines of a file end in "\r" alone and others do not, outside quotation marks, in the first 64,000
 * characters.
 */
export function hasLoneReturns(text: string): boolean {
  const sample = text.slice(0, 1 << 16).replace(/"[^"]*"/g, "");
  const returns = sample.match(/\r(?!\n)./gs)?.length ?? 0;
  const feeds = sample.match(/\n/g)?.length ?? 0;
  return feeds > 0 && returns > 0.1 * (returns + feeds);
}

/**
 * The text with those line ends written as all others; its length stays. One at the very end may be half of a pair,
 * unless the file ends.
 */
export const withoutLoneReturns = (text: string, last: boolean): string =>
  text.replace(last ? /\r(?!\n)/g : /\r(?!\n|$)/g, "\n");

export const newlineOf = (end: LineEnd): "\n" | "\r" => (end === "cr" ? "\r" : "\n");

/** The first `most` lines of a text. */
export function firstLines(text: string, newline: "\n" | "\r", most: number): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length && lines.length < most; ) {
    const found = text.indexOf(newline, start);
    const end = found < 0 ? text.length : found;
    const next = found < 0 ? text.length : found + 1;
    lines.push({ text: text.slice(start, end).replace(/\r$/, ""), start, next });
    start = next;
  }
  return lines;
}
