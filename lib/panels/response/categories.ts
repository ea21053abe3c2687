import type { PanelOf } from "../../board/panelForms/registry";
import { requireColumn } from "../../cohort/columns";
import {
  proposedResponse,
  type ResponseCategory,
  responseCategories,
  usualResponse,
} from "../../cohort/responseMeaning";
import { counted, formatCount } from "../../format";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import type { Table } from "../../table";

/** A value of the response column: how many patients have it, and what it counts as. */
export interface ResponseWord {
  value: string;
  count: number;
  /** Null: nobody has said, and the panel waits. */
  as: ResponseCategory | "exclude" | null;
  /** The user said it; else the word says it itself. */
  said: boolean;
  /** What it usually counts as where that has to be asked, and why. */
  proposed: { as: ResponseCategory; why: string } | null;
}

export interface Categories {
  /** Per row the place in `responseCategories`, −1 where the user leaves the row out or nothing is said. */
  codes: Int8Array;
  words: ResponseWord[];
  /** Rows (from 0) of patients whose cell is empty. */
  blank: number[];
  /** Rows of patients that the user leaves out. */
  excluded: number[];
}

/** The category of every row as the panel reads its words. `size`: how many patients each row stands for. */
export function categoriesOf(
  table: Table,
  size: ArrayLike<number>,
  { response, words: said, blank: blankAs }: Pick<PanelOf<"response">, "response" | "words" | "blank">,
): Result<Categories> {
  if (response === null) return ok({ codes: new Int8Array(table.rows).fill(-1), words: [], blank: [], excluded: [] });
  const column = requireColumn(table, response);
  if (!column.ok) return column;
  const { written } = column.value;
  if (!written) return failed(manyValues(response));
  const meaning = new Map(said.map(({ value, as }) => [value, as]));
  const words = written.levels.map((value): ResponseWord => {
    const own = meaning.get(value);
    const as = own ?? usualResponse(value);
    return { value, count: 0, as, said: own !== undefined, proposed: as === null ? proposedResponse(value) : null };
  });
  const blank: number[] = [];
  const excluded: number[] = [];
  const codes = new Int8Array(table.rows).fill(-1);
  for (let row = 0; row < table.rows; row++) {
    const patients = size[row] ?? 0;
    if (patients === 0) continue;
    const word = words[written.codes[row] ?? -1];
    if (word) word.count += patients;
    else blank.push(row);
    const as = word ? word.as : blankAs;
    if (as === "exclude") excluded.push(row);
    else if (as !== null) codes[row] = responseCategories.indexOf(as);
  }
  return ok({ codes, words: sorted(words.filter(({ count }) => count > 0)), blank, excluded });
}

/** Words by what they mean, the open ones first. */
function sorted(words: ResponseWord[]): ResponseWord[] {
  const order = [null, ...responseCategories, "exclude"];
  return words.sort((a, b) => order.indexOf(a.as) - order.indexOf(b.as) || b.count - a.count);
}

/** Why the panel waits for the meaning of words; null where all is said. */
export function openWords(name: string, { words }: Categories): Problem | null {
  const open = words.filter(({ as }) => as === null);
  if (open.length === 0) return null;
  const shown = open.slice(0, 4).map(({ value, count }) => `“${value}” (${formatCount(count)})`);
  const listed =
    open.length > 4 ? `${shown.join(", ")} and ${counted(open.length - 4, "more value")}` : shown.join(", ");
  const patients = open.reduce((sum, { count }) => sum + count, 0);
  return problem(
    "response-undecided",
    `Best response “${name}” has ${listed} without a meaning (${counted(patients, "patient")}).`,
    "Say for each value beside the figure what it counts as: CR, PR, SD, PD, not evaluable or leave out.",
  );
}

export const noColumn = problem(
  "response-absent",
  "Nothing says yet how the tumors responded.",
  "Choose the column of best response or of best change beside the figure.",
);

const manyValues = (name: string) =>
  problem(
    "response-many-values",
    `“${name}” has more than 1,000 different values and cannot be the best response.`,
    "Choose another column beside the figure.",
  );
