"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { useStore } from "../../store";
import styles from "../figure/OptionGroups.module.css";
import { Setting } from "../settings/SettingsGroup";
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
          <Setting
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
          </Setting>
        )}
        <Setting
          label="Also draw"
          hint="Its curves are drawn dashed in the same colors. The two are of the same patients and are not compared."
        >
          <select
            value={panel.also ?? ""}
            onChange={({ target }) => setPanel(panel.id, { also: target.value === "" ? null : target.value })}
          >
            <option value="">no other endpoint</option>
            {others.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </Setting>
      </div>
    </details>
  );
}
