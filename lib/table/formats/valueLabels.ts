import { counted } from "../../format";
import { notice, quoted } from "../notices/notice";
import type { Notice } from "../table";

/** Labels by value: a number, or a text. */
export type ValueLabels = ReadonlyMap<number | string, string>;

/**
 * What stands for labelled values: the label, with the value behind it where several have the same. Labels of single
 * values among numbers are left, as are those of values that are missing.
 */
export function labelTexts(
  labels: ValueLabels,
  isMissing: (value: number | string) => boolean = () => false,
): Map<number | string, string> {
  const used = [...labels].filter(([value, label]) => label !== "" && !isMissing(value));
  const times = new Map<string, number>();
  for (const [, label] of used) times.set(label, (times.get(label) ?? 0) + 1);
  if (used.length < 2) return new Map();
  return new Map(used.map(([value, label]) => [value, (times.get(label) ?? 0) > 1 ? `${label} (${value})` : label]));
}

/** Says which columns are read as the labels of their values. */
export function labelNotice(columns: string[]): Notice[] {
  if (columns.length === 0) return [];
  const message = `${counted(columns.length, "column")} with labels for values, read as the labels: ${quoted(columns)}.`;
  return [notice("value-labels", columns.length, message, "Nothing to do.", { columns })];
}
