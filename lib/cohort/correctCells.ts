import type { Board, CellEdit } from "../board/board";
import { counted, rowsInWords } from "../format";
import { type Problem, problem } from "../result";
import { type CellsAlike, type Column, dayFromIso, parseNumber, type Table, type Written } from "../table";
import { type ChangedCells, changed } from "./changes/changedCells";
import { findColumn } from "./columns";
import { correctedRows } from "./correctedRow";
import { withoutEmptyLevels } from "./gatherColumn";

/** The file's table with the cells that the user corrected, before anything is made of it. */
export interface CorrectedTable {
  table: Table;
  /** One entry a cell, so that each can be taken back alone. */
  changes: ChangedCells[];
  /** How many cells of each column were corrected. */
  counts: { column: string; count: number }[];
  /** Corrections that fit no cell of this file: they wait, and the problem says so. */
  unfit: CellEdit[];
  problems: Problem[];
}

/**
 * A correction counts where the cell still says what it was corrected from: in the row of its patient where an id tells
 * whose it was, as in a later cut, else only in a row that is the same throughout. What a cell becomes is written as in
 * no file in particular: a number with a decimal point, a day as 2019-02-28; the empty text takes its value away.
 */
export function withCorrections(file: Table, { patientId, edits }: Pick<Board, "patientId" | "edits">): CorrectedTable {
  const found = new Map<string, Map<number, CellEdit>>();
  const unfit: CellEdit[] = [];
  const rowOf = correctedRows(file, patientId === null ? undefined : findColumn(file, patientId));
  for (const edit of edits.changedCells) {
    const column = findColumn(file, edit.column);
    const row = column && isReadable(column, edit.to) ? rowOf(edit, column) : -1;
    if (!column || row < 0 || found.get(column.name)?.has(row)) unfit.push(edit);
    else found.set(column.name, (found.get(column.name) ?? new Map()).set(row, edit));
  }
  return {
    table: found.size === 0 ? file : corrected(file, found),
    changes: [...found].flatMap(([column, cells]) =>
      [...cells].flatMap(([row, cell]) =>
        changed("corrected", column, { count: 1, cells: [{ row, from: cell.from, to: cell.to }] }, { cell }),
      ),
    ),
    counts: [...found].map(([column, { size }]) => ({ column, count: size })),
    unfit,
    problems: unfit.length === 0 ? [] : [doNotFit(unfit)],
  };
}

/** Whether a column of this kind can hold the text as a value, or as none. */
export const isReadable = ({ kind }: Pick<Column, "kind">, text: string): boolean =>
  text === "" || kind === "category" || !Number.isNaN(readAs(kind, text));

const readAs = (kind: "number" | "date", text: string) => (kind === "date" ? dayFromIso(text) : parseNumber(text, "."));

const doNotFit = (edits: readonly CellEdit[]): Problem =>
  problem(
    "corrections-do-not-fit",
    `${counted(edits.length, "correction")} of cells ${edits.length === 1 ? "does" : "do"} not fit this file and ${edits.length === 1 ? "is" : "are"} not applied: ${[...new Set(edits.map(({ column }) => `“${column}”`))].join(", ")}, ${rowsInWords(edits.map(({ row }) => row))}.`,
    "No such row says there what was corrected. Correct the cells again, or forget these corrections.",
  );

type Cells = ReadonlyMap<number, CellEdit>;

function corrected(file: Table, found: ReadonlyMap<string, Cells>): Table {
  const columns = file.columns.map((column) => {
    const cells = found.get(column.name);
    return cells ? withCells(column, cells) : column;
  });
  const told = <N extends Table["notices"][number]>(notices: readonly N[]) =>
    notices.flatMap((each) => without(each, found));
  return {
    ...file,
    columns,
    notices: told(file.notices),
    questions: told(file.questions),
    unparsed: changedIn(file.unparsed, found, (cells, rows) => cells.filter(({ row }) => !rows.has(row))),
    missingWords: changedIn(file.missingWords, found, (words, rows) => withoutRows(words, rows)),
  };
}

/** What is told of single cells of a column, without those that are corrected. */
function changedIn<T>(
  all: ReadonlyMap<string, T>,
  found: ReadonlyMap<string, Cells>,
  without: (told: T, rows: Cells) => T,
): Map<string, T> {
  return new Map(
    [...all].map(([name, told]) => {
      const rows = found.get(name);
      return [name, rows ? without(told, rows) : told];
    }),
  );
}

function withoutRows(words: ReadonlyMap<string, CellsAlike>, rows: Cells): Map<string, CellsAlike> {
  return new Map(
    [...words].flatMap(([word, { count, rows: all }]) => {
      const left = all.filter((row) => !rows.has(row));
      const alike = { count: count - (all.length - left.length), rows: left };
      return alike.count > 0 ? [[word, alike] as const] : [];
    }),
  );
}

/** A notice or question about cells goes once each of them is corrected; before that it says how many are. */
function without<N extends Table["notices"][number]>(told: N, found: ReadonlyMap<string, Cells>): N[] {
  const { rows = [], columns = [], count, message } = told;
  const [name] = columns;
  const cells = name !== undefined && columns.length === 1 ? found.get(name) : undefined;
  const done = cells ? rows.filter((row) => cells.has(row - 1)).length : 0;
  if (done === 0) return [told];
  return done >= count ? [] : [{ ...told, message: `${message} ${counted(done, "cell")} of these corrected.` }];
}

function withCells(column: Column, cells: Cells): Column {
  const written = column.written && withTexts(column.written, cells);
  if (column.kind === "category") return { ...column, written: written as Written };
  const { kind } = column;
  const values = (kind === "number" ? column.values : column.days).slice();
  for (const [row, { to }] of cells) values[row] = to === "" ? Number.NaN : readAs(kind, to);
  return kind === "number" ? { ...column, values, written } : { ...column, days: values, written };
}

function withTexts({ codes: before, levels: known }: Written, cells: Cells): Written {
  const [codes, levels] = [before.slice(), [...known]];
  for (const [row, { to }] of cells) {
    const code = levels.indexOf(to);
    codes[row] = to === "" ? -1 : code >= 0 ? code : levels.push(to) - 1;
  }
  // A level that nobody has any more is none.
  return withoutEmptyLevels({ codes, levels });
}
