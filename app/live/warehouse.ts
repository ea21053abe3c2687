import { create } from "zustand";
import type { Board } from "../../lib/board/board";
import type { WarehouseColumn } from "../../lib/warehouse/reading";

/** What the page knows of a warehouse that a gateway beside it counts in; all of it stays empty on a page without one. */
interface Warehouse {
  /** Whether there is one. */
  there: boolean;
  /** What is counted there. */
  called: string | null;
  columns: readonly WarehouseColumn[];
  /** Since when it is counting, in milliseconds; null while it is not. */
  asking: { since: number; cancel: () => void } | null;
}

export const useWarehouse = create<Warehouse>()(() => ({ there: false, called: null, columns: [], asking: null }));

/** What this page may ask the gateway by; null on a page that was served without one. */
export const warehouseToken = (): string | null =>
  document.querySelector<HTMLMetaElement>("meta[name=warehouse-token]")?.content ?? null;

let holds: (board: Board) => boolean = () => false;

/** Whether a board waits for cells that are not here yet. */
export const isHeld = (board: Board): boolean => holds(board);

/** Says which boards wait. */
export function holdWhile(waits: (board: Board) => boolean): void {
  holds = waits;
}

/** Columns of the warehouse that the cells at hand do not tell of. */
export const notCounted = (
  columns: readonly WarehouseColumn[],
  here: readonly { name: string }[],
): WarehouseColumn[] => {
  const known = new Set(here.map(({ name }) => name));
  return columns.filter(({ name }) => !known.has(name));
};

/** What such a column is called in a list. */
export const asksFirst = (label: string): string => `${label} (to count)`;

export const whenChosen = (name: string): string => `${name}: counted in the warehouse when it is chosen`;
