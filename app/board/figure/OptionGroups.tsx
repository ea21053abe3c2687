"use client";

import type { ReactNode } from "react";
import { defaultFigureOptions, type FigureOptions } from "../../../lib/board/figureOptions";
import { type Control, type ControlGroup, figureControls, optionsOf } from "../../../lib/panels/curves/controls";
import type { Drawn } from "../../../lib/panels/curves/drawn";
import { setFigure } from "../../actions/panels";
import { Option } from "./Option";
import styles from "./OptionGroups.module.css";

/** How the figure is drawn: a group of controls at a time; every choice is an undo step. */
export function OptionGroups({
  panel: { id, figure },
  drawn,
  groups = figureControls,
  children,
}: {
  panel: { id: string; figure: FigureOptions };
  drawn: Drawn;
  /** The controls offered. */
  groups?: readonly ControlGroup[];
  /** Further groups, below them. */
  children?: ReactNode;
}) {
  const set = (change: Partial<FigureOptions>) => setFigure(id, change);
  return (
    <section className={styles.groups} aria-label="Figure options">
      <h2>Figure</h2>
      {groups.map(({ id: groupId, label, controls }) => {
        const changed = changedOptions(controls, figure);
        return (
          <details key={groupId} className={styles.group}>
            <summary>
              {label}
              {changed.length > 0 && <span className="quiet">{changed.length} changed</span>}
            </summary>
            <div className={styles.controls}>
              {controls.map((control) => (
                <Option key={control.label} control={control} figure={figure} drawn={drawn} onChange={set} />
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
      {children}
    </section>
  );
}

/** The options of these controls that are not at their defaults. */
const changedOptions = (controls: Control[], figure: FigureOptions) =>
  [...new Set(controls.flatMap(optionsOf))].filter(
    (key) => JSON.stringify(figure[key]) !== JSON.stringify(defaultFigureOptions[key]),
  );
