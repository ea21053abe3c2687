"use client";

import type { Board, Variable } from "../../lib/board/board";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { formatCount } from "../../lib/format";
import { nth } from "../../lib/numeric/nth";
import type { Answer } from "../../lib/worker/clientState";
import { addFilter, clearFilter, clearFilters, isActive, removeFilter } from "../actions/filters";
import type { Choice } from "../controls/choices";
import { SelectAction } from "../controls/Select";
import { ProblemNote } from "../problems/ProblemNote";
import { useStore } from "../store";
import styles from "./FilterRail.module.css";
import { RangeFilter } from "./RangeFilter";
import { ValuesFilter } from "./ValuesFilter";

/**
 * The controls show the board as it stands, the counts the last answer; a card without an answer yet waits a moment for
 * its bars.
 */
export function FilterRail({ answer }: { answer: Answer }) {
  const board = useStore((state) => state.board);
  const { snapshot, summary } = answer;
  const { selected, total } = snapshot.patients;
  const active = board.filters.some(isActive);
  return (
    <>
      <div className={styles.head}>
        <h2>Filters</h2>
        <span className="quiet" data-testid="selected">
          {formatCount(selected)} of {formatCount(total)} patients
        </span>
      </div>
      <div className={styles.total}>
        <svg width="100%" height="6" aria-hidden="true">
          <rect width="100%" height="6" rx="3" className={styles.track} />
          <rect width={`${total > 0 ? (100 * selected) / total : 0}%`} height="6" rx="3" className={styles.share} />
        </svg>
        <button type="button" data-look="plain" disabled={!active} onClick={clearFilters}>
          clear all
        </button>
      </div>
      <ul className={styles.cards}>
        {board.filters.map((filter, index) => {
          const key = JSON.stringify(filter.of);
          const answered = answer.board.filters.findIndex(({ of }) => JSON.stringify(of) === key);
          const view = snapshot.filters[answered];
          if (!view) return null;
          return (
            <li key={key} className={styles.card} data-active={isActive(filter)}>
              <div className={styles.cardHead}>
                <h3>{capitalized(view.label)}</h3>
                {isActive(filter) ? (
                  <button
                    type="button"
                    data-look="plain"
                    onClick={() => clearFilter(index)}
                    aria-label={`Clear the filter ${view.label}`}
                  >
                    clear
                  </button>
                ) : (
                  <span className={styles.state}>any</span>
                )}
                <button
                  type="button"
                  data-look="plain"
                  className={styles.remove}
                  onClick={() => removeFilter(index)}
                  aria-label={`Remove the filter ${view.label}`}
                >
                  ×
                </button>
              </div>
              {view.kind === "unusable" && <ProblemNote problem={view.problem} />}
              {view.kind === "values" && filter.kind === "values" && (
                <ValuesFilter index={index} filter={filter} view={view} />
              )}
              {view.kind === "range" && filter.kind === "range" && (
                <RangeFilter index={index} filter={filter} shown={nth(answer.board.filters, answered)} view={view} />
              )}
            </li>
          );
        })}
      </ul>
      <AddFilter board={board} summary={summary} />
    </>
  );
}

export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every column and score that has no card yet. */
function AddFilter({ board, summary }: { board: Board; summary: TableSummary }) {
  const used = new Set(board.filters.map(({ of }) => JSON.stringify(of)));
  const labels = new Map(board.columns.map(({ name, label }) => [name, label]));
  type Added = { of: Variable; kind: "values" | "range" };
  const all: Choice<Added>[] = [
    ...board.scores.flatMap(({ id, label }): Choice<Added>[] => [
      { value: { of: { score: id }, kind: "values" }, label: capitalized(label) },
      { value: { of: { score: id, as: "points" }, kind: "range" }, label: `${capitalized(label)}, points` },
    ]),
    ...summary.columns.map(({ name, kind, distinct }): Choice<Added> => {
      const few = kind === "category" || (distinct !== null && distinct <= 6);
      return { value: { of: { column: name }, kind: few ? "values" : "range" }, label: labels.get(name) ?? name };
    }),
  ];
  const choices = all.filter(({ value }) => !used.has(JSON.stringify(value.of)));
  if (choices.length === 0) return null;
  return (
    <SelectAction
      className={styles.add}
      label="Add a filter"
      name="+ Add filter"
      choices={choices}
      onValue={({ of, kind }) => addFilter(of, kind)}
    />
  );
}
