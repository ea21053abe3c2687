"use client";

import type { Board, Variable } from "../../lib/board/board";
import { isGroupable } from "../../lib/cohort/groupable";
import type { Answer } from "../../lib/worker/clientState";
import { capitalized } from "./FilterRail";

/** Scores and columns that can split a figure into curves, by their labels; `none` is what no variable means. */
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
  const labels = new Map(board.columns.map(({ name, label }) => [name, label]));
  const isChosen = (name: string) => value !== null && "column" in value && value.column === name;
  const columns = summary.columns.filter((column) => isGroupable(board, column) || isChosen(column.name));
  const choices: { of: Variable | null; label: string }[] = [
    { of: null, label: none },
    ...board.scores.flatMap(({ id, label }) => [
      { of: { score: id }, label: capitalized(label) },
      { of: { score: id, as: "points" as const }, label: `${capitalized(label)}, points` },
    ]),
    ...columns.map(({ name }) => ({ of: { column: name }, label: capitalized(labels.get(name) ?? name) })),
  ];
  const chosen = choices.findIndex(({ of }) => JSON.stringify(of) === JSON.stringify(value));
  return (
    <select value={chosen} onChange={({ target }) => onVariable(choices[Number(target.value)].of)}>
      {chosen < 0 && <option value={-1}>not in this file</option>}
      {choices.map(({ of, label }, place) => (
        <option key={JSON.stringify(of)} value={place}>
          {label}
        </option>
      ))}
    </select>
  );
}
