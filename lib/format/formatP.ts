import { decimals } from "./decimals";

/**
 * A P value without its leading zero: two significant digits from .01 up, three between .045 and .055, four where that
 * would still read .050 (so that .0499 and .0504 stay apart), three decimals from .001 to .01, "< .001" below and ">
 * .99" above. Its written number is rounded half up. NaN reads "NE".
 */
export function formatP(p: number): string {
  if (Number.isNaN(p)) return "NE";
  if (p < 0.001) return "< .001";
  if (p > 0.99) return "> .99";
  return decimals(p, digitsOf(p)).replace(/^0\./, ".");
}

function digitsOf(p: number): number {
  if (p < 0.045) return 3;
  if (p <= 0.055) return decimals(p, 4) === "0.0500" ? 5 : 4;
  return p < 0.0995 ? 3 : 2;
}

/** "P = .013", "P < .001", as it stands in a sentence. */
export function pInWords(p: number): string {
  if (Number.isNaN(p)) return "P not estimable";
  const text = formatP(p);
  return /^[<>]/.test(text) ? `P ${text}` : `P = ${text}`;
}
