import { type Board, type Filter, isActive, type Variable } from "../../lib/board/board";
import { theClient } from "../analysis";
import { changeBoard, useStore } from "../store";

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

export const removeFilter = (index: number) =>
  changeBoard((board) => ({ ...board, filters: board.filters.filter((_, f) => f !== index) }));

export const cleared = (filter: Filter): Filter =>
  filter.kind === "range"
    ? { ...filter, min: null, max: null, missing: true }
    : { ...filter, values: null, missing: true };

export const clearFilter = (index: number) => setFilter(index, cleared);

export const clearFilters = () =>
  changeBoard((board) => (board.filters.some(isActive) ? { ...board, filters: board.filters.map(cleared) } : board));
