import type { Variable } from "../../../lib/board/board";
import { newPanel, type PanelOf } from "../../../lib/board/panelForms/registry";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { addPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { Labeled } from "../../controls/Labeled";
import { setView, useStore } from "../../store";
import styles from "../StatisticsColumn.module.css";
import { VariableSelect } from "../VariableSelect";

/** Beside the ratio: the way to the same comparison within every level of a column, a panel of its own. */
export function InWhom({ result, panel }: { result: KaplanMeierResult; panel: PanelOf<"kaplanMeier"> }) {
  const { answer } = useAnswer();
  const board = useStore((state) => state.board);
  if (!answer || panel.group === null || panel.split !== null || result.groups.length < 2) return null;
  return (
    <Labeled className={styles.inWhom} label="In whom?">
      <VariableSelect
        board={board}
        summary={answer.summary}
        value={null}
        none="By subgroup…"
        onVariable={(split) => split && showSplit(panel, split)}
      />
    </Labeled>
  );
}

/** Brings the panel into focus that is split so, or makes it. */
function showSplit(panel: PanelOf<"kaplanMeier">, split: Variable): void {
  const asked = JSON.stringify([panel.endpoint, panel.group, split]);
  const there = useStore
    .getState()
    .board.panels.find(
      (each) => each.kind === "kaplanMeier" && JSON.stringify([each.endpoint, each.group, each.split]) === asked,
    );
  if (there) setView({ focus: there.id });
  else addPanel({ ...panel, title: null, also: null, split });
}

/** A model of the group, what it is split by and their product: whether the ratio differs between the subgroups. */
export function TestInteraction({ panel }: { panel: PanelOf<"kaplanMeier"> }) {
  const { group, split, endpoint } = panel;
  if (group === null || split === null) return null;
  const coding = { kind: "levels" as const, reference: null };
  const terms = [
    { id: "t1", of: group, coding: { ...coding, reference: panel.reference }, label: null },
    { id: "t2", of: split, coding, label: null },
  ];
  return (
    <button
      type="button"
      onClick={() => addPanel({ ...newPanel("regression", endpoint), terms, interactions: [["t1", "t2"]] })}
    >
      Test whether it differs
    </button>
  );
}
