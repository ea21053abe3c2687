/**
 * The numbers of a text: "12, 24", "10 to 60", "10–60"; a decimal comma counts where no blank follows it. NaN for what
 * is none, and for "1,000": that may be a thousand or one.
 */
export const numbersIn = (text: string): number[] =>
  text
    .replace(/(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,])/g, "either")
    .replace(/(\d),(?=\d)/g, "$1.")
    .split(/\s*(?:,|;|to|–|\s)\s*/)
    .filter((part) => part !== "")
    .map((part) => Number(part.replace("−", "-")));

/** The one number of a text, null for an empty one; undefined where it is no number or several. */
export function numberIn(text: string): number | null | undefined {
  const [number = null, ...others] = numbersIn(text);
  if (number === null) return null;
  return Number.isFinite(number) && others.length === 0 ? number : undefined;
}
