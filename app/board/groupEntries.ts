import type { Board, DerivedColumn, Variable } from "../../lib/board/board";
import { choiceFor } from "../../lib/cohort/columns";
import { isFlagged, isGroupable, mostGroups } from "../../lib/cohort/groupable";
import type { ColumnSummary, TableSummary } from "../../lib/cohort/tableSummary";
import { capitalized } from "../../lib/format";
import type { Entry } from "../controls/choices";
import { found } from "../controls/found";
import { numbersIn } from "../controls/numbersIn";

/** A variable that is there, or a column that is made when it is chosen. */
export type Grouping = Variable | { make: DerivedColumn } | null;

/**
 * Scores and columns that can split a figure, by their labels; those with too many values for that with the ways to
 * make groups of them: numbers by a cut, texts by the values of most patients, dates by year.
 */
export function groupEntries(board: Board, summary: TableSummary, value: Variable | null): Entry<Grouping>[] {
  const labels = new Map(board.columns.map(({ name, label }) => [name, label]));
  const labelOf = (name: string) => capitalized(labels.get(name) ?? name);
  const isChosen = (name: string) => value !== null && "column" in value && value.column === name;
  const known = new Set(summary.columns.map(({ name }) => name));
  // A column that was made a moment ago, before the table is there that has it.
  const made = board.edits.derivedColumns.filter(({ name }) => !known.has(name) && isChosen(name));
  const flagged = summary.columns.filter(
    (column) => isFlagged(board, column) && !isChosen(column.name) && !waysOf(column, board, column.name),
  );
  return [
    ...board.scores.flatMap(({ id, label }): Entry<Grouping>[] => [
      { value: { score: id }, label: capitalized(label) },
      { value: { score: id, as: "points" }, label: `${capitalized(label)}, points` },
    ]),
    ...summary.columns.flatMap((column): Entry<Grouping>[] => {
      const { name } = column;
      const asIs = isGroupable(board, column) || isChosen(name);
      const inside = levelsInside(column, board);
      const entry: Entry<Grouping> = { value: { column: name }, label: labelOf(name), title: name, inside };
      const making = waysOf(column, board, labels.get(name) ?? name);
      if (!making) return asIs ? [entry] : [];
      const value = { make: making.first };
      if (!asIs) return [{ value, label: labelOf(name), title: making.title, within: making.within, inside }];
      return [entry, { value, label: `${labelOf(name)}, cut`, title: making.title, within: making.within }];
    }),
    ...made.map(({ name }) => ({ value: { column: name }, label: labelOf(name) })),
    ...flagged.map((column) => withheld(column, labelOf(column.name))),
  ];
}

/** A column that is not offered, with why: its groups would name patients wherever the figure goes. */
const withheld = ({ name, identifying }: ColumnSummary, label: string): Entry<Grouping> => ({
  value: { column: name },
  label: `${label}: identifies patients${identifying === null ? "" : ` (${identifying})`}`,
  title: "Not offered, as its groups would name patients. Say otherwise in the column’s settings in Data.",
  disabled: true,
});

/** The levels of a column of texts, as they are called and as filters name them; undefined where they may identify. */
export function levelsOfColumn(column: ColumnSummary, board: Board): { value: string; label: string }[] | undefined {
  const { name, kind, levels } = column;
  if (kind !== "category" || !levels || isFlagged(board, column)) return undefined;
  const { keepLevels, levels: said = [] } = choiceFor(board, name);
  const labels = new Map(said.map(({ value, label }) => [value, label]));
  return levels.slice(0, keepLevels).map(({ value }) => ({ value, label: labels.get(value) || value }));
}

function levelsInside(column: ColumnSummary, board: Board): Entry<Grouping>["inside"] {
  const levels = levelsOfColumn(column, board);
  return levels && { names: levels.map(({ label }) => label) };
}

interface Ways {
  title: string;
  first: DerivedColumn;
  within: (typed: string) => readonly Entry<Grouping>[];
}

/** How groups are made of a column, called after its label; null where its values are the groups, or nothing can be. */
function waysOf(column: ColumnSummary, board: Board, label: string): Ways | null {
  const { name, kind, distinct } = column;
  // A day may identify a patient, its year does not.
  const flagged = kind === "date" ? choiceFor(board, name).identifying === true : isFlagged(board, column);
  if (flagged) return null;
  const derivedFrom = board.edits.derivedColumns.find((each) => each.name === name)?.from;
  const entry = (made: DerivedColumn, words: string): Entry<Grouping> => ({ value: { make: made }, label: words });
  if (kind === "number" && column.min !== null && (distinct === null || distinct > 2)) {
    const cut = (by: Extract<DerivedColumn, { from: "cut" }>["by"], words: string): DerivedColumn => ({
      from: "cut",
      name: `${label} (${words})`,
      column: name,
      by,
      below: "<",
      labels: [],
    });
    const fixed = [
      entry(cut({ parts: 2 }, "median"), "at the median"),
      entry(cut({ parts: 3 }, "tertiles"), "at the tertiles"),
      entry(cut({ parts: 4 }, "quartiles"), "at the quartiles"),
    ];
    return {
      title: "choose or type a cut",
      first: cut({ parts: 2 }, "median"),
      within: (typed) => {
        const cuts = [...new Set(numbersIn(typed))].sort((a, b) => a - b);
        if (cuts.length === 0 || cuts.length > 20 || !cuts.every(Number.isFinite)) return found(fixed, typed);
        return [entry(cut({ at: cuts }, `cut at ${cuts.join(", ")}`), `at ${cuts.join(", ")}`)];
      },
    };
  }
  if (kind === "date" && derivedFrom === undefined) {
    const year: DerivedColumn = { from: "year", name: `${label} (year)`, column: name };
    const entries = [entry(year, "by year")];
    return { title: "choose", first: year, within: (typed) => found(entries, typed) };
  }
  if (kind === "category" && distinct !== null && distinct > 8) {
    const top = (keep: number): DerivedColumn => ({
      from: "mostFrequent",
      name: `${label} (${keep} most frequent)`,
      column: name,
      keep,
    });
    const words = (keep: number) => `the ${keep} most frequent and other`;
    const fixed = [3, 5, 8].map((keep) => entry(top(keep), words(keep)));
    return {
      title: "choose or type how many",
      first: top(5),
      within: (typed) => {
        const keep = Number(typed);
        const usable = typed.trim() !== "" && Number.isInteger(keep) && keep >= 1 && keep < mostGroups;
        return usable ? [entry(top(keep), words(keep))] : found(fixed, typed);
      },
    };
  }
  return null;
}
