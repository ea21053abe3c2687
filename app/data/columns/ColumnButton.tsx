"use client";

import type { Board } from "../../../lib/board/board";
import type { ColumnSummary } from "../../../lib/cohort/tableSummary";
import { Icon } from "../../controls/Icon";
import { setView } from "../../store";
import { buttonWords, whyIdle } from "./columnWords";
import styles from "./FileRows.module.css";

/** What a column is, as a button that opens its settings; a column that tells nothing is gray and says why. */
export function ColumnButton({ column, board }: { column: ColumnSummary; board: Board }) {
  const idle = whyIdle(column);
  return (
    <button
      type="button"
      className={styles.button}
      data-idle={idle !== null}
      aria-label={`Settings of ${column.name}: ${buttonWords(board, column)}`}
      onClick={() => setView({ column: column.name })}
    >
      {idle ?? buttonWords(board, column)} <Icon name="down" />
    </button>
  );
}
