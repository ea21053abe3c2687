"use client";

import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { setFigure } from "../../actions/panels";
import { Field } from "../../controls/Field";
import styles from "./Model.module.css";

/** What the forest plot shows. */
export function ForestOptions({ panel }: { panel: PanelOf<"regression"> }) {
  return (
    <section className={styles.section}>
      <h2>Figure</h2>
      <Field label="Shown">
        <select
          value={panel.figure.show}
          onChange={({ target }) =>
            setFigure(panel.id, { show: target.value as PanelOf<"regression">["figure"]["show"] })
          }
        >
          <option value="together">all together</option>
          <option value="alone">each alone</option>
          <option value="both">both</option>
        </select>
      </Field>
      <Field label="Counts shown">
        <input
          type="checkbox"
          checked={panel.figure.counts}
          onChange={({ target }) => setFigure(panel.id, { counts: target.checked })}
        />
      </Field>
    </section>
  );
}
