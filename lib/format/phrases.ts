import { chosenTime } from "./chosenTime";
import { counted } from "./formatCount";
import { numberStyle } from "./numberStyle";

/** A name inside a sentence: "overall survival", but "OS" and "T stage" stay. */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "A, B and C"; "1,5; 2 and 3" of numbers with a decimal comma. */
export const listed = (parts: readonly string[], last = "and"): string =>
  parts.length < 2 ? parts.join("") : `${besideEachOther(parts.slice(0, -1))} ${last} ${parts[parts.length - 1]}`;

/** "A, B, C"; "1,5; 2; 3" of numbers with a decimal comma. */
export const besideEachOther = (parts: readonly string[]): string =>
  parts.join(numberStyle().decimal === "," && parts.some((part) => /\d,\d/.test(part)) ? "; " : ", ");

/** "A, B and 3 more": so many by name, the others counted; `other` and `others` are what one and several of them are called. */
export const listedUpTo = (most: number, parts: readonly string[], other = "more", others = other): string =>
  parts.length > most ? listed([...parts.slice(0, most), counted(parts.length - most, other, others)]) : listed(parts);

/** "1 month", "6 months". */
export const withUnit = (value: number, unit: string): string =>
  `${chosenTime(value)} ${value === 1 ? unit.replace(/s$/, "") : unit}`;

/**
 * Levels under the name of their column: "Sex: male v female". Where each says the name itself it is not said twice:
 * "Stage III v Stage II", "male" of "Male".
 */
export function underName(name: string, levels: readonly string[], between = ", "): string {
  const own = name.trim().toLowerCase();
  const says = (level: string) => {
    const text = level.trim().toLowerCase();
    return text.startsWith(own) && !/^[\p{L}\p{N}]/u.test(text.slice(own.length));
  };
  const said = levels.join(between);
  return own !== "" && levels.length > 0 && levels.every(says) ? said : `${name}: ${said}`;
}

/** A group inside a sentence: its name, and where that has no letter what it is a group of: "risk score ≥3". */
export const groupInText = (label: string, of: string | null): string =>
  of === null || /\p{L}/u.test(label) ? label : `${of} ${label}`;
