import type { Board, Join, Panel } from "../../board/board";
import type { Values } from "../../board/panelForms/panelForm";
import { panelForms } from "../../board/panelForms/registry";
import { withoutValuesCompared } from "../../board/score";
import type { Column, Table } from "../../table/table";
import { choiceFor } from "../columns";
import { patientsOf } from "../patients";
import { variablesOf } from "../variables";
import { isNamedId, reasonByHeader } from "./byHeader";
import { reasonByValues } from "./byValues";

/**
 * Why a column may identify patients, in a few words; null when nothing was found, which is no proof. The user's word
 * (`identifying`) decides over this. After the HIPAA list: header words, contacts and numbers, dates, ages above 89,
 * codes that hardly repeat, free text.
 */
export function identifyingReason(column: Column, rows: number): string | null {
  const known = reasons.get(column);
  if (known !== undefined) return known;
  const reason = reasonOf(column, rows);
  reasons.set(column, reason);
  return reason;
}

/** A column is read once. */
const reasons = new WeakMap<Column, string | null>();

function reasonOf(column: Column, rows: number): string | null {
  if (isNamedId(column.name) && column.kind !== "number") return "named like an id";
  return reasonByHeader(column.name) ?? reasonByValues(column, rows);
}

/** The user's word where given, else what the column looks like. */
export function isIdentifying(board: Board, column: Column, rows: number): boolean {
  return choiceFor(board, column.name).identifying ?? identifyingReason(column, rows) !== null;
}

/**
 * The board as it may be saved: columns that identify keep their name and kind, never their levels, the values filtered
 * on, cells corrected or those that scores, models and panels name. What remains is the user's own words, and which values count as
 * missing or as an event.
 */
export function withoutIdentifyingValues(
  board: Board,
  table: Table,
  variables = variablesOf(table, board, patientsOf(table, board).size),
): Board {
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const identifying = (name: string) => {
    const column = columns.get(name);
    return column ? isIdentifying(board, column, table.rows) : namedIdentifying(name, board.columns);
  };
  const values: Values = {
    identifies: (of) => "column" in of && identifying(of.column),
    levels(of) {
      const found = variables.levels(of);
      return found.ok ? found.value.levels.map(({ value }) => value) : [];
    },
  };
  return {
    ...board,
    columns: board.columns.map((choice) => (identifying(choice.name) ? { ...choice, levels: undefined } : choice)),
    filters: board.filters.filter(({ of }) => !values.identifies(of)),
    edits: {
      ...board.edits,
      mergedLevels: board.edits.mergedLevels.filter(({ column }) => !identifying(column)),
      changedCells: board.edits.changedCells
        .filter(({ column }) => !identifying(column))
        .map((cell) => (board.patientId !== null && identifying(board.patientId) ? { ...cell, patient: null } : cell)),
    },
    joins: board.joins.map((join) => withoutValuesTaken(join, identifying)),
    scores: board.scores.map((score) => ({
      ...score,
      factors: score.factors.map((factor) =>
        factor.column !== null && identifying(factor.column)
          ? { ...factor, when: withoutValuesCompared(factor.when) }
          : factor,
      ),
    })),
    panels: board.panels.map((panel) => panelForms[panel.kind].withoutValues(panel, values) as Panel),
  };
}

/** Of a column that is not there to be looked at: the user's word, else its name. */
const namedIdentifying = (name: string, choices: Board["columns"]) =>
  choices.find((choice) => choice.name === name)?.identifying ?? reasonByHeader(name) !== null;

/** Names of panels of genes are cell values. */
function withoutPanelNames(genes: Join["genes"], theirs: (column: string) => boolean): Join["genes"] {
  if (genes?.form !== "long" || genes.tested?.by !== "panels" || !theirs(genes.tested.column)) return genes;
  return { ...genes, tested: { ...genes.tested, panels: [] } };
}

/** A column that is taken by values of an identifying one is not taken without them: it would say no of everybody. */
function withoutValuesTaken(join: Join, identifying: (column: string) => boolean): Join {
  const theirs = (name: string) => namedIdentifying(name, join.columns);
  const take = join.take.filter(
    (taken) => !identifying(taken.name) && !("values" in taken && taken.values !== null && theirs(taken.column)),
  );
  const named = new Set(join.take.flatMap(({ name, column }) => (identifying(name) ? [column] : [])));
  const columns = join.columns.map((choice) =>
    named.has(choice.name) || theirs(choice.name) ? { ...choice, levels: undefined } : choice,
  );
  return { ...join, take, columns, genes: withoutPanelNames(join.genes, theirs) };
}
