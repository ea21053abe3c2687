import type { ReadColumn } from "../columns/readColumn";
import type { ColumnReading, Question } from "../table";
import { notice } from "./notice";

/** A question about one column; each answer is what the board file then says about it. */
export function question(
  code: string,
  column: ReadColumn,
  said: { count: number; message: string; hint: string; rows?: number[] },
  answers: readonly (readonly [label: string, answer: Omit<ColumnReading, "name">])[],
): Question {
  const choices = answers.map(([label, answer]) => ({
    label,
    options: { columns: [{ name: column.name, ...answer }] },
  }));
  return { ...notice(code, said.count, said.message, said.hint, { columns: [column.name], rows: said.rows }), choices };
}
