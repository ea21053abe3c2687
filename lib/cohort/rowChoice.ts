import type { RowChoice } from "../board/board";
import { counted } from "../format";
import { failed, ok, type Problem, problem, type Result } from "../result";
import type { Column, Table } from "../table";
import { bestResponses } from "./bestResponse";
import { findColumn } from "./columns";
import { orderedValues, saysSomething } from "./gatherColumn";

/** For each group of rows the row whose cell stands for it, −1 for none; and the rows that no order could place. */
export interface ChosenRows {
  from: Int32Array;
  /** 0-based, in order: rows with a value that were passed over because nothing says where they stand. */
  unplaced: number[];
  /** The same, because their word is none of response; and because they come after the first progression. */
  unknown?: number[];
  late?: number[];
  /** Groups whose rows say something, but whose date to compare with is missing. */
  withoutAnchor: number[];
}

type Ordered = Exclude<RowChoice, { rule: "bestResponse" }>;

interface Asked {
  /** Rows of `table`, in their order; group g has `groups[g]`. */
  groups: readonly (readonly number[])[];
  /** The columns of what the groups stand for, of which `to` is one: row g is group g. */
  of: Table;
  /** The only row of a group that says something stands for it, wherever it is in the order. */
  loneStands: boolean;
}

/**
 * Of several rows of one patient the one whose cell of `column` counts. Cells that say nothing are passed over, and so
 * are those without a value to order by, where others have one. Of the latest on one day the last in the file counts, of
 * the earliest and of those after a date the first; of two equally near to a date the earlier. "After" leaves out the
 * day itself.
 */
export function chosenRows(table: Table, column: Column, choice: RowChoice, asked: Asked): Result<ChosenRows> {
  if (choice.rule === "bestResponse") return bestOf(table, column, choice.by, asked);
  const order = orderOf(table, column, choice);
  if (!order.ok) return order;
  const anchor = anchorOf(asked.of, choice, findColumn(table, "by" in choice ? choice.by : ""));
  if (!anchor.ok) return anchor;
  const says = saysSomething(table, column);
  const at = (row: number) => order.value?.[row] ?? Number.NaN;
  const unplaced = new Set<number>();
  const withoutAnchor: number[] = [];
  const chosen = (rows: readonly number[], group: number): number => {
    const saying = rows.filter(says);
    if (choice.rule === "first" || order.value === null) return saying.at(choice.rule === "last" ? -1 : 0) ?? -1;
    if (saying.length === 1 && asked.loneStands && anchor.value === null) return saying[0] ?? -1;
    const placed = saying.filter((row) => !Number.isNaN(at(row)));
    // What could not be read as a number is still better than nothing said.
    if (placed.length === 0 && !("by" in choice)) return saying[0] ?? -1;
    for (const row of saying) if (Number.isNaN(at(row))) unplaced.add(row);
    const day = anchor.value?.[group] ?? Number.NaN;
    if (anchor.value && saying.length > 0 && Number.isNaN(day)) withoutAnchor.push(group);
    return placed.reduce((best, row) => (better(choice, at, day)(row, best) ? row : best), -1);
  };
  return ok({
    from: Int32Array.from(asked.groups, chosen),
    unplaced: [...unplaced].sort((a, b) => a - b),
    withoutAnchor,
  });
}

function bestOf(table: Table, column: Column, by: string | null, { groups }: Asked): Result<ChosenRows> {
  if (column.kind !== "category") return failed(noWords(column.name));
  const order = by === null ? undefined : findColumn(table, by);
  if (by !== null && !(order && orderedValues(order))) return failed(notADate(by));
  const { from, unknown, undated, late } = bestResponses(table, column, by, groups);
  return ok({ from, unplaced: undated, unknown, late, withoutAnchor: [] });
}

/** Whether a row counts before the best so far, −1 where there is none; rows come in the order of the file. */
function better({ rule }: Ordered, at: (row: number) => number, day: number): (row: number, best: number) => boolean {
  switch (rule) {
    case "smallest":
    case "earliest":
      return (row, best) => best < 0 || at(row) < at(best);
    case "nearest": {
      const far = (row: number) => Math.abs(at(row) - day);
      return (row, best) =>
        !Number.isNaN(day) && (best < 0 || far(row) < far(best) || (far(row) === far(best) && at(row) < at(best)));
    }
    case "firstAfter":
      return (row, best) => at(row) > day && (best < 0 || at(row) < at(best));
    case "greatest":
      return (row, best) => best < 0 || at(row) > at(best);
    default:
      return (row, best) => best < 0 || at(row) >= at(best);
  }
}

/** What puts the rows in order: null for the order of the file. */
function orderOf(table: Table, column: Column, choice: Ordered): Result<Float64Array | null> {
  if (choice.rule === "first" || choice.rule === "last") return ok(null);
  if (!("by" in choice)) {
    const values = orderedValues(column);
    return values ? ok(values) : failed(notOrdered(column.name, choice.rule));
  }
  const by = findColumn(table, choice.by);
  const values = by && orderedValues(by);
  return values ? ok(values) : failed(notADate(choice.by));
}

function anchorOf(of: Table, choice: Ordered, by: Column | undefined): Result<Float64Array | null> {
  if (!("to" in choice)) return ok(null);
  const to = findColumn(of, choice.to);
  const values = to && orderedValues(to);
  if (!to || !values) return failed(notADate(choice.to));
  return to.kind === by?.kind ? ok(values) : failed(notAlike(choice.by, choice.to));
}

/** What a choice passed over, as problems of the column called `name`; `where` says in which file the rows stand. */
export function passedOver(
  { unplaced, withoutAnchor, unknown = [], late = [] }: ChosenRows,
  choice: RowChoice,
  name: string,
  where: string,
): Problem[] {
  const found: Problem[] = [];
  const at = (rows: number[]) => rows.map((row) => row + 1);
  if (unplaced.length > 0) {
    const rows = `${counted(unplaced.length, "row")}${where}`;
    found.push(
      "by" in choice && choice.by !== null
        ? problem(
            "rows-undated",
            `“${name}” passes over ${rows} without “${choice.by}”.`,
            "Complete the dates in that file if these values count.",
            at(unplaced),
          )
        : problem(
            "rows-unordered",
            `“${name}” passes over ${rows} whose value cannot be read.`,
            "Correct these cells in the file if they count.",
            at(unplaced),
          ),
    );
  }
  if (unknown.length > 0)
    found.push(
      problem(
        "rows-no-response",
        `“${name}” passes over ${counted(unknown.length, "row")}${where} whose word is none of response.`,
        "Write CR, PR, SD, PD or NE in these cells if they count.",
        at(unknown),
      ),
    );
  if (late.length > 0)
    found.push(
      problem(
        "rows-after-progression",
        `“${name}” passes over ${counted(late.length, "row")}${where} after the first progression.`,
        "Choose another rule for this column if they count.",
        at(late),
      ),
    );
  if (withoutAnchor.length > 0 && "to" in choice) {
    const patients = `${counted(withoutAnchor.length, "patient")}`;
    const text = `“${name}” is missing for ${patients} without “${choice.to}”.`;
    found.push(problem("rows-without-anchor", text, "Complete this date in the file.", at(withoutAnchor)));
  }
  return found;
}

const notADate = (name: string) =>
  problem(
    "rows-date-expected",
    `“${name}” is no column of dates or numbers and cannot say which row is the latest.`,
    "Choose another column.",
  );
const notOrdered = (name: string, rule: string) =>
  problem(
    "rows-not-ordered",
    `“${name}” is a column of text and has no ${rule} value.`,
    "Choose another rule, or read the column as numbers.",
  );
const noWords = (name: string) =>
  problem("rows-no-words", `“${name}” is no column of words and has no best response.`, "Choose another rule.");
const notAlike = (by: string, to: string) =>
  problem(
    "rows-not-comparable",
    `One of “${by}” and “${to}” holds dates and the other numbers; they cannot be compared.`,
    "Choose two columns of the same kind.",
  );
