"use client";

import { useMemo, useRef } from "react";
import type { DrawnFigure } from "../../../lib/panels/sheet/drawnFigure";
import type { Sheet } from "../../../lib/panels/sheet/sheet";
import { useStore } from "../../store";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";
import styles from "./FigureAtWidth.module.css";

/** A figure as wide as its place and as high as it needs; `draw` is another function when what it draws is. */
export function FigureAtWidth({ draw }: { draw: (sheet: Sheet) => DrawnFigure }) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const { width, text } = size ?? {};
  const figure = useMemo(() => width && draw({ width, height: 0, theme, text }), [draw, width, text, theme]);
  return (
    <div ref={place} className={styles.drawing} data-testid="figure">
      {figure && <SvgTree node={figure.tree} />}
    </div>
  );
}
