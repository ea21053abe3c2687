"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setFigure } from "../../actions/panels";
import { worded } from "../../controls/choices";
import { Labeled } from "../../controls/Labeled";
import { Select } from "../../controls/Select";
import styles from "./Model.module.css";

/** What the forest plot shows. */
export function ForestOptions({ panel }: { panel: PanelOf<"regression"> }) {
  return (
    <section className={styles.section}>
      <h2>Figure</h2>
      <Labeled label="Shown">
        <Select
          value={panel.figure.show}
          choices={worded({ together: "all together", alone: "each alone", both: "both" })}
          onValue={(show) => setFigure(panel.id, { show })}
        />
      </Labeled>
      <Labeled label="Counts shown">
        <input
          type="checkbox"
          checked={panel.figure.counts}
          onChange={({ target }) => setFigure(panel.id, { counts: target.checked })}
        />
      </Labeled>
    </section>
  );
}
