import type { Level } from "../../cohort/levels";
import { capitalized } from "../../format";

/** Of two levels the one that is meant: it says yes, and the other no. */
const meant =
  /^(y|yes|ja|oui|true|t|1|1\.0|present|positive|pos|\+|mutated|mutation|mut|altered|loss|deleted|amplified|abnormal|high|female|woman|women|weiblich|f|w)$/i;
const other =
  /^(n|no|nein|non|false|0|0\.0|absent|none|negative|neg|-|−|wild[- ]?type|wt|intact|normal|not mutated|unaltered|unmutated|low|male|man|men|männlich|m)$/i;

/** The levels a row has lines for: those chosen, or all, or of “yes” and “no” the one that is meant. */
export function shownLevels(levels: readonly Level[], chosen: readonly string[] | null): string[] {
  const all = levels.map(({ value }) => value);
  if (chosen !== null) return all.filter((value) => chosen.includes(value));
  if (all.length !== 2) return all;
  const found = all.filter((value) => says(value, meant));
  const rest = all.filter((value) => !found.includes(value));
  return found.length === 1 && rest.every((value) => says(value, other)) ? found : all;
}

/** Whether every part of it does: "loss/mutated". */
const says = (value: string, what: RegExp): boolean =>
  value
    .split(/\/|,| or /)
    .map((part) => part.trim())
    .every((part) => what.test(part));

/** Levels that say nothing beside the name of their column: “yes” of “Prior therapy”. */
export const saysYes = (label: string): boolean => /^(y|yes|ja|oui|true|t|1|present|\+)$/i.test(label.trim());

/** A level that says all by itself, of a column of sexes: "Female" also where "F" is written; null of other columns. */
export function sexInWords(column: string, level: string): string | null {
  if (!/^(sex|gender|geschlecht|sexe)$/i.test(column.trim())) return null;
  if (/^(f|w)$/i.test(level.trim())) return "Female";
  if (/^m$/i.test(level.trim())) return "Male";
  return level.trim().length > 2 ? capitalized(level.trim()) : null;
}
