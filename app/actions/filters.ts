import { type Board, type Filter, isActive, type Variable } from "../../lib/board/board";
import { theClient } from "../analysis";
import { changeBoard, setView, useStore } from "../store";

const withFilter = (board: Board, index: number, change: (filter: Filter) => Filter): Board => ({
  ...board,
  filters: board.filters.map((filter, f) => (f === index ? change(filter) : filter)),
});

export { isActive };

export const setFilter = (index: number, change: (filter: Filter) => Filter) =>
  changeBoard((board) => withFilter(board, index, change));

/** While a brush is dragged: asks for the focused panel alone, and leaves the board as it was. */
export function previewFilter(index: number, change: (filter: Filter) => Filter): void {
  const { board, view } = useStore.getState();
  theClient().request(withFilter(board, index, change), view.focus ?? undefined);
}

export const addFilter = (of: Variable, kind: Filter["kind"]) =>
  changeBoard((board) => ({
    ...board,
    filters: [
      ...board.filters,
      kind === "range" ? { kind, of, min: null, max: null, missing: true } : { kind, of, values: null, missing: true },
    ],
  }));

/** Keeps one level alone, by the filter that is there or a new one; `missing`: and patients without a value. */
export const keepOnly = (of: Variable, { level, missing }: { level: string; missing: boolean }) =>
  changeBoard((board) => {
    const only: Filter = { kind: "values", of, values: [level], missing };
    const at = board.filters.findIndex((filter) => keyOf(filter.of) === keyOf(of));
    return at < 0 ? { ...board, filters: [...board.filters, only] } : withFilter(board, at, () => only);
  });

export const removeFilter = (index: number) =>
  changeBoard((board) => ({ ...board, filters: board.filters.filter((_, f) => f !== index) }));

export const cleared = (filter: Filter): Filter =>
  filter.kind === "range"
    ? { ...filter, min: null, max: null, missing: true }
    : { ...filter, values: null, missing: true };

export const clearFilter = (index: number) => setFilter(index, cleared);

export const clearFilters = () =>
  changeBoard((board) => (board.filters.some(isActive) ? { ...board, filters: board.filters.map(cleared) } : board));

const keyOf = (of: Variable) => JSON.stringify(of);
const openOnes = () => useStore.getState().view.openFilters;

/** Opens one filter of the rail; which are open is how one looks at the board, and no part of it. */
export const unfoldFilter = (of: Variable) =>
  setView({ openFilters: [...openOnes().filter((key) => key !== keyOf(of)), keyOf(of)] });

export const foldFilter = (of: Variable) => setView({ openFilters: openOnes().filter((key) => key !== keyOf(of)) });

export const foldFilters = () => setView({ openFilters: [] });
