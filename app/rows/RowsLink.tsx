import type { FigureRows } from "../../lib/analysis/rowsBehind";
import { formatCount } from "../../lib/format";
import styles from "./RowsLink.module.css";
import { showRows } from "./showRows";

/** A count of a figure that opens the rows behind it. */
export function RowsLink({
  count,
  title,
  asked,
}: {
  count: number;
  title: string;
  asked: Pick<FigureRows, "panel" | "level" | "kind"> & Partial<FigureRows>;
}) {
  return (
    <button
      type="button"
      className={styles.link}
      title={`Show the rows: ${title}`}
      onClick={() => showRows(title, { of: "figure", from: null, to: null, ...asked })}
    >
      {formatCount(count)}
    </button>
  );
}
