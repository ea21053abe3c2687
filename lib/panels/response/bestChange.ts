import type { PanelOf } from "../../board/panelForms/registry";
import { requireColumn } from "../../cohort/columns";
import { usualResponse } from "../../cohort/responseMeaning";
import { nth } from "../../numeric/nth";
import { failed, ok, problem, type Result } from "../../result";
import type { Column, Table } from "../../table";

/** Best changes of a column, in percent, one per row of the cohort. */
export interface BestChanges {
  /** NaN where nothing is written, or nothing that can be read. */
  values: Float64Array;
  /** Rows (from 0) by what was made of their cells. */
  unreadable: number[];
  /** Less than −100%, which cannot be. */
  impossible: number[];
  /** Numbers in parentheses, read as negative. */
  parentheses: number[];
  /** The numbers that may be fractions: all of them lie between these; null where they are decided. */
  inDoubt: { from: number; to: number; count: number } | null;
  /** Numbers above 0, where the name of the column says that they are shrinkage and nobody has decided; else 0. */
  maybeShrinkage: number;
}

/** Numbers within this may be fractions of 1 or percent: it is asked. */
const mostFraction = 1.5;

/** A column so called may count shrinkage as positive. */
const saysShrinkage = /shrink|reduction|decrease|regression|schrumpf|rückgang|abnahme|verkleinerung/i;

/** A cell as a number: whether a percent sign stands in it, and whether parentheses made it negative. */
interface Amount {
  value: number;
  percent: boolean;
  parentheses: boolean;
}

/** "−34%", "(34%)", "- 34,5 %" and "−0.34" as numbers; null where it is none, or a comma may set off thousands. */
export function amountOf(text: string): Amount | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, "");
  // "PR (−45%)": the change beside its word.
  const [, word, beside] = /^(\p{L}{2,})\(?([+-]?\d+(?:[.,]\d+)?%)\)?$/u.exec(plain) ?? [];
  if (word && beside && usualResponse(word)) return amountOf(beside);
  const inside = /^\((.+)\)(%?)$/.exec(plain);
  const bare = inside ? `${inside[1]}${inside[2]}` : plain;
  const found = /^([+-]?)(\d+(?:[.,]\d+)?|[.,]\d+)(%?)$/.exec(bare);
  if (!found || /^\d+,\d{3}$/.test(found[2] ?? "")) return null;
  const size = Number((found[2] ?? "").replace(",", "."));
  const negative = found[1] === "-" || inside !== null;
  return { value: negative ? -size : size, percent: found[3] === "%", parentheses: inside !== null };
}

/** The best change of every row in percent. `counted`: the rows that stand for patients. */
export function bestChanges(
  table: Table,
  { column: name, scale, positive }: NonNullable<PanelOf<"response">["change"]>,
  counted: (row: number) => boolean,
): Result<BestChanges> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  if (column.value.kind === "date") return failed(notAChange(name, "dates"));
  if (column.value.kind === "category" && !column.value.written) return failed(notAChange(name, "text"));
  const amounts = amountsOf(table, column.value);
  const found: BestChanges = {
    values: new Float64Array(table.rows).fill(Number.NaN),
    unreadable: [],
    impossible: [],
    parentheses: [],
    inDoubt: null,
    maybeShrinkage: 0,
  };
  const plain: number[] = [];
  for (const [row, amount] of amounts.entries()) {
    if (!counted(row) || amount === "nothing") continue;
    if (amount === null) found.unreadable.push(row);
    else if (!amount.percent) plain.push(amount.value);
  }
  const [from, to] = plain.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as const);
  const small = plain.some((value) => value !== 0) && from >= -mostFraction && to <= mostFraction;
  if (scale === null && small) found.inDoubt = { from, to, count: plain.length };
  for (const [row, amount] of amounts.entries()) {
    if (!counted(row) || amount === null || amount === "nothing") continue;
    const value =
      amount.value * (scale === "fraction" && !amount.percent ? 100 : 1) * (positive === "shrinkage" ? -1 : 1) + 0;
    if (amount.value > 0 && positive === null && saysShrinkage.test(name)) found.maybeShrinkage++;
    if (amount.parentheses) found.parentheses.push(row);
    if (value < -100 - 1e-9) found.impossible.push(row);
    else found.values[row] = Math.max(-100, value);
  }
  return ok(found);
}

/** What every row says: a number, "nothing" where the cell is empty, null where it cannot be read. */
function amountsOf(table: Table, column: Column): (Amount | null | "nothing")[] {
  const odd = new Map(table.unparsed.get(column.name)?.map(({ row, text }) => [row, text]));
  const byLevel = column.written?.levels.map(amountOf);
  return Array.from({ length: table.rows }, (_, row) => {
    const text = odd.get(row);
    if (text !== undefined) return noMeasurement(text) ? "nothing" : amountOf(text);
    const code = column.written?.codes[row] ?? -1;
    if (column.kind === "number") {
      const value = nth(column.values, row);
      if (Number.isNaN(value)) return "nothing";
      return { value, percent: code >= 0 && byLevel?.[code]?.percent === true, parentheses: false };
    }
    if (code < 0) return "nothing";
    return noMeasurement(column.written?.levels[code] ?? "") ? "nothing" : (byLevel?.[code] ?? null);
  });
}

/** Words for no measurement. */
const noMeasurement = (text: string) =>
  /^(ne|nd|n\/?a|n\.a\.|none|not (evaluable|measured|assessed|done)|no measurement|-+|–|—)$/i.test(text.trim());

const notAChange = (name: string, kind: string) =>
  problem(
    "response-change-kind",
    `“${name}” is a column of ${kind} and cannot be the best change.`,
    "Choose the column of best change in percent beside the figure.",
  );
