"use client";

import { type MouseEvent, useMemo, useRef } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { nth } from "../../../lib/numeric/nth";
import { responseFigure } from "../../../lib/panels/response/figure/figure";
import type { ResponseResult } from "../../../lib/panels/response/result";
import { caption } from "../../../lib/panels/response/words";
import { setFigure } from "../../actions/panels";
import { showRows } from "../../rows/showRows";
import { useStore } from "../../store";
import scrolled from "../ScrolledFigure.module.css";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";
import { PatientsTable } from "./PatientsTable";
import styles from "./Response.module.css";

/** The figure at the size of its place, taller where there are many lanes; a bar, lane or line opens its row, and the name of a
 * group before its lanes leaves these alone. */
export function Figure({ result, panel }: { result: ResponseResult; panel: PanelOf<"response"> }) {
  const place = useRef<HTMLElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const { figure: options, id } = panel;
  const figure = useMemo(
    () => size && responseFigure(result, options, { ...size, theme }),
    [result, options, size, theme],
  );
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const lanes = event.target.closest("[data-lanes]")?.getAttribute("data-lanes");
    if (lanes) setFigure(id, { only: nth(result.groups, Number(lanes)).level });
    const row = event.target.closest("[data-row]")?.getAttribute("data-row");
    if (row) showRows("The patient of this mark", { of: "part", panel: id, part: [null, "row", row] });
  };
  return (
    <div className={scrolled.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys scroll the lanes */}
      <section ref={place} className={scrolled.place} data-testid="figure" aria-label="Figure" tabIndex={0}>
        {figure && (
          // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the table of patients has the keys
          <div className={`${scrolled.drawing} ${styles.marks}`} onClick={onClick}>
            <SvgTree node={figure.tree} />
          </div>
        )}
      </section>
      <footer className={styles.foot}>
        <p className="quiet">{options.caption ?? caption(result, options)}</p>
        <PatientsTable result={result} id={id} />
      </footer>
    </div>
  );
}
