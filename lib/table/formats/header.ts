import { dateShape } from "../dateText";
import { isMissingWord } from "../missing";
import { parseNumber } from "../numbers";

const isBlank = (cell: string) => cell.trim() === "";

/** A number or a date, however its marks are written. */
function isMeasure(cell: string): boolean {
  const text = cell.trim();
  return !Number.isNaN(parseNumber(text, ".")) || !Number.isNaN(parseNumber(text, ",")) || dateShape(text) !== null;
}

/**
 * Which of the first records is the header: the first that fills at least half of the width. Titles and notes above it
 * fill less, or are followed by a row of names before any row looks like data; a row of group names above the names
 * ("Baseline", "", "Outcome") is recognised by the fuller row of texts that follows it.
 */
export function headerRecord(records: readonly string[][], width: number): number {
  if (records.length === 0) return 0;
  const filled = (place: number) => records[place].filter((cell) => !isBlank(cell)).length;
  const below = (place: number) => records.slice(place + 1, place + 50);
  const last = Math.min(records.length - 1, 30);
  let place = 0;
  while (place < last && (filled(place) < 0.5 * width || (!isHeader(place) && namesFollow(place)))) place++;
  if (filled(place) < 0.5 * width) return 0;
  const gaps = records[place].length - filled(place);
  if (gaps >= 0.25 * width && place < last && filled(place + 1) > filled(place) && isNames(place + 1)) return place + 1;
  return place;

  /** A row of texts above columns of numbers or dates. */
  function isNames(at: number): boolean {
    const names = records[at];
    return (
      !names.some(isMeasure) && names.some((_, column) => below(at).some((record) => isMeasure(record[column] ?? "")))
    );
  }

  function isHeader(at: number): boolean {
    return records[at].length === width && isNames(at);
  }

  function namesFollow(before: number): boolean {
    const next = records.slice(before + 1, before + 11).findIndex((_, ahead) => isHeader(before + 1 + ahead));
    if (next < 0) return false;
    const found = before + 1 + next;
    return !records.slice(before, found).some((record) => looksLikeData(record, below(found)));
  }
}

/**
 * Whether a record is data rather than names: it has numbers or dates wherever the rows below mostly have them, codes
 * written as those below are ("P001" above "P002"), and no text that is strange to a column of few texts.
 */
export function looksLikeData(record: readonly string[], below: readonly string[][]): boolean {
  let alike = 0;
  for (let column = 0; column < record.length; column++) {
    const name = record[column].trim();
    const cells = below.map((row) => (row[column] ?? "").trim()).filter((cell) => !isMissingWord(cell));
    if (cells.length === 0 || isMissingWord(name)) continue;
    if (cells.filter(isMeasure).length >= 0.8 * cells.length) {
      if (!isMeasure(name)) return false;
      alike++;
      continue;
    }
    const shapes = new Set(cells.map(codeShape));
    if (shapes.size === 1 && !shapes.has("")) {
      if (!shapes.has(codeShape(name))) return false;
      alike++;
      continue;
    }
    const texts = new Set(cells);
    if (texts.size <= 0.5 * cells.length && !texts.has(name)) return false;
  }
  return alike > 0;
}

/** How a code is written: "A-9" for "AB-0012"; empty for texts without letters and digits both. */
function codeShape(text: string): string {
  if (text.length > 40 || !/\d/.test(text) || !/\p{L}/u.test(text)) return "";
  return text.replace(/\p{L}+/gu, "A").replace(/\d+/g, "9");
}

/**
 * Whether the record below the header is a second line of it, units or labels: texts in at least two columns that hold
 * numbers or dates in nearly all rows after it, and neither number nor date in any of them.
 */
export function isSecondHeader(record: readonly string[], below: readonly string[][]): boolean {
  let texts = 0;
  for (let column = 0; column < record.length; column++) {
    const cell = record[column].trim();
    if (isMissingWord(cell)) continue;
    if (isMeasure(cell)) return false;
    const cells = below.map((row) => (row[column] ?? "").trim()).filter((other) => !isMissingWord(other));
    if (cells.length > 1 && cells.filter(isMeasure).length >= 0.9 * cells.length) texts++;
  }
  return texts >= 2;
}
