"use client";

import { useCallback } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { Sheet } from "../../../lib/panels/sheet/sheet";
import { subgroupsFigure } from "../../../lib/panels/subgroups/figure";
import type { SubgroupsResult } from "../../../lib/panels/subgroups/result";
import { caption } from "../../../lib/panels/subgroups/words";
import { FigureAtWidth } from "../figure/FigureAtWidth";
import styles from "../regression/Forest.module.css";

/** The forest plot of the subgroups, and what is to be known of it. */
export function Figure({ result, panel: { figure } }: { result: SubgroupsResult; panel: PanelOf<"subgroups"> }) {
  const draw = useCallback((sheet: Sheet) => subgroupsFigure(result, figure, sheet), [result, figure]);
  return (
    <div className={styles.frame}>
      <FigureAtWidth draw={draw} />
      <p className="quiet" data-testid="caption">
        {figure.caption ?? caption(result)}
      </p>
    </div>
  );
}
