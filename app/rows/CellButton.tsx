import type { KeyboardEvent, ReactNode } from "react";
import { setView } from "../store";
import styles from "./CellButton.module.css";

/** A cell of the file that is corrected by a click or Enter; of a table the first can be reached by Tab. */
export function CellButton({
  row,
  column,
  first,
  children,
}: {
  /** From 1. */
  row: number;
  column: string;
  first: boolean;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles.cell}
      data-cell=""
      tabIndex={first ? 0 : -1}
      title={`Correct ${column}, row ${row}`}
      onClick={() => setView({ cell: { row, column } })}
    >
      {children}
    </button>
  );
}

/** Arrow keys go from a cell of a table to its neighbors. */
export function toNeighbor(event: KeyboardEvent<HTMLElement>): void {
  const cell = document.activeElement?.closest("td");
  const line = cell?.parentElement;
  if (!cell || !line || !document.activeElement?.hasAttribute("data-cell")) return;
  const beside = { ArrowLeft: cell.previousElementSibling, ArrowRight: cell.nextElementSibling };
  const above = { ArrowUp: line.previousElementSibling, ArrowDown: line.nextElementSibling };
  const next =
    event.key in beside
      ? beside[event.key as keyof typeof beside]
      : event.key in above
        ? above[event.key as keyof typeof above]?.children[cell.cellIndex]
        : undefined;
  const button = next?.querySelector<HTMLButtonElement>("[data-cell]");
  if (!button) return;
  event.preventDefault();
  button.focus();
}
