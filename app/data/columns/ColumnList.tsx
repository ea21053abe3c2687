"use client";

import { useRef, useState } from "react";
import type { Board } from "../../../lib/board/board";
import { isFlagged } from "../../../lib/cohort/groupable";
import type { ColumnSummary } from "../../../lib/cohort/tableSummary";
import { formatCount, formatPercent } from "../../../lib/format";
import { letterScale } from "../../browser/letterScale";
import { useVirtual } from "../../controls/useVirtual";
import { ColumnButton } from "./ColumnButton";
import styles from "./ColumnList.module.css";
import { whyIdle } from "./columnWords";

/** One line per column, however many: only those in sight are drawn. */
export function ColumnList({ columns, board }: { columns: ColumnSummary[]; board: Board }) {
  const box = useRef<HTMLDivElement>(null);
  const [rowHeight] = useState(() => 38 * letterScale());
  const { from, to } = useVirtual(box, columns.length, rowHeight);
  return (
    <div ref={box} className={styles.box}>
      <ul className={styles.list} style={{ height: columns.length * rowHeight }}>
        {columns.slice(from, to).map((column, index) => (
          <li key={column.name} style={{ top: (from + index) * rowHeight }} data-idle={whyIdle(column) !== null}>
            <span className={styles.name} title={column.name}>
              {column.name}
            </span>
            <ColumnButton column={column} board={board} />
            <span className={styles.holds}>{holds(column)}</span>
            <span className={styles.gaps}>{gaps(column)}</span>
            <span className={styles.flag}>{isFlagged(board, column) && "not exported"}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "9 to 16", "A 31, B 29". */
function holds({ kind, min, max, levels, distinct }: ColumnSummary): string {
  if (kind !== "category") return min === null ? "" : `${min} to ${max}`;
  if (!levels || distinct === null || levels.length === 0) return "";
  if (distinct > 50) return "";
  const shown = levels.slice(0, 3).map(({ value, count }) => `${value} ${formatCount(count)}`);
  return levels.length > 3 ? `${shown.join(", ")}, …` : shown.join(", ");
}

function gaps({ valid, missing, unparsed, kind }: ColumnSummary): string {
  const rows = valid + missing + unparsed;
  const parts = [
    missing > 0 ? `${formatPercent(missing / rows)} missing` : "",
    unparsed > 0 ? `${formatCount(unparsed)} not a ${kind}` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
