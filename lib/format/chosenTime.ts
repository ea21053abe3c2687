import { numberInWords } from "./plainNumber";

/**
 * A time that was chosen, in the unit it is shown in: as it was written where six digits hold it ("12", "365.25"), else
 * three ("0.0821", of 30 days in years).
 */
export function chosenTime(time: number): string {
  const written = Number(time.toPrecision(6));
  const exact = Math.abs(time - written) <= 1e-12 * Math.abs(time);
  return numberInWords(exact || Math.abs(time) >= 1000 ? written : Number(time.toPrecision(3)));
}

/**
 * A time that numbers reach up to, as the end of a common follow-up: one decimal, under 10 two ("58.7", "8.99"), below
 * 0.1 two digits. Files of numbers have it at full precision.
 */
export function limitTime(time: number): string {
  const size = Math.abs(time);
  return numberInWords(Number(size < 0.1 ? time.toPrecision(2) : time.toFixed(size < 10 ? 2 : 1)));
}
