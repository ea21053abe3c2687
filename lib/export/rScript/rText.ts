/** A text as R reads it in any encoding: letters beyond ASCII by number. */
export const rText = (text: string): string => `"${[...text].map(rCharacter).join("")}"`;

function rCharacter(character: string): string {
  const code = character.codePointAt(0) as number;
  if (character === '"' || character === "\\") return `\\${character}`;
  if (code >= 0x20 && code < 0x7f) return character;
  if (code === 0) return "";
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** A number at full precision; NA where there is none. */
export function rNumber(value: number | null): string {
  if (value === null || Number.isNaN(value)) return "NA";
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  return String(value);
}

export const rNumbers = (values: ArrayLike<number | null>): string => `c(${Array.from(values, rNumber).join(", ")})`;

export const rTexts = (texts: readonly string[]): string => `c(${texts.map(rText).join(", ")})`;

/** One line of comment, whatever the text holds. */
export const rComment = (text: string): string => `# ${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}`;
