import { withDecimalSign } from "./numberStyle";

/** A number with a fixed number of decimals, in the style of the board. */
export const decimals = (value: number, digits: number): string => withDecimalSign(plainDecimals(value, digits));

/** The same with a decimal point, as arithmetic takes it: a number with a fixed number of decimals, its shortest decimal form rounded half away from zero: 5.85 reads 5.9. What is none reads "NE". */
export function plainDecimals(value: number, digits: number): string {
  if (!Number.isFinite(value)) return "NE";
  if (Math.abs(value) >= 1e15) return BigInt(value).toString().replace("-", "−");
  const scaled = Math.round(shifted(Math.abs(value), digits));
  const text = shifted(scaled, -digits).toFixed(digits);
  return value < 0 && scaled > 0 ? `−${text}` : text;
}

/** value × 10^digits by moving the decimal point of its shortest decimal form, so that 5.85 becomes 58.5 and not 58.49999. */
function shifted(value: number, digits: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}
