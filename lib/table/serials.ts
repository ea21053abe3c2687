import { parseNumber } from "./numbers";

/** Days from 1899-12-30, where the 1900 system counts from after February 1900, to 1970-01-01. */
const from1900 = 25_569;
const from1904 = 24_107;

/**
 * A spreadsheet's day number as days since 1970-01-01, the time of day cut off; NaN for texts that are none. The 1900
 * system counts a 29 February 1900 that never was: serial 60 is no day, and those before it are one day later than the
 * rest would have them.
 */
export function serialDay(text: string, system: 1900 | 1904): number {
  const serial = Math.floor(parseNumber(text, "."));
  if (system === 1904) return serial >= 0 && serial < 2_957_004 ? serial - from1904 : Number.NaN;
  if (!(serial >= 1 && serial < 2_958_466) || serial === 60) return Number.NaN;
  return serial - from1900 + (serial < 60 ? 1 : 0);
}
