import { dayText, momentText } from "../epoch";
import { labelTexts } from "../valueLabels";
import { classesOf, isVector, type RStrings, type RValue, type RVector, stringsOf } from "./values";

/** A column as texts. */
export interface RColumn {
  text(row: number): string;
  numeric: boolean;
  labelled: boolean;
  /** Whether the user has declared the value of a row as missing. */
  declaredMissing(row: number): boolean;
  /** Moments without a time zone, which are read in UTC. */
  withoutZone: boolean;
}

const plain: Omit<RColumn, "text"> = {
  numeric: false,
  labelled: false,
  declaredMissing: () => false,
  withoutZone: false,
};

/** Null for what has no single text a row: lists, matrices, complex numbers. */
export function columnOf(value: RValue): RColumn | null {
  if (value.attributes.has("dim")) return null;
  if (value.kind === "strings") return texts(value);
  return isVector(value) ? vectorColumn(value) : null;
}

function texts(value: RStrings): RColumn {
  const labels = labelsOf(value);
  const written = (row: number) => value.values[row] ?? "";
  return {
    ...plain,
    labelled: labels.size > 0,
    text: (row) => labels.get(written(row)) ?? written(row).replaceAll("\0", ""),
  };
}

function vectorColumn(value: RVector): RColumn {
  const classes = classesOf(value);
  if (classes.includes("factor")) {
    const levels = stringsOf(value.attributes.get("levels"));
    return { ...plain, labelled: true, text: (row) => levels[value.at(row) - 1] ?? "" };
  }
  if (value.kind === "logical")
    return { ...plain, text: (row) => (Number.isNaN(value.at(row)) ? "" : value.at(row) ? "TRUE" : "FALSE") };
  if (classes.includes("integer64") && value.bits) {
    const { bits } = value;
    const missing = -(2n ** 63n);
    return { ...plain, numeric: true, text: (row) => (bits(row) === missing ? "" : String(bits(row))) };
  }
  const filled = (write: (number: number) => string) => (row: number) => {
    const number = value.at(row);
    return Number.isNaN(number) ? "" : write(number);
  };
  if (classes.includes("Date")) return { ...plain, text: filled(dayText) };
  if (classes.includes("POSIXct")) {
    const [zone] = stringsOf(value.attributes.get("tzone"));
    const shift = zone ? zoneShift(zone) : null;
    const write = (seconds: number) => momentText(seconds + (shift?.(seconds) ?? 0));
    return { ...plain, text: filled(write), withoutZone: shift === null };
  }
  return numbers(value, filled);
}

type Filled = (write: (number: number) => string) => (row: number) => string;

function numbers(value: RVector, filled: Filled): RColumn {
  const isMissing = declared(value);
  const labels = labelsOf(value, isMissing);
  const write = (number: number) => {
    if (isMissing(number)) return "";
    return labels.get(number) ?? (Number.isFinite(number) ? String(number) : number > 0 ? "Inf" : "-Inf");
  };
  return {
    ...plain,
    numeric: true,
    labelled: labels.size > 0,
    text: filled(write),
    declaredMissing: (row) => isMissing(value.at(row)),
  };
}

/** Labels of haven: a vector of values whose names are the labels. */
function labelsOf(value: RVector | RStrings, isMissing?: (value: number | string) => boolean) {
  const given = value.attributes.get("labels");
  const names = given ? stringsOf(given.attributes.get("names")) : [];
  const keys: (number | string | null)[] =
    given?.kind === "strings" ? given.values : isVector(given) ? names.map((_, place) => given.at(place)) : [];
  const pairs = keys.flatMap((key, place) =>
    key === null || Number.isNaN(key) || place >= names.length ? [] : [[key, names[place] ?? ""] as const],
  );
  return labelTexts(new Map(pairs), isMissing);
}

/** What SPSS was told to take for missing, as haven keeps it. */
function declared(value: RVector): (value: number | string) => boolean {
  const [single, range] = [value.attributes.get("na_values"), value.attributes.get("na_range")];
  const values = isVector(single) ? Array.from({ length: single.length }, (_, place) => single.at(place)) : [];
  const [low, high] = isVector(range) && range.length === 2 ? [range.at(0), range.at(1)] : [Number.NaN, Number.NaN];
  return (each) => typeof each === "number" && (values.includes(each) || (each >= low && each <= high));
}

/** How many seconds the clock of a zone is ahead of UTC; null where the zone is not known. */
function zoneShift(zone: string): ((seconds: number) => number) | null {
  if (/^(UTC|GMT)$/.test(zone)) return () => 0;
  try {
    const clock = new Intl.DateTimeFormat("en-u-hc-h23", {
      timeZone: zone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    return (seconds) => {
      const whole = Math.floor(seconds);
      const moment = new Date(1000 * whole);
      if (Number.isNaN(moment.getTime())) return 0;
      const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
      const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
      const shown = Date.UTC(
        part("year"),
        part("month") - 1,
        part("day"),
        part("hour"),
        part("minute"),
        part("second"),
      );
      return shown / 1000 - whole;
    };
  } catch {
    return null;
  }
}
