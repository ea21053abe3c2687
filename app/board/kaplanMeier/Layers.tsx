"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { labeled, none } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import { useStore } from "../../store";
import styles from "../figure/OptionGroups.module.css";
import { VariableSelect } from "../VariableSelect";

/** Small figures by a second column, and a second endpoint in the same figure. */
export function Layers({ panel }: { panel: PanelOf<"kaplanMeier"> }) {
  const board = useStore((state) => state.board);
  const { answer } = useAnswer();
  const changed = [panel.split, panel.also].filter((value) => value !== null).length;
  const others = board.endpoints.filter(({ id }) => id !== panel.endpoint);
  return (
    <details className={styles.group}>
      <summary>
        Small figures, second endpoint
        {changed > 0 && <span className="quiet">{changed} set</span>}
      </summary>
      <div className={styles.controls}>
        {answer && (
          <Labeled
            look="setting"
            label="Split by"
            hint="A figure for each value, on shared axes, each with its own table, numbers and P."
          >
            <VariableSelect
              board={board}
              summary={answer.summary}
              value={panel.split}
              none="nothing"
              onVariable={(split) => setPanel(panel.id, { split })}
            />
          </Labeled>
        )}
        <Labeled
          look="setting"
          label="Also draw"
          hint="Its curves are drawn dashed in the same colors. The two are of the same patients and are not compared."
        >
          <Select
            value={panel.also}
            choices={[none("no other endpoint"), ...labeled(others)]}
            onValue={(also) => setPanel(panel.id, { also })}
          />
        </Labeled>
      </div>
    </details>
  );
}
