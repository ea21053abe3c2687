import type { Board } from "../../board/board";
import type { Score } from "../../board/score";
import { counted } from "../../format";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import { dayFromCalendar } from "../../table/dates";
import type { Column, Table } from "../../table/table";
import { choiceFor } from "../columns";
import type { ColumnSummary } from "../tableSummary";
import { openQuestion } from "./factor";
import { whyImpossible } from "./possible";
import { scoreValues } from "./score";

/**
 * What is entered for one patient, as typed, by column name. Numbers may have a decimal comma; dates are 2021-03-28.
 */
export type Answers = ReadonlyMap<string, string>;

export interface PlacedPatient {
  /** The label of the score's group. */
  group: string;
  points: number;
}

/** The columns a score asks of a patient, each once, in the order of its factors. */
export function askedColumns({ factors }: Score): string[] {
  const names = factors.flatMap(({ column, formula, when }) => [
    column,
    formula?.column ?? null,
    "column" in when ? when.column : null,
  ]);
  return [...new Set(names.filter((name) => name !== null))];
}

/**
 * The group one patient falls in by a score, evaluated as for the cohort; or the sentence why the patient cannot be
 * placed: a value that is missing, is no value of its column or lies far outside the cohort. A missing factor never
 * counts as absent here.
 */
export function placePatient(
  score: Score,
  answers: Answers,
  board: Board,
  columns: readonly ColumnSummary[],
): Result<PlacedPatient> {
  const open = score.factors.map(openQuestion).find((question) => question !== null);
  if (open) return cannot(`${open}.`);
  const made: Column[] = [];
  for (const name of askedColumns(score)) {
    const column = oneCell(name, answers.get(name)?.trim() ?? "", board, columns);
    if (!column.ok) return column;
    made.push(column.value);
  }
  const strict: Score = { ...score, missing: score.missing === "bound" ? "bound" : "leaveOut" };
  const values = scoreValues(tableOf(made), strict, board);
  if (!values.ok) return cannot(values.problem.message);
  const { codes, points } = values.value;
  const group = score.groups[codes[0] ?? -1];
  if (group) return ok({ group: group.label, points: points[0] ?? Number.NaN });
  const missing = made.filter(isBlank).map(({ name }) => labelOf(name, board));
  if (missing.length > 0) return cannot(`${listed(missing)} ${missing.length === 1 ? "is" : "are"} missing.`);
  return cannot(`no group of the score has ${counted(points[0] ?? Number.NaN, "point")}.`);
}

function oneCell(name: string, text: string, board: Board, columns: readonly ColumnSummary[]): Result<Column> {
  const summary = columns.find((column) => column.name === name);
  if (!summary) return cannot(`the file has no column “${name}”.`);
  const written = { codes: Int32Array.of(text === "" ? -1 : 0), levels: text === "" ? [] : [text] };
  if (text !== "" && summary.kind === "category" && !isLevel(text, summary))
    return cannot(`${labelOf(name, board)}: “${text}” is no value of this cohort.`);
  if (summary.kind === "category") return ok({ kind: "category", name, written });
  if (summary.kind === "date") {
    const day = text === "" ? Number.NaN : dayOf(text);
    if (text !== "" && Number.isNaN(day)) return cannot(`${labelOf(name, board)}: “${text}” is no date.`);
    return ok({ kind: "date", name, days: Float64Array.of(day), written });
  }
  const value = text === "" ? Number.NaN : numberOf(text);
  if (text !== "" && Number.isNaN(value)) return cannot(`${labelOf(name, board)}: “${text}” is no number.`);
  const impossible = whyImpossible(value, summary, board);
  if (impossible) return cannot(`${labelOf(name, board)} ${text} ${impossible}`);
  return ok({ kind: "number", name, values: Float64Array.of(value), written });
}

/** Of a column with too many values to list, any text may be one. */
const isLevel = (text: string, { levels, distinct }: ColumnSummary): boolean =>
  levels === null || distinct !== levels.length || levels.some(({ value }) => value === text);

const numberOf = (text: string): number =>
  /^[-−+]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace("−", "-").replace(",", ".")) : Number.NaN;

function dayOf(text: string): number {
  const [, year, month, day] = text.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? [];
  return year === undefined ? Number.NaN : dayFromCalendar(Number(year), Number(month), Number(day));
}

const isBlank = ({ written }: Column) => written?.codes[0] === -1;

const labelOf = (name: string, board: Board) => choiceFor(board, name).label ?? name;

const listed = (names: string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;

const cannot = <T>(why: string): Result<T> => failed(cannotBePlaced(why));

export const cannotBePlaced = (why: string): Problem =>
  problem("patient-not-placed", `Cannot be placed: ${why}`, "Complete or correct the value.");

/** A table of one row that holds nothing but these cells. */
const tableOf = (columns: Column[]): Table => ({
  rows: 1,
  columns,
  reading: {
    format: "delimited",
    packed: null,
    encoding: "utf-8",
    bom: false,
    separator: ",",
    decimal: ".",
    newline: "lf",
    header: 1,
    preamble: [],
    blankLines: 0,
    ghostRows: 0,
    accented: [],
    sheet: null,
    sheets: [],
  },
  notices: [],
  questions: [],
  codeBook: null,
  filledDown: new Map(),
  unparsed: new Map(),
  missingWords: new Map(),
  trimmed: new Map(),
  respelled: new Map(),
  lines: [],
});
