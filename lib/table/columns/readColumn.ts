import type { ColumnReading } from "../table";
import type { ColumnBuilder } from "./columnBuilder";
import type { FinishedColumn } from "./columnFinish";
import type { ColumnKind, ColumnTexts } from "./columnKind";

/** A column with the whole story of its reading, which notices and questions tell. */
export interface ReadColumn extends FinishedColumn {
  name: string;
  builder: ColumnBuilder;
  texts: ColumnTexts;
  kind: ColumnKind;
  choice: ColumnReading;
}

/** Data rows, from 1, whose cell has a text like this; in number mode only odd cells are known by text. */
export function rowsWith({ builder }: ReadColumn, test: (text: string) => boolean): number[] {
  if (builder.values) return builder.odd.filter(({ text }) => test(text)).map(({ row }) => row + 1);
  const wanted = builder.levels.map(test);
  if (!wanted.includes(true)) return [];
  const rows: number[] = [];
  for (let row = 0; row < builder.rows; row++)
    if (builder.codes[row] >= 0 && wanted[builder.codes[row]]) rows.push(row + 1);
  return rows;
}

/** Cells that say something, by text. */
export function cellsWith({ texts }: ReadColumn, test: (text: string) => boolean): number {
  return texts.texts.reduce((sum, text, index) => (test(text) ? sum + texts.counts[index] : sum), 0);
}

export const namesOf = (columns: readonly ReadColumn[]): string[] => columns.map(({ name }) => name);

export const sumOf = (columns: readonly ReadColumn[], count: (column: ReadColumn) => number): number =>
  columns.reduce((sum, column) => sum + count(column), 0);
