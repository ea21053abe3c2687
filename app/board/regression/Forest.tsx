"use client";

import { useCallback } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { nth } from "../../../lib/numeric/nth";
import { forestFigure } from "../../../lib/panels/regression/forest/forest";
import { statistics } from "../../../lib/panels/regression/report";
import type { RegressionResult } from "../../../lib/panels/regression/result";
import type { Sheet } from "../../../lib/panels/sheet/sheet";
import { FigureAtWidth } from "../figure/FigureAtWidth";
import styles from "./Forest.module.css";

/** The forest plot, and under it the table of each covariate alone beside all together. */
export function Forest({ result, panel: { figure } }: { result: RegressionResult; panel: PanelOf<"regression"> }) {
  const draw = useCallback((sheet: Sheet) => forestFigure(result, figure, sheet), [result, figure]);
  return (
    <div className={styles.frame}>
      <FigureAtWidth draw={draw} />
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
