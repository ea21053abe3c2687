"use client";

import type { Variable } from "../../../lib/board/board";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { counted } from "../../../lib/format";
import type { Answer } from "../../../lib/worker/clientState";
import { makeGroups } from "../../actions/columns";
import { setPanel } from "../../actions/panels";
import { PickerOfSeveral } from "../../controls/Picker";
import { asOneStep, useStore } from "../../store";
import { type Grouping, groupEntries } from "../groupEntries";

const same = (a: Variable, b: Variable) => JSON.stringify(a) === JSON.stringify(b);

/** By which columns and scores the patients are parted; groups of numbers are made as for curves. */
export function SubgroupsMenu({ panel, summary }: { panel: PanelOf<"subgroups">; summary: Answer["summary"] }) {
  const board = useStore((state) => state.board);
  const { by, group } = panel;
  const offered = groupEntries(board, summary, null).filter(
    ({ value }) => value === null || "make" in value || group === null || !same(value, group),
  );
  const toggle = (of: Variable) =>
    setPanel(panel.id, { by: by.some((each) => same(each, of)) ? by.filter((each) => !same(each, of)) : [...by, of] });
  return (
    <PickerOfSeveral<Grouping>
      label="Subgroups"
      name={by.length === 0 ? "Subgroups: choose columns" : `Subgroups by ${counted(by.length, "column")}`}
      values={by}
      choices={offered}
      onToggle={(chosen) => {
        if (chosen === null) return;
        if ("make" in chosen) asOneStep(() => toggle({ column: makeGroups(chosen.make, summary) }));
        else toggle(chosen);
      }}
    />
  );
}
