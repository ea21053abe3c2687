"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { FigureOptions } from "../../../lib/board/figureOptions";
import type { Figure } from "../../../lib/panels/curves/figure";
import { timeAtPixel } from "../../../lib/panels/curves/reading/crosshair";
import { zoomAbout, zoomBetween, zoomMoved } from "../../../lib/panels/curves/reading/zoom";
import { setFigure } from "../../actions/panels";
import styles from "./FigureView.module.css";

type Zoom = FigureOptions["zoom"];

/**
 * How long the wheel rests before the view counts as chosen: one undo step for a turn of it. Leaving the axis ends the
 * turn at once.
 */
const rest = 350;

/**
 * The strip under the time axis: drag over a part of it, turn the wheel or press + − ← → to look closer; a double click
 * shows all.
 */
export function AxisZoom({
  figure,
  id,
  zoomed,
  onDraft,
}: {
  figure: Figure;
  id: string;
  zoomed: boolean;
  /** The view while it is being chosen; undefined once it is. */
  onDraft: (zoom: Zoom | undefined) => void;
}) {
  const strip = useRef<HTMLDivElement>(null);
  const turning = useRef<{ zoom: Zoom; timer: ReturnType<typeof setTimeout> } | null>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const { plot, time } = figure;

  const choose = (zoom: Zoom) => {
    if (turning.current) clearTimeout(turning.current.timer);
    turning.current = null;
    setFigure(id, { zoom });
    onDraft(undefined);
  };
  const draft = (zoom: Zoom) => {
    onDraft(zoom);
    if (turning.current) clearTimeout(turning.current.timer);
    turning.current = { zoom, timer: setTimeout(() => choose(zoom), rest) };
  };
  const endTurn = () => turning.current && choose(turning.current.zoom);
  const turn = useRef<(event: WheelEvent) => void>(() => {});
  turn.current = (event) => {
    event.preventDefault();
    const at = timeAtPixel(figure, plot.left + event.offsetX);
    draft(zoomAbout(figure, at, Math.exp(Math.sign(event.deltaY) * 0.18)));
  };
  // React listens to the wheel passively, which cannot keep the page from scrolling.
  useEffect(() => {
    const element = strip.current;
    const onWheel = (event: WheelEvent) => turn.current(event);
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, []);

  const xOf = (event: PointerEvent) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const onUp = () => {
    if (drag && Math.abs(drag.to - drag.from) > 6) {
      const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
      choose(zoomBetween(figure, timeAtPixel(figure, plot.left + from), timeAtPixel(figure, plot.left + to)));
    }
    setDrag(null);
  };
  const onKey = (event: KeyboardEvent) => {
    const middle = (time.domain[0] + time.domain[1]) / 2;
    const zoom = zoomAfterKey(event.key, figure, middle);
    if (zoom === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(zoom);
  };
  const left = Math.min(drag?.from ?? 0, drag?.to ?? 0);
  return (
    <div
      ref={strip}
      className={styles.axis}
      style={{ left: plot.left, top: plot.bottom + 1, width: plot.right - plot.left, height: figure.text * 2 }}
      role="application"
      aria-label="Time axis: plus and minus look closer, arrow keys move the view, 0 shows all. No number changes."
      title={zoomed ? "Double click shows the whole axis" : "Drag or turn the wheel to look closer; no number changes"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys change the view
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: xOf(event), to: xOf(event) });
      }}
      onPointerMove={(event) =>
        drag && setDrag({ ...drag, to: Math.max(0, Math.min(plot.right - plot.left, xOf(event))) })
      }
      onPointerUp={onUp}
      onPointerCancel={() => setDrag(null)}
      onPointerLeave={endTurn}
      onBlur={endTurn}
      onDoubleClick={() => choose(null)}
      onKeyDown={onKey}
    >
      {drag && (
        <span
          className={styles.dragged}
          style={{
            left,
            width: Math.abs(drag.to - drag.from),
            top: plot.top - plot.bottom,
            height: plot.bottom - plot.top,
          }}
        />
      )}
    </div>
  );
}

function zoomAfterKey(key: string, figure: Figure, middle: number): Zoom | undefined {
  switch (key) {
    case "+":
    case "=":
      return zoomAbout(figure, middle, 0.8);
    case "-":
      return zoomAbout(figure, middle, 1.25);
    case "ArrowLeft":
      return zoomMoved(figure, -0.1);
    case "ArrowRight":
      return zoomMoved(figure, 0.1);
    case "0":
    case "Escape":
      return null;
    default:
      return undefined;
  }
}
