"use client";

import type { Board, Variable } from "../../../lib/board/board";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { isFlagged } from "../../../lib/cohort/groupable";
import { capitalized, columnInWords, counted, formatCount } from "../../../lib/format";
import type { CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import type { Answer } from "../../../lib/worker/clientState";
import { rowsOf, sameVariable, toggleRow } from "../../actions/characteristics";
import { setPanel } from "../../actions/panels";
import type { Entry } from "../../controls/choices";
import { PickerOfSeveral } from "../../controls/Picker";
import { useStore } from "../../store";
import styles from "./ColumnsMenu.module.css";

/** Which columns and scores are rows of the table; none that may identify patients. */
export function ColumnsMenu({
  panel,
  result,
  summary,
}: {
  panel: PanelOf<"characteristics">;
  result: CharacteristicsResult | null;
  summary: Answer["summary"];
}) {
  const board = useStore((state) => state.board);
  const rows = rowsOf(panel, result);
  const offered = offeredVariables(board, summary, panel.group);
  const isRow = (of: Variable) => rows.some((row) => sameVariable(row.of, of));
  const chosen = offered.filter(({ of }) => isRow(of));
  const proposed: Entry<Variable | null>[] = panel.rows === null ? [] : [{ value: null, label: "As proposed" }];
  return (
    <PickerOfSeveral<Variable | null>
      className={styles.columns}
      label="Columns of the table"
      name={`${formatCount(chosen.length)} of ${counted(offered.length, "column")}`}
      values={chosen.map(({ of }) => of)}
      choices={[...proposed, ...offered.map(({ of, label }) => ({ value: of, label }))]}
      onToggle={(of) => (of === null ? setPanel(panel.id, { rows: null }) : toggleRow(panel, result, of))}
    />
  );
}

/** Columns in the order of the file, then scores with their groups and points. */
export function offeredVariables(
  board: Board,
  summary: Answer["summary"],
  group: Variable | null,
): { of: Variable; label: string }[] {
  const labels = new Map(board.columns.map(({ name, label }) => [name, label]));
  const nameOf = (name: string) => {
    const label = labels.get(name);
    return label ? capitalized(label) : columnInWords(name);
  };
  const columns = summary.columns
    .filter((column) => !isFlagged(board, column) && column.name !== board.patientId)
    .map(({ name }) => ({ of: { column: name } as Variable, label: nameOf(name) }));
  const scores = board.scores.flatMap(({ id, label }): { of: Variable; label: string }[] => [
    { of: { score: id }, label: capitalized(label) },
    { of: { score: id, as: "points" }, label: `${capitalized(label)}, points` },
  ]);
  return [...columns, ...scores].filter(({ of }) => group === null || !sameVariable(of, group));
}
