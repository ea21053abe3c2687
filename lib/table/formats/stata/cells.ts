import { dayFromCalendar } from "../../dates";
import { beginsWith } from "../bytes";
import { days1960, dayText, momentText } from "../epoch";
import type { StataHeader, StataVariable } from "./header";

/**
 * The number at a place, or the letter of what is missing: "" for the plain ".", else ".a" to ".z". Source: help dta,
 * 5.2 and 5.3.
 */
export function numberAt(data: DataView, at: number, type: StataVariable["type"], little: boolean): number | string {
  switch (type) {
    case "byte":
      return orMissing(data.getInt8(at), 100);
    case "int":
      return orMissing(data.getInt16(at, little), 32_740);
    case "long":
      return orMissing(data.getInt32(at, little), 2_147_483_620);
    case "float": {
      const bits = data.getUint32(at, little);
      return bits >= 0x7f000000 && bits < 0x80000000
        ? missing(Math.floor((bits - 0x7f000000) / 0x800))
        : data.getFloat32(at, little);
    }
    default: {
      const bits = data.getUint32(little ? at + 4 : at, little);
      return bits >= 0x7fe00000 && bits < 0x80000000
        ? missing(Math.floor((bits - 0x7fe00000) / 0x100))
        : data.getFloat64(at, little);
    }
  }
}

const orMissing = (value: number, most: number) => (value > most ? missing(value - most - 1) : value);
const missing = (place: number) => (place >= 1 && place <= 26 ? `.${String.fromCharCode(96 + place)}` : "");

/** How a format shows numbers: as a day, a moment, a month … of a calendar; null for a mere number. */
export function calendarOf(format: string): ((value: number) => string) | null {
  const unit = /^%-?(t[cCdwmqhyb]|d)/.exec(format)?.[1];
  switch (unit) {
    case "d":
    case "td":
      return (value) => dayText(value - days1960);
    case "tc":
      return (value) => momentText(value / 1000 - 86_400 * days1960);
    case "tC":
      return (value) => momentText(withoutLeaps(value / 1000) - 86_400 * days1960);
    case "tm":
      return (value) => parts(value, 12, (year, month) => `${year}-${String(month).padStart(2, "0")}`);
    case "tw":
      return (value) => parts(value, 52, (year, week) => `${year}w${week}`);
    case "tq":
      return (value) => parts(value, 4, (year, quarter) => `${year}q${quarter}`);
    case "th":
      return (value) => parts(value, 2, (year, half) => `${year}h${half}`);
    default:
      return null;
  }
}

function parts(value: number, ofYear: number, write: (year: number, part: number) => string): string {
  if (!Number.isInteger(value)) return String(value);
  const year = 1960 + Math.floor(value / ofYear);
  return write(year, value - ofYear * (year - 1960) + 1);
}

/** The first days after a leap second. Source: IERS, Bulletin C. */
const afterLeaps = (
  "1972-07 1973-01 1974-01 1975-01 1976-01 1977-01 1978-01 1979-01 1980-01 1981-07 1982-07 1983-07 1985-07 1988-01 " +
  "1990-01 1991-01 1992-07 1993-07 1994-07 1996-01 1997-07 1999-01 2006-01 2009-01 2012-07 2015-07 2017-01"
)
  .split(" ")
  .map((month) => 86_400 * (dayFromCalendar(Number(month.slice(0, 4)), Number(month.slice(5)), 1) + days1960));

function withoutLeaps(seconds: number): number {
  const leaps = afterLeaps.filter((start, place) => seconds >= start + place + 1).length;
  return seconds - leaps;
}

/** Long texts by the variable and row that they are kept for; those with bytes that are no text are null. */
export type LongTexts = Map<string, Uint8Array | null>;

export function readLongTexts(bytes: Uint8Array, { longTexts, little, release }: StataHeader): LongTexts {
  const found: LongTexts = new Map();
  if (longTexts === null) return found;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = longTexts;
  while (beginsWith(bytes, "GSO", at)) {
    const variable = data.getUint32(at + 3, little);
    const row = release === 117 ? data.getUint32(at + 7, little) : Number(data.getBigUint64(at + 7, little));
    at += release === 117 ? 11 : 15;
    const [kind, length] = [data.getUint8(at), data.getUint32(at + 1, little)];
    at += 5;
    if (at + length > bytes.length) throw new RangeError("long text cut off");
    const text = bytes.subarray(at, kind === 130 ? at + Math.max(0, length - 1) : at + length);
    found.set(`${variable} ${row}`, kind === 130 ? text : null);
    at += length;
  }
  if (!beginsWith(bytes, "</strls>", at)) throw new RangeError("long texts cut off");
  return found;
}

/** Which long text a cell refers to; "0 0" is the empty one. */
export function longTextAt(data: DataView, at: number, { little, release }: StataHeader): string {
  if (release === 117) return `${data.getUint32(at, little)} ${data.getUint32(at + 4, little)}`;
  const bytes = release === 118 ? 2 : 3;
  const part = (start: number, length: number) => {
    let value = 0;
    for (let place = 0; place < length; place++)
      value = 256 * value + data.getUint8(start + (little ? length - 1 - place : place));
    return value;
  };
  return `${part(at, bytes)} ${part(at + bytes, 8 - bytes)}`;
}
