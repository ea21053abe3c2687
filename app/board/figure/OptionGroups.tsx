"use client";

import { defaultFigureOptions, type FigureOptions } from "../../../lib/board/figureOptions";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { type Control, figureControls, optionsOf } from "../../../lib/panels/kaplanMeier/controls";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { setFigure } from "../../actions/panels";
import { Checklist } from "./Checklist";
import { Layers } from "./Layers";
import { Option } from "./Option";
import styles from "./OptionGroups.module.css";

/** How the figure is drawn: a group of controls at a time; every choice is an undo step. */
export function OptionGroups({ panel, result }: { panel: PanelOf<"kaplanMeier">; result: KaplanMeierResult }) {
  const { id, figure } = panel;
  const set = (change: Partial<FigureOptions>) => setFigure(id, change);
  return (
    <section className={styles.groups} aria-label="Figure options">
      <h2>Figure</h2>
      {figureControls.map(({ id: groupId, label, controls }) => {
        const changed = changedOptions(controls, figure);
        return (
          <details key={groupId} className={styles.group}>
            <summary>
              {label}
              {changed.length > 0 && <span className="quiet">{changed.length} changed</span>}
            </summary>
            <div className={styles.controls}>
              {controls.map((control) => (
                <Option key={control.label} control={control} figure={figure} result={result} onChange={set} />
              ))}
              {changed.length > 0 && (
                <button
                  type="button"
                  data-look="plain"
                  className={styles.reset}
                  onClick={() => set(Object.fromEntries(changed.map((key) => [key, defaultFigureOptions[key]])))}
                >
                  As it was
                </button>
              )}
            </div>
          </details>
        );
      })}
      <Layers panel={panel} />
      <Checklist panel={panel} result={result} />
    </section>
  );
}

/** The options of these controls that are not at their defaults. */
const changedOptions = (controls: Control[], figure: FigureOptions) =>
  [...new Set(controls.flatMap(optionsOf))].filter(
    (key) => JSON.stringify(figure[key]) !== JSON.stringify(defaultFigureOptions[key]),
  );
