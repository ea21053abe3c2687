"use client";

import { useRef } from "react";
import { type Board, isActive, type Variable } from "../../lib/board/board";
import type { TableSummary } from "../../lib/cohort/tableSummary";
import { capitalized, formatCount } from "../../lib/format";
import { nth } from "../../lib/numeric/nth";
import type { Answer } from "../../lib/worker/clientState";
import { addFilter, clearFilters, foldFilters, keepOnly, unfoldFilter } from "../actions/filters";
import type { Entry } from "../controls/choices";
import { PickerAction } from "../controls/Picker";
import { asksFirst, notCounted, useWarehouse, whenChosen } from "../live/warehouse";
import { useStore } from "../store";
import { type Added, FilterCard } from "./FilterCard";
import styles from "./FilterRail.module.css";
import { levelsOfColumn } from "./groupEntries";

/**
 * A line for every filter that keeps everybody, opened by a click; those that leave somebody out stay open. The controls
 * show the board as it stands, the counts the last answer; a filter without an answer yet waits a moment for its bars.
 */
export function FilterRail({ answer }: { answer: Answer }) {
  const board = useStore((state) => state.board);
  const open = useStore((state) => state.view.openFilters);
  const added = useRef<Added>(null);
  const { snapshot, summary } = answer;
  const { selected, total } = snapshot.patients;
  return (
    <>
      <div className={styles.head}>
        <h2>Filters</h2>
        <span className="quiet" data-testid="selected">
          {formatCount(selected)} of {formatCount(total)} patients
        </span>
        <button
          type="button"
          data-look="plain"
          aria-label="clear all"
          disabled={!board.filters.some(isActive)}
          onClick={() => {
            clearFilters();
            foldFilters();
          }}
        >
          clear
        </button>
      </div>
      <svg className={styles.total} width="100%" height="4" aria-hidden="true">
        <rect width="100%" height="4" rx="2" className={styles.track} />
        <rect width={`${total > 0 ? (100 * selected) / total : 0}%`} height="4" rx="2" className={styles.share} />
      </svg>
      <ul className={styles.cards}>
        {board.filters.map((filter, index) => {
          const key = JSON.stringify(filter.of);
          const answered = answer.board.filters.findIndex(({ of }) => JSON.stringify(of) === key);
          const view = snapshot.filters[answered];
          if (!view) return null;
          return (
            <FilterCard
              key={key}
              index={index}
              filter={filter}
              // While nothing is dragged it is the board's at once: a field that waited for the answer would lose what is
              // typed meanwhile.
              shown={answer.preview ? nth(answer.board.filters, answered) : filter}
              view={view}
              open={open.includes(key)}
              added={added}
            />
          );
        })}
      </ul>
      <AddFilter
        board={board}
        summary={summary}
        onAdd={({ of, kind, only }) => {
          if (only !== undefined) return keepOnly(of, only);
          added.current = { key: JSON.stringify(of), from: document.activeElement };
          addFilter(of, kind);
          unfoldFilter(of);
        }}
      />
    </>
  );
}

interface Choice {
  of: Variable;
  kind: "values" | "range";
  /** The level that alone is kept; undefined: the filter opens and keeps everybody. */
  only?: { level: string; missing: boolean };
}

/** Every column and score that has no filter yet, and every level, by typing its name. */
function AddFilter({
  board,
  summary,
  onAdd,
}: {
  board: Board;
  summary: TableSummary;
  onAdd: (choice: Choice) => void;
}) {
  const there = useWarehouse(({ columns }) => columns);
  const used = new Set(board.filters.map(({ of }) => JSON.stringify(of)));
  const isUsed = ({ of }: Choice) => used.has(JSON.stringify(of));
  const labels = new Map(board.columns.map(({ name, label }) => [name, label]));
  const all = [
    ...board.scores.flatMap(({ id, label }): Entry<Choice>[] => [
      { value: { of: { score: id }, kind: "values" }, label: capitalized(label) },
      { value: { of: { score: id, as: "points" }, kind: "range" }, label: `${capitalized(label)}, points` },
    ]),
    ...summary.columns.map((column): Entry<Choice> => {
      const { name, kind, distinct } = column;
      const few = kind === "category" || (distinct !== null && distinct <= 6);
      const value: Choice = { of: { column: name }, kind: few ? "values" : "range" };
      const levels = levelsOfColumn(column, board);
      return {
        value,
        label: capitalized(labels.get(name) ?? name),
        title: name,
        inside: levels && {
          names: levels.map(({ label }) => label),
          chosen: (place) => ({ ...value, only: { level: nth(levels, place).value, missing: column.missing === 0 } }),
        },
      };
    }),
    ...notCounted(there, summary.columns).map(({ name, type }): Entry<Choice> => {
      const kind = type === "text" || type === "boolean" ? "values" : "range";
      return { value: { of: { column: name }, kind }, label: asksFirst(capitalized(name)), title: whenChosen(name) };
    }),
  ];
  const choices = all.map((entry) => ({ ...entry, onlyInside: isUsed(entry.value) }));
  const unused = choices.filter(({ onlyInside }) => !onlyInside);
  if (unused.length === 0 && !choices.some(({ inside }) => inside)) return null;
  const columns = unused.filter(({ value }) => "column" in value.of).length;
  const many = columns === 1 ? "1 column" : `${formatCount(columns)} columns`;
  return (
    <PickerAction
      className={styles.add}
      label="Filter by"
      name={columns === 0 ? "Search the levels…" : `+ Filter by… ${many}, type to search`}
      choices={choices}
      onValue={onAdd}
    />
  );
}
