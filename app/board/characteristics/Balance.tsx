"use client";

import { useMemo, useRef } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import type { CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import { balanceFigure } from "../../../lib/panels/characteristics/table/balance";
import { adjustFor } from "../../actions/characteristics";
import { ProblemNote } from "../../problems/ProblemNote";
import { useStore } from "../../store";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";
import styles from "./TableSettings.module.css";

/** The standardized differences, the largest first, and what to do where groups differ. */
export function Balance({ result, panel }: { result: CharacteristicsResult; panel: PanelOf<"characteristics"> }) {
  const endpoints = useStore((state) => state.board.endpoints.length);
  const { warning } = result;
  if (!result.differences || !result.rows.some(({ difference }) => difference)) return null;
  if (!panel.figure.balance && !warning) return null;
  return (
    <section className={styles.balance} data-testid="balance">
      <h2>Balance</h2>
      {panel.figure.balance && <Plot result={result} />}
      {warning && (
        <ProblemNote problem={warning}>
          {endpoints > 0 && (
            <button type="button" onClick={() => adjustFor(panel, result)}>
              Adjust in a Cox model
            </button>
          )}
        </ProblemNote>
      )}
    </section>
  );
}

function Plot({ result }: { result: CharacteristicsResult }) {
  const place = useRef<HTMLDivElement>(null);
  const { width, text } = useSize(place) ?? {};
  const theme = useStore((state) => state.view.theme);
  const figure = useMemo(
    () => (width ? balanceFigure(result, { width, height: 0, theme, text }) : null),
    [result, width, text, theme],
  );
  return <div ref={place}>{figure && <SvgTree node={figure.tree} />}</div>;
}
