import type { CharacteristicChoice } from "../../board/panelForms/characteristics";
import { choiceFor, findColumn } from "../../cohort/columns";
import { isIdentifying } from "../../cohort/identifying";
import type { Level } from "../../cohort/levels";
import { capitalized, columnInWords, formatCount } from "../../format";
import { failed, ok, problem, type Result } from "../../result";
import type { Prepared } from "../prepared";

/** A characteristic read from the cohort: a number or a level per row of the cohort, and how it is called. */
export type ReadRow = { choice: CharacteristicChoice; label: string; unit: string } & (
  | { kind: "numbers"; values: Float64Array; date: boolean }
  | { kind: "levels"; codes: Int32Array; levels: Level[]; ordered: boolean }
);

/** Numbers with no more different values than this, all whole, are shown as levels. */
const fewNumbers = 5;
/** The most levels a characteristic is shown by. */
export const mostLevels = 60;

/** Reads a column or score as its row asks for, or by what it holds. */
export function readRow(prepared: Prepared, choice: CharacteristicChoice): Result<ReadRow> {
  const { variables, board, table } = prepared;
  const { of } = choice;
  const given = "column" in of ? choiceFor(board, of.column).label : undefined;
  const label =
    choice.label ?? ("column" in of && !given ? columnInWords(of.column) : capitalized(variables.label(of)));
  if ("column" in of) {
    const column = findColumn(table, of.column);
    if (column && isIdentifying(board, column, table.rows)) return failed(identifies(label));
  }
  const unit = "column" in of ? (choiceFor(board, of.column).unit ?? "") : "";
  const named = { choice, label, unit };
  const asLevels = choice.as === "levels" || (choice.as === null && !isNumber(prepared, of));
  if (!asLevels) {
    const found = variables.numbers(of);
    if (!found.ok) return found;
    return ok({ ...named, kind: "numbers", values: found.value.values, date: found.value.date });
  }
  const found = variables.levels(of);
  if (!found.ok) return found;
  const { codes, levels, ordered } = found.value;
  if (levels.length > mostLevels) return failed(manyLevels(label, levels.length));
  return ok({ ...named, kind: "levels", codes, levels, ordered });
}

/** Whether a column or score is shown as numbers where nothing is said: not words, nor a few whole numbers. */
function isNumber({ table, variables }: Prepared, of: CharacteristicChoice["of"]): boolean {
  if ("score" in of) return of.as === "points";
  const column = findColumn(table, of.column);
  if (!column || column.kind === "category") return false;
  if (column.kind === "date") return true;
  const levels = variables.levels(of);
  const few = levels.ok && levels.value.levels.length <= fewNumbers;
  return !few || !column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
}

const identifies = (label: string) =>
  problem(
    "characteristic-identifies",
    `“${label}” may identify patients and is not shown.`,
    "Say in Data that it does not, or remove the row.",
  );

const manyLevels = (label: string, count: number) =>
  problem(
    "characteristic-levels",
    `“${label}” has ${formatCount(count)} different values; a row shows at most ${mostLevels}.`,
    "Show it as a number, or keep its most frequent values in Data.",
  );
