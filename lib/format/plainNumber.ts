const written = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 12, useGrouping: false });

/**
 * A number that somebody chose or a file holds, as it is written by hand: "35.48", "−0.5", "1000000". Neither the noise
 * of arithmetic (35.48000000000001) nor an exponent; what is no number reads "NE". A computed one belongs to the other
 * functions here.
 */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return "NE";
  if (Math.abs(value) < 1e-12) return "0";
  return written.format(value).replace("-", "−");
}
