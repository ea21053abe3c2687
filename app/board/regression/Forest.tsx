"use client";

import { useMemo, useRef } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { nth } from "../../../lib/numeric/nth";
import { forestFigure } from "../../../lib/panels/regression/forest/forest";
import { statistics } from "../../../lib/panels/regression/report";
import type { RegressionResult } from "../../../lib/panels/regression/result";
import { useStore } from "../../store";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";
import styles from "./Forest.module.css";

/** The forest plot, and under it the table of each covariate alone beside all together. */
export function Forest({ result, panel }: { result: RegressionResult; panel: PanelOf<"regression"> }) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const { figure: options } = panel;
  const { width, text } = size ?? {};
  const figure = useMemo(
    () => width && forestFigure(result, options, { width, height: 0, theme, text }),
    [result, options, width, text, theme],
  );
  return (
    <div className={styles.frame}>
      <div ref={place} className={styles.drawing} data-testid="figure">
        {figure && <SvgTree node={figure.tree} />}
      </div>
      {result.lines.length > 0 && <ModelTable result={result} />}
    </div>
  );
}

function ModelTable({ result }: { result: RegressionResult }) {
  const { caption, header, rows } = statistics(result);
  return (
    <table className={styles.table} data-testid="regression-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {header.map((name, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns are called P
            <th key={column} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          <tr key={`${nth(result.lines, row).term} ${name}`} data-kind={nth(result.lines, row).kind}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
