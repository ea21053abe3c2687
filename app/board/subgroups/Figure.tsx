"use client";

import { useMemo, useRef } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { subgroupsFigure } from "../../../lib/panels/subgroups/figure";
import type { SubgroupsResult } from "../../../lib/panels/subgroups/result";
import { caption } from "../../../lib/panels/subgroups/words";
import { useStore } from "../../store";
import styles from "../regression/Forest.module.css";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";

/** The forest plot of the subgroups, and what is to be known of it. */
export function Figure({ result, panel }: { result: SubgroupsResult; panel: PanelOf<"subgroups"> }) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const { figure: options } = panel;
  const { width, text } = size ?? {};
  const figure = useMemo(
    () => width && subgroupsFigure(result, options, { width, height: 0, theme, text }),
    [result, options, width, text, theme],
  );
  return (
    <div className={styles.frame}>
      <div ref={place} className={styles.drawing} data-testid="figure">
        {figure && <SvgTree node={figure.tree} />}
      </div>
      <p className="quiet" data-testid="caption">
        {options.caption ?? caption(result)}
      </p>
    </div>
  );
}
