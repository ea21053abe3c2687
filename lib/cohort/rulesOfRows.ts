import type { OfRows } from "../board/board";
import { counted, formatCount } from "../format";
import { ok, type Problem, problem, type Result } from "../result";
import { type Column, cellText, type Table } from "../table";
import { add, type ChangedCells, changed, nothingFound } from "./changes/changedCells";
import { findColumn } from "./columns";
import { gatherColumn, gatherUnparsed, numberColumn, saysSomething, type Unparsed } from "./gatherColumn";
import { chosenRows, passedOver } from "./rowChoice";
import { choiceInWords } from "./rowChoiceWords";

/** A column of which each patient has what a rule takes of the patient's rows. */
export interface Ruled {
  column: Column;
  unparsed: Unparsed;
  /** By representing row the row whose cell stands there, −1 where none does; null where rows are counted. */
  from: Int32Array | null;
  problems: Problem[];
}

/** Rows by the row that stands for their patient; empty for rows that stand for nobody. */
export type RowsOfPatients = readonly (readonly number[])[];

/**
 * What a rule takes of one column of `raw`, called `name`; `of` has the columns of the patient to compare with. Cells of
 * rows that stand for nobody are missing.
 */
export function ruled(
  raw: Table,
  column: Column,
  take: OfRows["take"],
  { groups, of }: { groups: RowsOfPatients; of: Table },
  name = column.name,
): Result<Ruled> {
  const says = saysSomething(raw, column);
  if (take.rule === "count") {
    const counts = Float64Array.from(groups, (rows) => rows.filter(says).length);
    return ok({ column: numberColumn(name, counts), unparsed: [], from: null, problems: [] });
  }
  const chosen = chosenRows(raw, column, take, { groups, of, loneStands: true });
  if (!chosen.ok) return chosen;
  const { from } = chosen.value;
  const unused = groups.map((rows, head) => {
    const source = from[head] ?? -1;
    const text = source < 0 ? null : cellText(column, source);
    return rows.filter((row) => row !== source && says(row) && cellText(column, row) !== text);
  });
  return ok({
    column: gatherColumn(column, from, name),
    unparsed: gatherUnparsed(raw.unparsed.get(column.name), from),
    from,
    problems: [
      ...passedOver(chosen.value, take, name, ""),
      ...valuesUnused(name, choiceInWords(take, column.kind === "date"), unused),
    ],
  });
}

export interface WithRules {
  table: Table;
  edited: ChangedCells[];
  problems: Problem[];
}

/**
 * A table whose columns hold in the representing rows what their rules take of `raw`; other rows keep their cells. What
 * is relative to a date of the patient comes after that date.
 */
export function withRules(table: Table, raw: Table, groups: RowsOfPatients, rules: readonly OfRows[]): WithRules {
  const made: WithRules = { table, edited: [], problems: [] };
  for (const { column: name, take } of [...rules].sort((a, b) => Number("to" in a.take) - Number("to" in b.take))) {
    const column = findColumn(raw, name);
    const result = column && ruled(raw, column, take, { groups, of: made.table });
    if (!column || !result) made.problems.push(ruleWithout(name));
    else if (!result.ok) made.problems.push(result.problem);
    else {
      made.problems.push(...result.value.problems);
      const own = groups.map((_, row) => row);
      const value = result.value.from
        ? gathered(
            raw,
            column,
            Int32Array.from(own, (row) => ownOr(groups, row, result.value.from)),
          )
        : result.value;
      made.edited.push(...cellsChanged(column, value.column, groups));
      const unparsed = new Map(made.table.unparsed);
      unparsed.delete(name);
      if (value.unparsed.length > 0) unparsed.set(name, value.unparsed);
      const columns = made.table.columns.map((each) => (each.name === name ? value.column : each));
      made.table = { ...made.table, columns, unparsed };
    }
  }
  return made;
}

const ownOr = (groups: RowsOfPatients, row: number, from: Int32Array | null) =>
  groups[row]?.length ? (from?.[row] ?? -1) : row;

const gathered = (raw: Table, column: Column, from: Int32Array) => ({
  column: gatherColumn(column, from),
  unparsed: gatherUnparsed(raw.unparsed.get(column.name), from),
});

/** Cells of representing rows that are no longer what stands there. */
function cellsChanged(before: Column, after: Column, groups: RowsOfPatients): ChangedCells[] {
  const found = nothingFound();
  for (const [row, rows] of groups.entries()) {
    if (rows.length === 0) continue;
    const [from, to] = [cellText(before, row), cellText(after, row)];
    if (from !== to) add(found, row, from, to);
  }
  return changed("chosen", before.name, found, { ofRows: true });
}

/** Said of each rule that leaves values out, with their rows. */
function valuesUnused(name: string, choice: string, unused: readonly (readonly number[])[]): Problem[] {
  const rows = unused.flat().sort((a, b) => a - b);
  if (rows.length === 0) return [];
  const patients = unused.filter(({ length }) => length > 0).length;
  return [
    problem(
      "rows-chosen",
      `“${name}” is ${choice} of each patient: ${formatCount(rows.length)} other ${rows.length === 1 ? "value" : "values"} of ${counted(patients, "patient")} ${rows.length === 1 ? "is" : "are"} not used.`,
      "Choose in Data which row counts for this column.",
      rows.map((row) => row + 1),
    ),
  ];
}

const ruleWithout = (name: string) =>
  problem(
    "rows-rule-absent",
    `The file has no column “${name}”, for which a rule of several rows is set.`,
    "Take the rule away in Data, or open the file these settings were made for.",
  );
