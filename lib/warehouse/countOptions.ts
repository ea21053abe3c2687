import type { Board, TimeUnit } from "../board/board";
import { incompleteRule } from "../cohort/endpointFromRule";
import { numberInWords } from "../format";
import { type Problem, problem } from "../result";
import { columnsOfEndpoint } from "./answerable";
import type { DialectId } from "./dialects";
import type { WarehouseColumn } from "./reading";

/** How patients are counted, of which table. */
export interface CountOptions {
  dialect: DialectId;
  /** The table as it stands after FROM: written by `tableName`, or a call that reads files. */
  from: string;
  /** What it is called in words. */
  called: string;
  columns: readonly WarehouseColumn[];
  /** Times are raised to the end of one of these; null: as they are. */
  grid: TimeUnit | null;
  /** Cells of fewer patients are merged. */
  smallest: number;
  /** Numbers are lowered to multiples of this, by column. */
  bins: Readonly<Record<string, number>>;
}

/** What the options, the board's endpoints and the types of columns cannot be together; nothing where they can. */
export function wrongOptions(board: Board, { columns, grid, smallest, bins }: CountOptions): Problem[] {
  const found: Problem[] = [];
  const said = (code: string, message: string, hint: string) => found.push(problem(code, message, hint));
  if (board.endpoints.length === 0) said("counts-endpoint", "This board has no endpoint.", "Set one up in Data.");
  if (!(Number.isInteger(smallest) && smallest >= 1))
    said("counts-smallest", `The smallest cell is ${smallest}, no number of patients.`, "Say 1, or 11 and the like.");
  if (smallest > 1 && grid === null)
    said(
      "counts-grid",
      "Times as they are leave hardly a cell with several patients.",
      "Choose whole months, or another grid.",
    );
  for (const [name, width] of Object.entries(bins)) {
    if (!(width > 0 && Number.isFinite(width)))
      said("counts-bins", `“${name}” cannot be in steps of ${width}.`, "Say a number above 0.");
    else
      for (const cut of cutsOf(board, name))
        if (!Number.isInteger(cut / width))
          said(
            "counts-bins",
            `“${name}” in steps of ${numberInWords(width)} cannot be compared with ${numberInWords(cut)}.`,
            "Choose steps whose bounds hold the cut.",
          );
  }
  for (const endpoint of board.endpoints) {
    const { time, event, entry, label } = endpoint;
    if (grid !== null && entry !== null)
      said(
        "counts-entry",
        `${label} has delayed entry; on a grid of ${grid} patients would come under observation at other times.`,
        "Count times as they are.",
      );
    if (time.from !== "rule" && event === null)
      said("counts-endpoint", `${label} has no column that says what happened.`, "Choose the event column in Data.");
    const lacking = time.from === "rule" ? incompleteRule(time, event !== null) : null;
    if (lacking) found.push(lacking);
    const typeOf = (name: string) => columns.find((each) => each.name === name)?.type;
    const timed = time.from === "column" ? [time.column] : time.from === "outcome" ? [time.event, time.otherwise] : [];
    const dated =
      time.from === "dates"
        ? [time.start, time.end]
        : time.from === "rule"
          ? columnsOfEndpoint({ ...endpoint, event: null, entry: null })
          : [];
    for (const name of timed.filter((each) => typeOf(each) === "date" || typeOf(each) === "boolean"))
      said(
        "number-expected",
        `“${name}” is a column of ${typeOf(name)}s and cannot be the time of ${label}.`,
        "Choose a number column.",
      );
    for (const name of dated.filter(
      (each) => typeOf(each) === "integer" || typeOf(each) === "number" || typeOf(each) === "boolean",
    ))
      said(
        "date-expected",
        `“${name}” is a column of ${typeOf(name)}s and cannot be a date of ${label}.`,
        "Choose a date column, or cast it in a view.",
      );
  }
  const unsayable = columns.filter(({ name }) => name.includes("\0"));
  if (unsayable.length > 0) said("counts-name", "A column has a NUL character in its name.", "Rename it in a view.");
  return found;
}

/** What numbers of a column are compared with. */
function cutsOf({ scores, edits, filters }: Board, name: string): number[] {
  return [
    ...scores.flatMap(({ factors }) =>
      factors.flatMap(({ column, when }) =>
        column === name && "value" in when && when.value !== null ? [when.value * when.times] : [],
      ),
    ),
    ...edits.derivedColumns.flatMap((derived) =>
      derived.from === "cut" && derived.column === name && "at" in derived.by ? derived.by.at : [],
    ),
    ...filters.flatMap((filter) =>
      filter.kind === "range" && "column" in filter.of && filter.of.column === name
        ? [filter.min, filter.max].filter((bound) => bound !== null)
        : [],
    ),
  ];
}
