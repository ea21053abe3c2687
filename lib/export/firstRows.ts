/**
 * The header and first rows of a CSV text of ours (RFC 4180), and how many rows it has below its header: what a reader sees of a file before it is
 * opened. A byte order mark is none of the text.
 */
export function firstRows(text: string, most: number): { header: string[]; rows: string[][]; count: number } {
  const first: string[][] = [];
  let count = 0;
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.replace(/^\uFEFF/, "").matchAll(cell)) {
    if (count <= most) row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (count <= most) first.push(row);
    row = [];
    count++;
  }
  const [header = [], ...rows] = first;
  return { header, rows, count: Math.max(0, count - 1) };
}

/** A cell and what ends it. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g;
