import { formatCount } from "../../lib/format";
import { nth } from "../../lib/numeric/nth";
import type { Answer } from "../../lib/worker/clientState";
import { clearFilters, isActive } from "../actions/filters";
import styles from "./FilterLine.module.css";

/** Filters leave nobody out for good; they are a line of their own. */
export function FilterLine({ answer: { board, snapshot } }: { answer: Answer }) {
  const active = board.filters.flatMap((filter, index) =>
    isActive(filter) ? [nth(snapshot.filters, index).label] : [],
  );
  if (active.length === 0) return null;
  const { selected, total } = snapshot.patients;
  return (
    <p className={styles.line}>
      <span>
        {active.length === 1 ? "Filter" : "Filters"} on {active.join(", ")}: {formatCount(selected)} of{" "}
        {formatCount(total)} patients
      </span>
      <button type="button" data-look="plain" onClick={clearFilters}>
        clear
      </button>
    </p>
  );
}
