import type { Board } from "./board";

/**
 * Twelve letters for the settings of a board: the same of the same settings, and others, but for chance, of others. The
 * file they are for, what was looked at in a session, and how numbers are written, are no settings.
 */
export function settingsFingerprint({ source: _, session: __, writing: ___, ...settings }: Board): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const letter of JSON.stringify(settings, inOrder)) {
    const code = letter.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (b >>> 15) ^ code, 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0").slice(0, 6)).join("");
}

/** Objects with their keys in order, however they were made. */
const inOrder = (_: string, value: unknown) =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
