const powers = Array.from({ length: 16 }, (_, power) => 10 ** power);
const exponent = /^[eE][+-]?\d{1,4}$/;

/**
 * A trimmed text as a number: optional sign (+, −, U+2212), digits with at most one `decimal` mark, optional exponent.
 * NaN for everything else: blanks, "12 mo", "0x1F", "1,234" with a decimal point, "Inf", and numbers too large to be
 * finite.
 */
export function parseNumber(text: string, decimal: "." | ","): number {
  const mark = decimal === "." ? 46 : 44;
  const sign = text.charCodeAt(0);
  const signed = sign === 45 || sign === 43 || sign === 0x2212;
  let at = signed ? 1 : 0;
  let mantissa = 0;
  let digits = 0;
  let fraction = -1;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = 10 * mantissa + digit;
      digits++;
      if (fraction >= 0) fraction++;
    } else if (digit === mark - 48 && fraction < 0) fraction = 0;
    else break;
  }
  if (digits === 0) return Number.NaN;
  // Up to 15 digits the mantissa and the power of ten are exact, so that one division rounds correctly.
  if (at < text.length || digits > 15) return parseLong(text, decimal, at);
  const size = fraction > 0 ? mantissa / powers[fraction] : mantissa;
  return signed && sign !== 43 ? -size : size;
}

function parseLong(text: string, decimal: "." | ",", end: number): number {
  if (end < text.length && !exponent.test(text.slice(end))) return Number.NaN;
  const value = Number(text.replace("\u2212", "-").replace(decimal, "."));
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * Digits that begin with a superfluous zero ("007"), or more of them than a number can keep apart: a code rather than a
 * quantity.
 */
export function looksLikeCode(text: string): boolean {
  return (text.charCodeAt(0) === 48 || text.length > 15) && /^(0\d+|\d{16,})$/.test(text);
}
