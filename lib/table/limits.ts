import { type NumberStyle, parseStyled } from "./numberStyle";

const limit = /^(<=?|>=?|≤|≥)\s*(.+)$/;

/** The number behind "<", ">", "≤" or "≥", as laboratories write values beyond their range; NaN for any other text. */
export function limitOf(text: string, style: NumberStyle): number {
  const found = limit.exec(text);
  return found ? parseStyled(found[2], style) : Number.NaN;
}

/**
 * The value that stands for such a text by the user's choice: the limit itself, or half of it below a limit ("<0.5" is
 * 0.25).
 */
export function limitValue(text: string, style: NumberStyle, choice: "limit" | "half"): number {
  const value = limitOf(text, style);
  return choice === "half" && /^[<≤]/.test(text) ? value / 2 : value;
}
