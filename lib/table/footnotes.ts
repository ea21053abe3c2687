import { type NumberStyle, parseStyled } from "./numberStyle";

/**
 * Signs behind a number that lead to a note below the table: "5.5*", "12 †", "8.2¹", "34 (a)" and "7 [2]". Letters alone
 * may be units.
 */
const marks =
  /(?<!\s)\s*(?:(?<![*†‡§¶#‖\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u1d43-\u1d5c])[*†‡§¶#‖\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u1d43-\u1d5c]+|\(\s*(?:\p{L}|\d)\s*\)|\[\s*(?:\p{L}|\d)\s*\])$/u;

/** The text without the marks of footnotes behind its number; null where it has none. */
export function withoutFootnote(text: string): string | null {
  const bare = text.replace(marks, "").replace(marks, "");
  return bare === text || !/\d[.,]?$/.test(bare) ? null : bare;
}

/** Whether a text is a number in this style once the mark is gone, and none before. */
export function isFootnoted(text: string, style: NumberStyle): boolean {
  const bare = withoutFootnote(text);
  return bare !== null && !Number.isNaN(parseStyled(bare, style)) && Number.isNaN(parseStyled(text, style));
}
