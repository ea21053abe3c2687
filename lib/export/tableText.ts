import { nth } from "../numeric/nth";
import type { TextTable } from "../panels/report";

/** How far a row’s name is set in: names of levels begin with an em space for each step. */
export function nameOf([name = ""]: readonly string[]): { text: string; steps: number } {
  const steps = /^\u2003*/.exec(name)?.[0].length ?? 0;
  return { text: name.slice(steps), steps };
}

/** Whether names of a table stand over others, which are then set in: the former are set bold. */
export const hasSteps = ({ rows }: Pick<TextTable, "rows">): boolean => rows.some((row) => nameOf(row).steps > 0);

/** Whether the cells of a column are words, which stand on the left. */
export const isWords = ({ header, rows }: TextTable, column: number): boolean =>
  column === 0 || (nth(header, column) === "" && rows.every((row) => !/^[\d−–<>≈.∞]/.test(row[column] ?? "")));
