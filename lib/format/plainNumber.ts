import { withDecimalSign } from "./numberStyle";

const written = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 12, useGrouping: false });

/**
 * A number that somebody chose or a file holds, as it is written by hand: "35.48", "−0.5", "1000000". Neither the noise
 * of arithmetic (35.48000000000001) nor an exponent; what is no number reads "NE". A computed one belongs to the other
 * functions here. Always with a decimal point, as names and machines need it; in words it is `numberInWords`.
 */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return "NE";
  if (Math.abs(value) < 1e-12) return "0";
  return written.format(value).replace("-", "−");
}

const bound = "[−-]?\\d+(?:\\.\\d+)?";
const bounds = new RegExp(`^[<>≤≥] ?${bound}$|^(?:[<>] )?${bound}(?:(?:–| to (?:[<≤] )?)${bound})?$`);

/** A name that is nothing but a number or its bounds, "1.5–3", "> 10.5 to 20", in the style; any other as it is. */
export const nameInStyle = (name: string): string =>
  bounds.test(name) ? name.replaceAll(".", withDecimalSign(".")) : name;

/** The same number in words, with the decimal sign of the style. */
export const numberInWords = (value: number): string => withDecimalSign(plainNumber(value));
