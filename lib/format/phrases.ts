import { chosenTime } from "./chosenTime";

/** A name inside a sentence: "overall survival", but "OS" and "T stage" stay. */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "A, B and C". */
export const listed = (parts: readonly string[], last = "and"): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${last} ${parts[parts.length - 1]}`;

/** "1 month", "6 months". */
export const withUnit = (value: number, unit: string): string =>
  `${chosenTime(value)} ${value === 1 ? unit.replace(/s$/, "") : unit}`;
