import { dayToIso } from "../dates";

/** Days from 1960-01-01, where SAS and Stata begin, to 1970-01-01. */
export const days1960 = 3653;

/** A day as 2020-01-31, from days since 1970-01-01; the number itself where it is none. */
export const dayText = (day: number): string => dayToIso(Math.floor(day)) || String(day);

/** A moment as 2020-01-31 13:05:00, from seconds since the beginning of 1970, rounded to seconds. */
export function momentText(seconds: number): string {
  const whole = Math.round(seconds);
  const day = Math.floor(whole / 86_400);
  const written = dayToIso(day);
  if (written === "") return String(seconds);
  const rest = whole - 86_400 * day;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${written} ${clock.map((part) => String(part).padStart(2, "0")).join(":")}`;
}
