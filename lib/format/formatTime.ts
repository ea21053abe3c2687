import { decimals } from "./decimals";
import { withDecimalSign } from "./numberStyle";
import { numberInWords } from "./plainNumber";

/**
 * A time or a difference of times for reading: one decimal, none from 100 up, two significant digits below 0.1, and "< 0.001" for what is nearer to
 * 0 than half of that. Whole days stay whole.
 * `unit` is the unit the time is in, such as "days".
 */
export function formatTime(time: number, unit?: string): string {
  const size = Math.abs(time);
  if (!Number.isFinite(time)) return "NE";
  if (size >= 99.95 || (unit === "days" && Number.isInteger(time))) return decimals(time, 0);
  if (size >= 0.1 || size === 0) return decimals(time, 1);
  const least = withDecimalSign("0.001");
  if (size < 0.0005) return time < 0 ? `> −${least}` : `< ${least}`;
  return numberInWords(Number(time.toPrecision(2)));
}
