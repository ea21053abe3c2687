import type { Board } from "../board/board";
import { nameInStyle } from "../format";
import type { Column } from "../table/table";
import { add, type ChangedCells, changed, nothingFound } from "./changes/changedCells";
import { choiceFor } from "./columns";

export interface Level {
  /** As written in the file (after merges the user asked for); what filters and groups are keyed by. */
  value: string;
  label: string;
  color: string | null;
}

/** A column seen as categories: `levels[codes[row]]`, −1 where there is no value. */
export interface Levels {
  codes: Int32Array;
  levels: Level[];
  ordered: boolean;
}

/** Natural order: "2" before "10". */
export const collator = new Intl.Collator("en", { numeric: true });

/**
 * The levels of a column in the user's order, the others in natural order ("2" before "10"); null when the column has
 * too many different values to be categories. Where the user keeps only the most frequent ones, the others are one last
 * level. Cells of a number or date column that are not of its kind have no level. `size`: how many patients each row
 * stands for.
 */
export function levelsOf(column: Column, board: Board, size: ArrayLike<number>): Levels | null {
  if (!column.written) return null;
  const choice = choiceFor(board, column.name);
  const named = levelNames(column, board);
  const name =
    choice.keepLevels === undefined ? named : mostFrequent(named, column.written.codes, choice.keepLevels, size);
  const chosen = choice.levels ?? [];
  const rest = name === named ? null : otherName(named);
  const place = new Map<string, number>(chosen.map(({ value }, index) => [value, index]));
  const placeOf = (value: string) => place.get(value) ?? (value === rest ? chosen.length + 1 : chosen.length);
  const present = [...new Set(name.filter((value) => value !== null))];
  const asListed = column.kind === "category" && column.ordered !== undefined;
  const natural = asListed ? () => 0 : collator.compare;
  present.sort((a, b) => placeOf(a) - placeOf(b) || natural(a, b));
  const codeOf = new Map(present.map((value, code) => [value, code]));
  const newCode = name.map((value) => (value === null ? -1 : (codeOf.get(value) as number)));
  const levels = present.map((value) => {
    const said = chosen[place.get(value) ?? -1];
    return { value, label: nameInStyle(said?.label ?? value), color: said?.color ?? null };
  });
  return {
    codes: column.written.codes.map((code) => newCode[code] ?? -1),
    levels,
    ordered: choice.ordered ?? (column.kind === "category" && column.ordered === true),
  };
}

/** The cells that "keep the most frequent levels" shows as one other level; none where the user does not keep so. */
export function cellsInOther(column: Column, board: Board, size: ArrayLike<number>): ChangedCells[] {
  const { keepLevels } = choiceFor(board, column.name);
  if (keepLevels === undefined || !column.written) return [];
  const named = levelNames(column, board);
  const kept = mostFrequent(named, column.written.codes, keepLevels, size);
  const found = nothingFound();
  column.written.codes.forEach((code, row) => {
    if (kept[code] !== named[code]) add(found, row, named[code] ?? "", kept[code] ?? "");
  });
  return changed("other", column.name, found, { keepLevels: true });
}

/** The names with all but the `keep` most frequent as one; a single further level stays itself. */
function mostFrequent(
  names: (string | null)[],
  codes: Int32Array,
  keep: number,
  size: ArrayLike<number>,
): (string | null)[] {
  const counts = new Map<string, number>();
  codes.forEach((code, row) => {
    const name = names[code] ?? null;
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + (size[row] ?? 0));
  });
  if (counts.size <= keep + 1) return names;
  const kept = new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, keep)
      .map(([name]) => name),
  );
  const other = otherName(names);
  return names.map((name) => (name === null || kept.has(name) ? name : other));
}

/** What all further levels are called together. */
export const otherName = (names: readonly (string | null)[]) => (names.includes("Other") ? "All others" : "Other");

/**
 * For each text of the column the level it belongs to, or null. Texts that are the same number ("1", "1.0") are one
 * level. Merged spellings of text columns are one text in the cohort table already; levels of numbers merge here.
 */
function levelNames(column: Column, board: Board): (string | null)[] {
  const { levels, codes } = column.written as NonNullable<Column["written"]>;
  if (column.kind === "category") return levels;
  const merges = board.edits.mergedLevels.filter(({ column: name }) => name === column.name);
  const merged = (text: string) => merges.reduce((name, { from, to }) => (from.includes(name) ? to : name), text);
  const values = column.kind === "number" ? column.values : column.days;
  const numbers = new Float64Array(levels.length).fill(Number.NaN);
  codes.forEach((code, row) => {
    if (code >= 0) numbers[code] = values[row] ?? Number.NaN;
  });
  const firstText = new Map<number, string>();
  return levels.map((value, code) => {
    const number = numbers[code] ?? Number.NaN;
    if (Number.isNaN(number)) return null;
    const text = firstText.get(number) ?? value;
    firstText.set(number, text);
    return merged(text);
  });
}
