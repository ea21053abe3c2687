import { type Board, type Filter, isActive, type Variable } from "../../lib/board/board";
import { type CharacteristicChoice, characteristicOf } from "../../lib/board/panelForms/characteristics";
import { newPanel, type PanelOf } from "../../lib/board/panelForms/registry";
import type { Term } from "../../lib/board/panelForms/term";
import type { CharacteristicsResult } from "../../lib/panels/characteristics/result";
import { changeBoard, useStore } from "../store";
import { addPanel, setPanel } from "./panels";

type Panel = PanelOf<"characteristics">;

/** Two variables that are one. */
export const sameVariable = (a: Variable, b: Variable): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The rows of a table as they are on the screen: those chosen, or those the file proposes. */
export const rowsOf = ({ rows }: Panel, result: CharacteristicsResult | null): CharacteristicChoice[] =>
  rows ?? result?.rows.map(({ choice }) => choice) ?? [];

export const setRows = ({ id }: Panel, rows: CharacteristicChoice[]) => setPanel(id, { rows });

/** Adds a row at the end, or takes it away. */
export function toggleRow(panel: Panel, result: CharacteristicsResult | null, of: Variable): void {
  const rows = rowsOf(panel, result);
  const without = rows.filter((row) => !sameVariable(row.of, of));
  setRows(panel, without.length < rows.length ? without : [...rows, characteristicOf(of)]);
}

export const setRow = (
  panel: Panel,
  result: CharacteristicsResult | null,
  of: Variable,
  change: Partial<CharacteristicChoice>,
) =>
  setRows(
    panel,
    rowsOf(panel, result).map((row) => (sameVariable(row.of, of) ? { ...row, ...change } : row)),
  );

/** Puts a row at another place among the rows. */
export function moveRow(panel: Panel, result: CharacteristicsResult | null, of: Variable, to: number): void {
  const rows = rowsOf(panel, result);
  const moved = rows.find((row) => sameVariable(row.of, of));
  const others = rows.filter((row) => !sameVariable(row.of, of));
  if (!moved || to < 0 || to > others.length || rows.indexOf(moved) === to) return;
  setRows(panel, [...others.slice(0, to), moved, ...others.slice(to)]);
}

/** Keeps the patients of one level, or all again where it is kept alone; of a number its range is offered. */
export const filterBy = (of: Variable, level: string | null) => changeBoard((board) => withFilterBy(board, of, level));

function withFilterBy(board: Board, of: Variable, level: string | null): Board {
  const place = board.filters.findIndex((filter) => sameVariable(filter.of, of));
  const before = board.filters[place];
  if (level === null)
    return before
      ? board
      : { ...board, filters: [...board.filters, { kind: "range", of, min: null, max: null, missing: true }] };
  const alone =
    before?.kind === "values" && isActive(before) && before.values?.length === 1 && before.values[0] === level;
  const filter: Filter = { kind: "values", of, values: alone ? null : [level], missing: alone };
  return {
    ...board,
    filters: before ? board.filters.map((each, f) => (f === place ? filter : each)) : [...board.filters, filter],
  };
}

/** A panel of hazard ratios of the group with the characteristics in which the groups differ, beside the table. */
export function adjustFor(panel: Panel, result: CharacteristicsResult): void {
  const { board } = useStore.getState();
  const [endpoint] = board.endpoints;
  if (!endpoint || !panel.group) return;
  const apart = result.apart.flatMap((place) => result.rows[place] ?? []);
  const term = (of: Variable, at: number, numbers: boolean): Term => ({
    id: `t${at + 1}`,
    of,
    coding: numbers ? { kind: "perUnit", per: 1 } : { kind: "levels", reference: null },
    label: null,
  });
  const terms = [term(panel.group, 0, false), ...apart.map(({ of, kind }, at) => term(of, at + 1, kind === "numbers"))];
  const like = newPanel("regression", endpoint.id, panel.id);
  addPanel({ ...like, terms, title: null });
}
