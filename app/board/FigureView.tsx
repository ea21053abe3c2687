"use client";

import { useMemo, useRef } from "react";
import type { Panel } from "../../lib/board/board";
import { kaplanMeierFigure } from "../../lib/panels/kaplanMeier/figure";
import type { KaplanMeierResult } from "../../lib/panels/kaplanMeier/result";
import { useStore } from "../store";
import styles from "./FigureView.module.css";
import { SvgTree } from "./SvgTree";
import { useSize } from "./useSize";

/** The figure at the size of its place. */
export function FigureView({ result, options }: { result: KaplanMeierResult; options: Panel["figure"] }) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const figure = useMemo(
    () => size && kaplanMeierFigure(result, options, { ...size, theme }),
    [result, options, size, theme],
  );
  return (
    <div ref={place} className={styles.place} data-testid="figure">
      {figure && <SvgTree node={figure.tree} />}
    </div>
  );
}
