"use client";

import { type MouseEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import type { PanelOf } from "../../../lib/board/panelForms/registry";
import { nth } from "../../../lib/numeric/nth";
import type { CharacteristicsResult } from "../../../lib/panels/characteristics/result";
import { tableFigure } from "../../../lib/panels/characteristics/table/figure";
import { leastWidth } from "../../../lib/panels/characteristics/table/layout";
import { allLines } from "../../../lib/panels/characteristics/words";
import { metricsOf } from "../../../lib/panels/sheet/sheet";
import { moveRow } from "../../actions/characteristics";
import { useStore } from "../../store";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";
import { filterByLine, showCell } from "./behind";
import { DataTable } from "./DataTable";
import styles from "./Table.module.css";

interface Shown {
  result: CharacteristicsResult;
  panel: PanelOf<"characteristics">;
}

/** Where a row that is dragged would stand: before the row of that place, whose upper edge is at `top`. */
interface Dragged {
  from: number;
  to: number;
  top: number;
}

/** Below this width, that of a telephone, letters are smaller, so that two groups stand side by side. */
const narrow = 420;

/**
 * The table; names are dragged to order the rows and clicked to filter, numbers clicked for the patients behind them.
 * Under it the same as a table of the page, for the keyboard and to be read aloud.
 */
export function Table({ result, panel }: Shown) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const { figure: options } = panel;
  const { width, text: letters = 12 } = size ?? {};
  const figure = useMemo(() => {
    if (!width) return null;
    const text = ((width < narrow ? 11 : 12) * letters) / 12;
    const least = leastWidth(result, metricsOf({ width, height: 0, theme, text }));
    return tableFigure(result, options, { width: Math.max(width, Math.ceil(least)), height: 0, theme, text });
  }, [result, options, width, letters, theme]);
  const lines = useMemo(() => allLines(result), [result]);
  const { dragged, handlers } = useDragging(({ from, to }) =>
    moveRow(panel, result, nth(result.rows, from).of, to > from ? to - 1 : to),
  );
  const click = (event: MouseEvent) => {
    const found = lineAt(event.target);
    const line = found && lines[found.line];
    if (!line) return;
    if (found.column === null) filterByLine(line);
    else if (line.kind !== "head") showCell(panel, result, line, found.column);
  };
  return (
    <div className={styles.frame}>
      <div ref={place} className={styles.drawing} data-testid="figure">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table below has the same as buttons */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
        <div className={styles.sheet} onClick={click} {...handlers}>
          {figure && <SvgTree node={figure.tree} />}
          {dragged && <div className={styles.mark} style={{ top: dragged.top }} />}
        </div>
      </div>
      {result.rows.length > 0 && (
        <>
          <p className={styles.hint}>Drag a name to order; click a name to filter, a number for its patients.</p>
          <DataTable result={result} panel={panel} />
        </>
      )}
    </div>
  );
}

/** The line, and of its values the column, that an element of the figure belongs to. */
function lineAt(target: EventTarget | null): { line: number; row: number; column: number | null } | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest("[data-line]");
  if (!line) return null;
  const column = target.closest("[data-column]")?.getAttribute("data-column") ?? null;
  return {
    line: Number(line.getAttribute("data-line")),
    row: Number(line.getAttribute("data-row")),
    column: column === null ? null : Number(column),
  };
}

const slack = 5;

/** A name that is dragged by the pointer. Escape and a drop on its own place leave everything as it was. */
function useDragging(onDrop: (dragged: Dragged) => void) {
  const start = useRef<{ row: number; y: number } | null>(null);
  const moved = useRef(false);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const stop = () => {
    start.current = null;
    setDragged(null);
  };
  const handlers = {
    onPointerDown: ({ target, button, pointerType, clientY }: PointerEvent) => {
      const found = lineAt(target);
      moved.current = false;
      // A finger scrolls; rows are ordered in the list beside the figure.
      if (button !== 0 || pointerType === "touch" || found?.column !== null) return;
      start.current = { row: found.row, y: clientY };
    },
    onPointerMove: ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
      if (!start.current || (!moved.current && Math.abs(clientY - start.current.y) < slack)) return;
      moved.current = true;
      const over = document.elementFromPoint(clientX, clientY)?.closest("[data-row]");
      if (!over) return;
      const row = Number(over.getAttribute("data-row"));
      const all = [...currentTarget.querySelectorAll(`[data-row="${row}"]`)].map((each) =>
        each.getBoundingClientRect(),
      );
      const [top, bottom] = [Math.min(...all.map((box) => box.top)), Math.max(...all.map((box) => box.bottom))];
      const below = clientY > (top + bottom) / 2;
      setDragged({
        from: start.current.row,
        to: below ? row + 1 : row,
        top: (below ? bottom : top) - currentTarget.getBoundingClientRect().top,
      });
    },
    onPointerUp: () => {
      if (dragged && dragged.to !== dragged.from && dragged.to !== dragged.from + 1) onDrop(dragged);
      stop();
    },
    onPointerLeave: stop,
    /** The click that ends a drag is none. */
    onClickCapture: (event: MouseEvent) => {
      if (moved.current) event.stopPropagation();
      moved.current = false;
    },
  };
  return { dragged, handlers };
}
