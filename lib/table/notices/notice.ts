import { formatCount } from "../../format";
import type { Notice } from "../table";

/** `rows` are data rows counted from 1; the notice keeps the first 1,000. */
export function notice(
  code: string,
  count: number,
  message: string,
  hint: string,
  about: { columns?: string[]; rows?: number[] } = {},
): Notice {
  const made: Notice = { code, message, hint, count };
  if (about.columns) made.columns = about.columns;
  if (about.rows) made.rows = about.rows.slice(0, 1000);
  return made;
}

const longest = 60;

/** “age”, “sex” and 12 more: the first ten texts, each cut to 60 characters. */
export function quoted(texts: readonly string[], shown = 10): string {
  const listed = texts
    .slice(0, shown)
    .map((text) => `“${text.length > longest ? `${text.slice(0, longest)}…` : text}”`);
  if (texts.length > shown) return `${listed.join(", ")} and ${formatCount(texts.length - shown)} more`;
  return listed.length < 2 ? listed.join("") : `${listed.slice(0, -1).join(", ")} and ${listed[listed.length - 1]}`;
}
