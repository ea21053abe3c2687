import type { Variable } from "../../lib/board/board";
import { newPanel, type PanelOf } from "../../lib/board/panelForms/registry";
import { setView, useStore } from "../store";
import { addPanel } from "./panels";

/** The curves of the groups in each level of a column: the panel that shows them already, or a new one after this. */
export function openSubgroup({ id, endpoint, group }: PanelOf<"subgroups">, split: Variable): void {
  const { panels } = useStore.getState().board;
  const there = panels.find(
    (each) =>
      each.kind === "kaplanMeier" &&
      each.endpoint === endpoint &&
      JSON.stringify([each.group, each.split]) === JSON.stringify([group, split]) &&
      each.changes === null &&
      each.cut === null,
  );
  if (there) setView({ focus: there.id });
  else addPanel({ ...newPanel("kaplanMeier", endpoint, id), group, split });
}
