import { expect, it } from "vitest";
import { describe as describeTable } from "../describe";
import { readHeavyTable } from "../readHeavyTable";
import { bytesSource } from "../source";
import type { ReadingOptions } from "../table";

/** A file made up for one trap, and what must come out of it. */
export interface Trap {
  /** A sentence: what the reader does with it. */
  it: string;
  file: string | Uint8Array;
  options?: ReadingOptions;
  rows?: number;
  /** By name: kind and number of cells that are valid, missing and neither, as "number 10 2 3". */
  columns?: Record<string, string>;
  /** By name: the texts that are neither, each once. */
  unparsed?: Record<string, string[]>;
  /** What is said, by code: how many cells, lines or columns, or which rows. */
  says?: Record<string, number | number[]>;
  /** Parts of the reading. */
  reading?: Record<string, unknown>;
  /** Why it is not read at all. */
  refused?: string;
}

export const bytesOf = (file: string | Uint8Array) =>
  typeof file === "string" ? new TextEncoder().encode(file) : file;

/** One test per trap. In every table each cell of each column is a value, missing or neither, and names differ. */
export function springs(traps: readonly Trap[]): void {
  it.each(traps)("$it", async (trap) => {
    const result = await readHeavyTable(bytesSource("trap.csv", bytesOf(trap.file)), trap.options);
    if (!result.ok) {
      expect(result.problem.code).toBe(trap.refused ?? result.problem.message);
      expect(result.problem.message).toMatch(/^\s*\S.*\.$/s);
      return;
    }
    expect(trap.refused).toBeUndefined();
    const found = describeTable(result.value);
    const byName = new Map(found.columns.map((column) => [column.name, column]));
    expect(byName.size).toBe(found.columns.length);
    for (const { valid, missing, unparsed } of found.columns) expect(valid + missing + unparsed).toBe(found.rows);
    if (trap.rows !== undefined) expect(found.rows).toBe(trap.rows);
    for (const [name, facts] of Object.entries(trap.columns ?? {})) {
      const column = byName.get(name);
      expect(`${column?.kind} ${column?.valid} ${column?.missing} ${column?.unparsed}`, name).toBe(facts);
    }
    for (const [name, texts] of Object.entries(trap.unparsed ?? {})) {
      expect([...new Set(byName.get(name)?.unparsedCells.map(({ text }) => text))], name).toEqual(texts);
    }
    const said = [...found.notices, ...found.questions];
    for (const [code, wanted] of Object.entries(trap.says ?? {})) {
      const ours = said.filter((each) => each.code === code);
      expect(ours, code).not.toEqual([]);
      const total = ours.reduce((sum, { count }) => sum + count, 0);
      if (typeof wanted === "number") expect(total, code).toBe(wanted);
      else
        expect(
          ours.flatMap(({ rows }) => rows ?? []).sort((a, b) => a - b),
          code,
        ).toEqual(wanted);
    }
    if (trap.reading) expect(found.reading).toMatchObject(trap.reading);
  });
}

/** A small cohort as a list of records, id first, then the cells of one more column, then a time and an event. */
export function cohort(name: string, cells: readonly string[]): string[][] {
  const body = cells.map((cell, row) => [
    `P${String(row + 1).padStart(3, "0")}`,
    cell,
    `${row + 1}.${row % 10}`,
    `${row % 2}`,
  ]);
  return [["id", name, "months", "event"], ...body];
}

export const csv = (records: readonly string[][], separator = ",", newline = "\n") =>
  records.map((record) => record.join(separator) + newline).join("");

/** The same cells over and over until there are twenty. */
export const twenty = (...cells: string[]) => Array.from({ length: 20 }, (_, row) => cells[row % cells.length]);

/** A cohort of twenty with these cells in column "x", separated by semicolons. */
export const withX = (...cells: string[]) => csv(cohort("x", twenty(...cells)), ";");
