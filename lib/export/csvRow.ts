/**
 * One line of a CSV file (RFC 4180, without its end). Numbers stand at full precision, NaN as NA. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front; numbers never do.
 */
export function csvRow(cells: readonly (string | number)[]): string {
  return cells.map((cell) => (typeof cell === "number" ? number(cell) : quoted(neutral(cell)))).join(",");
}

const number = (value: number) => (Number.isNaN(value) ? "NA" : String(value));
/** A text that a spreadsheet would run gets an apostrophe in front. */
export const neutral = (text: string) => (/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
