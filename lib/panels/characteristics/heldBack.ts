import { nth } from "../../numeric/nth";
import type { CharacteristicRow, CharacteristicsResult, Spread } from "./result";

/**
 * The table without the rows in which a count is smaller than `fewest`: where one of a row’s counts is small the others
 * go with it, since they add up to those of all patients.
 */
export const withoutFew = (result: CharacteristicsResult, fewest: number | null): CharacteristicsResult =>
  fewest === null
    ? result
    : { ...result, rows: result.rows.map((row) => (hasFew(row, result, fewest) ? withheld(row) : row)) };

function hasFew(row: CharacteristicRow, { columns }: CharacteristicsResult, fewest: number): boolean {
  const few = (count: number) => count > 0 && count < fewest;
  if (row.missing.some(few)) return true;
  if (row.kind === "numbers") return row.spread.some(({ size }) => few(size));
  // What the shown levels leave is as small as they are.
  return (
    row.levels.some(({ counts }) => counts.some(few)) ||
    columns.some(({ size }, place) => few(size - nth(row.missing, place)))
  );
}

const nothing: Spread = {
  size: 0,
  median: Number.NaN,
  lower: Number.NaN,
  upper: Number.NaN,
  min: Number.NaN,
  max: Number.NaN,
  mean: Number.NaN,
  sd: Number.NaN,
};

function withheld(row: CharacteristicRow): CharacteristicRow {
  const without = {
    test: null,
    untested: "withheld",
    difference: null,
    withheld: true,
    missing: row.missing.every((count) => count === 0) ? row.missing : row.missing.map(() => Number.NaN),
  };
  return row.kind === "numbers"
    ? { ...row, ...without, spread: row.spread.map(() => nothing) }
    : {
        ...row,
        ...without,
        of100: row.of100.map(() => 0),
        levels: row.levels.map((level) => ({ ...level, counts: level.counts.map(() => Number.NaN) })),
      };
}
