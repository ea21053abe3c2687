"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { ResponseResult } from "../../../lib/panels/response/result";
import { setFigure, setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import styles from "../figure/OptionGroups.module.css";
import { VariableSelect } from "../VariableSelect";

/** Colors, order and lines of the figure. */
export function FigureOptions({ panel }: { panel: PanelOf<"response">; result: ResponseResult }) {
  const { answer } = useAnswer();
  if (!answer) return null;
  const { id, figure } = panel;
  return (
    <section className={styles.groups}>
      <h2>Figure</h2>
      <div className={styles.controls}>
        <Labeled look="setting" label="Color by">
          <VariableSelect
            board={answer.board}
            summary={answer.summary}
            value={panel.color}
            none="best response"
            onVariable={(color) => setPanel(id, { color })}
          />
        </Labeled>
        <Labeled look="setting" label="Strip below the bars" hint="A second column, patient by patient.">
          <VariableSelect
            board={answer.board}
            summary={answer.summary}
            value={panel.strip}
            none="none"
            onVariable={(strip) => setPanel(id, { strip })}
          />
        </Labeled>
        <Labeled look="setting" label="Lanes sorted by">
          <Select
            value={figure.sort}
            choices={worded({ length: "length", group: "group", response: "best response" })}
            onValue={(sort) => setFigure(id, { sort })}
          />
        </Labeled>
        <Labeled look="setting" label="Lines at +20% and −30%">
          <input
            type="checkbox"
            checked={figure.lines}
            onChange={({ target }) => setFigure(id, { lines: target.checked })}
          />
        </Labeled>
      </div>
    </section>
  );
}
