import type { Board } from "../board/board";
import { countFileHead } from "../board/countFile";
import { counted, formatCount } from "../format";
import { failed, ok, problem, type Result } from "../result";
import type { CountOptions } from "../warehouse/countOptions";
import { type CountQuery, countQuery } from "../warehouse/countQuery";
import { writing } from "../warehouse/dialects";
import type { Engine } from "../warehouse/engines/engine";

export type Choices = Pick<CountOptions, "grid" | "smallest" | "bins">;

/** The cells of a board, and all that a file of them says. */
export interface CountedCells {
  /** The board they are read by. */
  board: Board;
  /** What they are, in sentences. */
  says: string;
  columns: string[];
  /** Lines of CSV, in an order that does not depend on the engine. */
  lines: string[];
  patients: number;
}

const refused = (code: string, message: string, hint: string) => failed<never>(problem(code, message, hint));

/** The query of a board for the table of an engine as it is now. */
export async function queryAt(
  engine: Engine,
  board: Board,
  choices: Choices,
  called: string,
): Promise<Result<CountQuery>> {
  const columns = await engine.columns();
  if (!columns.ok) return columns;
  const { dialect, from } = engine;
  return countQuery(board, { ...choices, dialect, from, called, columns: columns.value });
}

/**
 * Has an engine count the patients of a board. Problems where a patient has several rows, where there are none, and where what comes back
 * is no number of patients, or one under the smallest cell. `onAsked` once the engine counts.
 */
export async function countCells(
  engine: Engine,
  board: Board,
  choices: Choices,
  called: string,
  onAsked: () => void = () => {},
): Promise<Result<CountedCells>> {
  const query = await queryAt(engine, board, choices, called);
  if (!query.ok) return query;
  const repeated = await repeatedIds(engine, board);
  if (repeated > 0)
    return refused(
      "counts-repeated",
      `${counted(repeated, "row repeats", "rows repeat")} an earlier “${board.patientId}”; a query counts each row as a patient.`,
      "Make a view with one row for each patient, and count that.",
    );
  onAsked();
  const { columns, mergedTo } = query.value;
  const { smallest } = choices;
  const lines: string[] = [];
  const sums = { patients: 0, merged: 0, someLeft: false };
  const mergedAt = columns.indexOf(mergedTo ?? "");
  for await (const rows of engine.rows(query.value.sql)) {
    for (const row of rows) {
      const said = row[columns.length - 1] ?? null;
      lines.push(row.map(cell).join(","));
      // Of so few that their number is left blank.
      if (said === null && smallest > 1 && !sums.someLeft) {
        sums.someLeft = true;
        continue;
      }
      const count = Number(said);
      sums.patients += count;
      if ((row[mergedAt] ?? null) !== null) sums.merged += count;
      if (!(Number.isSafeInteger(count) && count > 0 && Number.isSafeInteger(sums.patients)))
        return refused(
          "counts-cell",
          `A cell has ${said ?? "no number of"} patients, which is no number that can be counted with.`,
          "Whole numbers from 1 to 9,007,199,254,740,991 can be; check what the table is, or count a part of it.",
        );
      if (count < smallest)
        return refused(
          "counts-small",
          `A cell came back with ${counted(count, "patient")}, fewer than the smallest cell of ${smallest}.`,
          "Nothing was kept. Tell the authors of Meierboard.",
        );
    }
  }
  if (lines.length === 0) return refused("counts-empty", `${called} has no rows.`, "Check the table.");
  const { merged, someLeft, patients } = sums;
  const left = smallest > 1 ? { merged, someLeft } : {};
  const { source } = query.value.board;
  const says = [
    `${formatCount(patients)} patients of ${called} in ${formatCount(lines.length)} cells.`,
    ...(merged > 0 ? [`${formatCount(merged)} were merged at a later time.`] : []),
    ...(someLeft ? [`1 to ${smallest - 1} more are left out.`] : []),
    ...query.value.notes,
  ];
  return ok({
    board: { ...query.value.board, source: { ...source, counted: source.counted && { ...source.counted, ...left } } },
    says: says.join(" "),
    columns,
    lines: lines.sort(),
    patients,
  });
}

/** The table alone, as CSV. */
export const csvOfCells = ({ columns, lines }: CountedCells): string =>
  `${columns.map(cell).join(",")}\n${lines.join("\n")}\n`;

/** A file that the page opens; a problem where the board is too long for its head. */
export function countFile(cells: CountedCells): Result<string> {
  const head = countFileHead(cells.board, cells.says);
  return head.ok ? ok(`${head.value}${csvOfCells(cells)}`) : head;
}

async function repeatedIds({ dialect, from, rows }: Engine, { patientId }: Board): Promise<number> {
  if (patientId === null) return 0;
  const id = writing(dialect).name(patientId);
  for await (const [[count] = []] of rows(`SELECT COUNT(${id}) - COUNT(DISTINCT ${id}) FROM ${from}`))
    return Number(count);
  return 0;
}

const cell = (value: string | null): string =>
  value === null ? "" : /[",\r\n]|^\s|\s$|^#/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
