"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { ResponseResult } from "../../../lib/panels/response/result";
import { setFigure, setPanel } from "../../actions/panels";
import { useAnswer } from "../../analysis";
import { none, worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import styles from "../figure/OptionGroups.module.css";
import { VariableSelect } from "../VariableSelect";

const drawn = { waterfall: "Bars of", swimmer: "Lanes of", spider: "Lines of", both: "Lanes of" };

/** Colors, order and lines of the figure, and whose lanes it has. */
export function FigureOptions({ panel, result }: { panel: PanelOf<"response">; result: ResponseResult }) {
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
        {result.groups.length > 1 && (
          <Labeled look="setting" label={drawn[figure.show]}>
            <Select
              value={figure.only}
              choices={[none("all groups"), ...result.groups.map(({ level: value, label }) => ({ value, label }))]}
              onValue={(only) => setFigure(id, { only })}
            />
          </Labeled>
        )}
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
