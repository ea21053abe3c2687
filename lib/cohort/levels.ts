import type { Board } from "../board/board";
import type { Column } from "../table/table";
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

const collator = new Intl.Collator("en", { numeric: true });

/**
 * The levels of a column in the user's order, the others in natural order ("2" before "10"), after the user's merges; null when the
 * column has too many different values to be categories. Cells of a number or date column that are not of its kind have no level.
 */
export function levelsOf(column: Column, board: Board): Levels | null {
  if (!column.written) return null;
  const choice = choiceFor(board, column.name);
  const name = levelNames(column, board);
  const chosen = choice.levels ?? [];
  const place = new Map<string, number>(chosen.map(({ value }, index) => [value, index]));
  const present = [...new Set(name.filter((value) => value !== null))];
  const asListed = column.kind === "category" && column.ordered === true;
  const natural = asListed ? () => 0 : collator.compare;
  present.sort((a, b) => (place.get(a) ?? chosen.length) - (place.get(b) ?? chosen.length) || natural(a, b));
  const codeOf = new Map(present.map((value, code) => [value, code]));
  const newCode = name.map((value) => (value === null ? -1 : (codeOf.get(value) as number)));
  const levels = present.map((value) => {
    const said = chosen[place.get(value) ?? -1];
    return { value, label: said?.label ?? value, color: said?.color ?? null };
  });
  return {
    codes: column.written.codes.map((code) => (code < 0 ? -1 : newCode[code])),
    levels,
    ordered: choice.ordered ?? asListed,
  };
}

/** For each text of the column the level it belongs to, or null. Texts that are the same number ("1", "1.0") are one level. */
function levelNames(column: Column, board: Board): (string | null)[] {
  const { levels, codes } = column.written as NonNullable<Column["written"]>;
  const merged = new Map<string, string>();
  for (const { column: name, from, to } of board.edits.mergedLevels) {
    if (name === column.name) for (const value of from) merged.set(value, to);
  }
  if (column.kind === "category") return levels.map((value) => merged.get(value) ?? value);
  const values = column.kind === "number" ? column.values : column.days;
  const number = new Float64Array(levels.length).fill(Number.NaN);
  for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) number[codes[row]] = values[row];
  const firstText = new Map<number, string>();
  return levels.map((value, code) => {
    if (Number.isNaN(number[code])) return null;
    if (!firstText.has(number[code])) firstText.set(number[code], value);
    const text = firstText.get(number[code]) as string;
    return merged.get(text) ?? text;
  });
}
