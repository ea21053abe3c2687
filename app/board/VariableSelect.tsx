"use client";

import type { Board, Variable } from "../../lib/board/board";
import { capitalized } from "../../lib/format";
import type { Answer } from "../../lib/worker/clientState";
import { makeGroups } from "../actions/columns";
import { Picker } from "../controls/Picker";
import { asksFirst, notCounted, useWarehouse, whenChosen } from "../live/warehouse";
import { asOneStep } from "../store";
import { type Grouping, groupEntries } from "./groupEntries";

/**
 * Scores and columns that can split a figure into curves, by their labels; `none` is what no variable means. Groups that
 * are made on the spot are a column of the board, and one undo step together with what is done with it.
 */
export function VariableSelect({
  board,
  summary,
  value,
  none,
  onVariable,
}: {
  board: Board;
  summary: Answer["summary"];
  value: Variable | null;
  none: string;
  onVariable: (variable: Variable | null) => void;
}) {
  const there = useWarehouse(({ columns }) => columns);
  const others = notCounted(there, summary.columns)
    .filter(({ type }) => type !== "number" && type !== "date")
    .map(({ name }) => ({ value: { column: name }, label: asksFirst(capitalized(name)), title: whenChosen(name) }));
  return (
    <Picker<Grouping>
      value={value}
      choices={[{ value: null, label: none }, ...groupEntries(board, summary, value), ...others]}
      unlisted="not in this file"
      onValue={(chosen) => {
        if (chosen === null || !("make" in chosen)) return onVariable(chosen);
        asOneStep(() => onVariable({ column: makeGroups(chosen.make, summary) }));
      }}
    />
  );
}
