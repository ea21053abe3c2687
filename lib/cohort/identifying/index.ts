import type { Board } from "../../board/board";
import type { Coding } from "../../board/panelForms/regression";
import type { Comparison } from "../../board/score";
import type { Column, Table } from "../../table/table";
import { choiceFor } from "../columns";
import { isNamedId, reasonByHeader } from "./byHeader";
import { reasonByValues } from "./byValues";

/**
 * Why a column may identify patients, in a few words; null when nothing was found, which is no proof. The user's word
 * (`identifying`) decides over this. After the HIPAA list: header words, contacts and numbers, dates, ages above 89,
 * codes that hardly repeat, free text.
 */
export function identifyingReason(column: Column, rows: number): string | null {
  if (isNamedId(column.name) && column.kind !== "number") return "named like an id";
  return reasonByHeader(column.name) ?? reasonByValues(column, rows);
}

/** The user's word where given, else what the column looks like. */
export function isIdentifying(board: Board, column: Column, rows: number): boolean {
  return choiceFor(board, column.name).identifying ?? identifyingReason(column, rows) !== null;
}

/**
 * The board as it may be saved: columns that identify keep their name and kind, never their levels or the values
 * filtered on.
 */
export function withoutIdentifyingValues(board: Board, table: Table): Board {
  const identifying = new Set(
    table.columns.filter((column) => isIdentifying(board, column, table.rows)).map(({ name }) => name),
  );
  return {
    ...board,
    columns: board.columns.map((choice) => (identifying.has(choice.name) ? { ...choice, levels: undefined } : choice)),
    filters: board.filters.filter(({ of }) => !("column" in of && identifying.has(of.column))),
    edits: { ...board.edits, mergedLevels: board.edits.mergedLevels.filter(({ column }) => !identifying.has(column)) },
    joins: board.joins.map((join) => ({ ...join, take: join.take.filter(({ name }) => !identifying.has(name)) })),
    scores: board.scores.map((score) => ({
      ...score,
      factors: score.factors.map((factor) =>
        factor.column !== null && identifying.has(factor.column)
          ? { ...factor, when: withoutTexts(factor.when) }
          : factor,
      ),
    })),
    panels: board.panels.map((panel) =>
      panel.kind === "regression"
        ? {
            ...panel,
            terms: panel.terms.map((term) =>
              "column" in term.of && identifying.has(term.of.column)
                ? { ...term, coding: unspoken(term.coding) }
                : term,
            ),
          }
        : panel,
    ),
  };
}

const withoutTexts = (when: Comparison): Comparison => (when.op === "in" ? { op: "in", values: [] } : when);

const unspoken = (coding: Coding): Coding =>
  coding.kind === "levels"
    ? { ...coding, reference: null }
    : coding.kind === "cut"
      ? { ...coding, when: withoutTexts(coding.when) }
      : coding;
