"use client";

import type { Board, Variable } from "../../lib/board/board";
import { isGroupable } from "../../lib/cohort/groupable";
import type { Answer } from "../../lib/worker/clientState";
import type { Choice } from "../controls/choices";
import { Select } from "../controls/Select";
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
  const choices: Choice<Variable | null>[] = [
    { value: null, label: none },
    ...board.scores.flatMap(({ id, label }): Choice<Variable>[] => [
      { value: { score: id }, label: capitalized(label) },
      { value: { score: id, as: "points" }, label: `${capitalized(label)}, points` },
    ]),
    ...columns.map(({ name }) => ({ value: { column: name }, label: capitalized(labels.get(name) ?? name) })),
  ];
  return <Select value={value} choices={choices} unlisted="not in this file" onValue={onVariable} />;
}
