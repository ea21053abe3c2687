import type { ValueLabel } from "./choicesIn";

/** Whether a text of the file is the value of a code book: "1", "1.0" and "01" are one. */
export const isValue = (text: string, value: string): boolean =>
  text === value || (/^-?\d+(\.0+)?$/.test(text) && /^-?\d+(\.0+)?$/.test(value) && Number(text) === Number(value));

/**
 * What stands for the texts of a column by its labels: the label, with the value behind it where another text has the
 * same.
 */
export function labelTexts(labels: readonly ValueLabel[], texts: readonly string[]): ReadonlyMap<string, string> {
  const found = texts.flatMap((text) => {
    const label = labels.find(({ value }) => isValue(text, value))?.label;
    return label === undefined ? [] : [[text, label] as const];
  });
  const times = new Map<string, number>();
  for (const label of [...found.map(([, label]) => label), ...texts]) times.set(label, (times.get(label) ?? 0) + 1);
  return new Map(found.map(([text, label]) => [text, (times.get(label) ?? 0) > 1 ? `${label} (${text})` : label]));
}
