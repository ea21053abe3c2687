/**
 * A P value without its leading zero: two significant digits from .01 up, three between .045 and .055, four where that would still read
 * .050 (so that .0499 and .0504 stay apart), three decimals from .001 to .01, "< .001" below. NaN reads "NE".
 */
export function formatP(p: number): string {
  if (Number.isNaN(p)) return "NE";
  if (p < 0.001) return "< .001";
  if (p < 0.01) return withoutZero(p.toFixed(3));
  if (p < 0.045 || p > 0.055) return withoutZero(p.toPrecision(2));
  const three = p.toPrecision(3);
  return withoutZero(three === "0.0500" ? p.toPrecision(4) : three);
}

/** "P = .013", "P < .001", as it stands in a sentence. */
export function pInWords(p: number): string {
  const text = formatP(p);
  return text.startsWith("<") ? `P ${text}` : `P = ${text}`;
}

const withoutZero = (text: string) => text.replace(/^0\./, ".");
