"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import { setFigure } from "../../actions/panels";
import { Labeled } from "../../controls/Labeled";
import styles from "./Rows.module.css";

/** What is drawn beside the numbers. */
export function FigureOptions({ panel }: { result: CharacteristicsResult; panel: PanelOf<"characteristics"> }) {
  if (panel.group === null || !panel.differences) return null;
  return (
    <section className={styles.section}>
      <h2>Figure</h2>
      <Labeled label="Dots of differences">
        <input
          type="checkbox"
          checked={panel.figure.dots}
          onChange={({ target }) => setFigure(panel.id, { dots: target.checked })}
        />
      </Labeled>
      <Labeled label="Balance plot">
        <input
          type="checkbox"
          checked={panel.figure.balance}
          onChange={({ target }) => setFigure(panel.id, { balance: target.checked })}
        />
      </Labeled>
    </section>
  );
}
