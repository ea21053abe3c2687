import type { Board } from "../../board/board";
import type { Comparison, Conversion, Factor, Formula } from "../../board/score";
import { failed, ok, problem, type Result } from "../../result";
import { calendarFromDay } from "../../table/dates";
import type { Column, Table } from "../../table/table";
import { requireColumn } from "../columns";
import { conversionBetween, conversions, tidy } from "./conversions";
import { unitOfColumn } from "./units";

/**
 * For each row 1 where the factor is present, 0 where it is not, NaN where a value is missing; of a factor per unit the
 * value itself.
 */
export type Amounts = Float64Array;

/** What has to be said before a factor can be answered for anybody; null when nothing. */
export function openQuestion({ label, column, formula, when }: Factor): string | null {
  if (column === null) return `${label} has no column`;
  if (formula && formula.column === null) return `${label} needs a second column`;
  if ("value" in when && when.value === null)
    return when.limit ? `${label} needs the ${limitInWords[when.limit]}` : `${label} needs a cut`;
  if (when.op === "in" && when.values.length === 0) return `${label} needs the values that count`;
  return null;
}

export const limitInWords = { ULN: "upper limit of normal", LLN: "lower limit of normal" };

/** Answers a factor strictly as written (`<` is not `<=`). A factor with an open question is unknown for everybody. */
export function factorAmounts(table: Table, factor: Factor, board: Board): Result<Amounts> {
  if (openQuestion(factor) !== null) return ok(new Float64Array(table.rows).fill(Number.NaN));
  const column = requireColumn(table, factor.column as string);
  if (!column.ok) return column;
  if (factor.when.op === "in") return inSet(column.value, factor.when.values, board);
  const values = factorValues(table, factor, column.value, board);
  if (!values.ok) return values;
  return comparedValues(table, factor, values.value);
}

function factorValues(table: Table, factor: Factor, column: Column, board: Board): Result<Float64Array> {
  const { formula, convert } = factor;
  if (formula?.kind === "monthsUntil") return monthsUntil(table, column, formula);
  const conflict = unitConflict(column.name, factor.unit, convert, board);
  const unitMatters = !("column" in factor.when) || formula?.kind === "correctedCalcium";
  if (conflict && unitMatters) return failed(conflict);
  const values = numbersIn(column);
  if (!values.ok) return values;
  const converted = inUnit(values.value, convert);
  if (!formula) return ok(converted);
  const second = requireColumn(table, formula.column as string);
  if (!second.ok) return second;
  const others = numbersIn(second.value);
  if (!others.ok) return others;
  const other = inUnit(others.value, formula.convert);
  if (formula.kind === "ratio") return ok(converted.map((value, row) => tidy(value / (other[row] ?? Number.NaN))));
  const otherConflict = unitConflict(second.value.name, "g/dL", formula.convert, board);
  if (otherConflict) return failed(otherConflict);
  return ok(converted.map((value, row) => tidy(value + 0.8 * (4 - (other[row] ?? Number.NaN)))));
}

/** Values that are at hand, compared as a factor's are. */
export function comparedValues(
  table: Table,
  { when, convert }: Pick<Factor, "when" | "convert">,
  values: Float64Array,
): Result<Amounts> {
  switch (when.op) {
    case "in":
    case "per unit":
      return ok(values);
    case "between":
      return ok(answers(values, (value) => value >= when.min && value <= when.max));
    case "< column":
    case "<= column":
    case "> column":
    case ">= column": {
      const other = requireColumn(table, when.column);
      if (!other.ok) return other;
      const limits = numbersIn(other.value);
      if (!limits.ok) return limits;
      const limit = inUnit(limits.value, convert);
      return ok(
        values.map((value, row) => {
          const own = limit[row] ?? Number.NaN;
          const compared = !Number.isNaN(value) && !Number.isNaN(own);
          return compared ? Number(holds(value, when.op, scaled(own, when.times))) : Number.NaN;
        }),
      );
    }
    default: {
      const limit = scaled(when.value as number, when.times);
      return ok(answers(values, (value) => holds(value, when.op, limit)));
    }
  }
}

const scaled = (limit: number, times: number) => (times === 1 ? limit : tidy(limit * times));

const answers = (values: Float64Array, isAdverse: (value: number) => boolean): Amounts =>
  values.map((value) => (Number.isNaN(value) ? Number.NaN : Number(isAdverse(value))));

function holds(value: number, op: Exclude<Comparison["op"], "in" | "between" | "per unit">, limit: number): boolean {
  switch (op) {
    case "<":
    case "< column":
      return value < limit;
    case "<=":
    case "<= column":
      return value <= limit;
    case ">":
    case "> column":
      return value > limit;
    case ">=":
    case ">= column":
      return value >= limit;
    case "=":
      return value === limit;
  }
}

/** Texts as written or as the user merged them; in a column of numbers "1" is also 1.0. */
function inSet(column: Column, values: string[], board: Board): Result<Amounts> {
  if (column.kind === "number") {
    const wanted = new Set(values.map(Number));
    return ok(answers(column.values, (value) => wanted.has(value)));
  }
  if (!column.written)
    return failed(
      problem(
        "factor-levels",
        `“${column.name}” has too many different values to compare with a list.`,
        "Use a comparison of numbers.",
      ),
    );
  const { codes, levels } = column.written;
  const wanted = new Set(values);
  for (const { column: of, from, to } of board.edits.mergedLevels)
    if (of === column.name && wanted.has(to)) for (const value of from) wanted.add(value);
  const byLevel = levels.map((level) => Number(wanted.has(level)));
  return ok(Float64Array.from(codes, (code) => byLevel[code] ?? Number.NaN));
}

function numbersIn(column: Column): Result<Float64Array> {
  if (column.kind === "number") return ok(column.values);
  return failed(
    problem(
      "factor-number",
      `“${column.name}” is not a column of numbers.`,
      "Choose a number column for this factor, or change its kind in Data.",
    ),
  );
}

const inUnit = (values: Float64Array, convert: Conversion | null): Float64Array =>
  convert === null ? values : values.map((value) => tidy(conversions[convert].of(value)));

/**
 * The sentence that a column is known to be in another unit than the cut, and nobody said what to do; null where all is
 * well.
 */
function unitConflict(name: string, unit: string, convert: Conversion | null, board: Board) {
  const own = unitOfColumn(name, board);
  const used = convert ? conversions[convert].to : own;
  const known = own !== null && (convert ? conversions[convert].from !== own : conversionBetween(own, unit) !== null);
  if (!known && (used === null || conversionBetween(used, unit) === null)) return null;
  return problem(
    "unit-conflict",
    `“${name}” is in ${own ?? used}${convert ? `, read as ${conversions[convert].from}` : ""}; the cut is in ${unit}.`,
    "Convert the column, or give the cut in its unit.",
  );
}

/** Calendar months from one date to another: from the 15th to the 15th of a month a year later are 12. */
function monthsUntil(table: Table, from: Column, formula: Formula): Result<Float64Array> {
  const to = requireColumn(table, formula.column as string);
  if (!to.ok) return to;
  if (from.kind !== "date" || to.value.kind !== "date")
    return failed(
      problem(
        "factor-date",
        `“${from.name}” and “${to.value.name}” are not both columns of dates.`,
        "Choose two date columns.",
      ),
    );
  const ends = to.value.days;
  return ok(from.days.map((start, row) => monthsBetween(start, ends[row] ?? Number.NaN)));
}

function monthsBetween(start: number, end: number): number {
  if (Number.isNaN(start) || Number.isNaN(end)) return Number.NaN;
  const [a, b] = [calendarFromDay(start), calendarFromDay(end)];
  const daysInMonth = new Date(Date.UTC(b.year, b.month, 0)).getUTCDate();
  return tidy(12 * (b.year - a.year) + (b.month - a.month) + (b.day - Math.min(a.day, daysInMonth)) / daysInMonth);
}
