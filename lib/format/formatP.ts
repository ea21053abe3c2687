import { plainDecimals } from "./decimals";
import { numberStyle, withDecimalSign } from "./numberStyle";

/**
 * A P value, in plain style without its leading zero: two significant digits from .01 up, three between .045 and .055,
 * four where that would still read .050 (so that .0499 and .0504 stay apart), three decimals from .001 to .01, "< .001"
 * below and "> .99" above. Its written number is rounded half up. NaN reads "NE".
 */
export function formatP(p: number): string {
  if (Number.isNaN(p)) return "NE";
  if (p < 0.001) return `< ${limitOfP(0.001)}`;
  if (p > 0.99) return `> ${limitOfP(0.99)}`;
  return inStyle(plainDecimals(p, numberStyle().digitsOfP === "nejm" ? fewDigits(p) : digitsOf(p)));
}

/** A level that P is compared with, as it was chosen: ".05". */
export const limitOfP = (level: number): string => inStyle(String(level));

const inStyle = (plain: string) => withDecimalSign(numberStyle().zeroOfP ? plain : plain.replace(/^0\./, "."));

function digitsOf(p: number): number {
  if (p < 0.045) return 3;
  if (p <= 0.055) return plainDecimals(p, 4) === "0.0500" ? 5 : 4;
  return p < 0.0995 ? 3 : 2;
}

/** Three below .01, else two; but as many as tell on which side of .05 it lies. */
function fewDigits(p: number): number {
  if (p < 0.00995) return 3;
  return [2, 3, 4].find((digits) => Number(plainDecimals(p, digits)) !== 0.05) ?? 5;
}

/** "P = .013", "P < .001", as it stands in a sentence. */
export function pInWords(p: number): string {
  if (Number.isNaN(p)) return `P not estimable`;
  const text = formatP(p);
  return /^[<>]/.test(text) ? `P ${text}` : `P = ${text}`;
}
