import { type NumberStyle, parseStyled } from "./numberStyle";

const limit = /^(<=?|>=?|≤|≥)\s*(\S.*)$/;
const plus = /^(.*\d)\s*\+$/;

/**
 * The number behind "<", ">", "≤" or "≥", as laboratories write values beyond their range, or before "+", as times are
 * written that have not ended; NaN for any other text.
 */
export function limitOf(text: string, style: NumberStyle): number {
  const found = limit.exec(text)?.[2] ?? plus.exec(text)?.[1];
  return found === undefined ? Number.NaN : parseStyled(found, style);
}

/** Whether a limit is one from below: ">5", "≥5" and "5+". */
export const isAtLeast = (text: string): boolean => /^[>≥]|\+$/.test(text);

/**
 * The value that stands for such a text by the user's choice: the limit itself, or half of it below a limit ("<0.5" is
 * 0.25). Of censored times those alone have one that last at least so long.
 */
export function limitValue(text: string, style: NumberStyle, choice: "limit" | "half" | "censored"): number {
  const value = limitOf(text, style);
  if (choice === "censored" && !isAtLeast(text)) return Number.NaN;
  return choice === "half" && /^[<≤]/.test(text) ? value / 2 : value;
}
