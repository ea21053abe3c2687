"use client";

import { type PointerEvent, useMemo, useRef, useState } from "react";
import type { FigureOptions } from "../../../lib/board/figureOptions";
import { dimmed } from "../../../lib/figure/dimmed";
import { nth } from "../../../lib/numeric/nth";
import type { Drawn } from "../../../lib/panels/curves/drawn";
import { curvesFigure } from "../../../lib/panels/curves/figure";
import { crosshair } from "../../../lib/panels/curves/reading/crosshair";
import { useStore } from "../../store";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";
import { AxisZoom } from "./AxisZoom";
import { CaptionLine } from "./CaptionLine";
import styles from "./FigureView.module.css";
import { toggleHidden } from "./figureActions";
import { Reading, ReadingStrip } from "./Reading";
import { useMorph } from "./useMorph";
import { useReading } from "./useReading";
import { ViewNotes } from "./ViewNotes";

/**
 * The figure at the size of its place: read by pointer or keys, zoomed at its axis, its groups told apart by pointing
 * at their names.
 */
export function FigureView({
  drawn,
  said = drawn,
  frozen,
  onFreeze,
  panel: { id, figure: chosen },
}: {
  drawn: Drawn;
  /** Where notes and caption are of fewer curves than are drawn. */
  said?: Drawn;
  /** Curves of an earlier filter. */
  frozen: Drawn | null;
  onFreeze: () => void;
  panel: { id: string; figure: FigureOptions };
}) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const [zoom, setZoom] = useState<FigureOptions["zoom"] | undefined>(undefined);
  const [pointed, setPointed] = useState<number | null>(null);
  const options = useMemo(() => (zoom === undefined ? chosen : { ...chosen, zoom }), [chosen, zoom]);
  const figure = useMemo(
    () => size && curvesFigure(drawn, options, { ...size, theme }, frozen),
    [drawn, options, size, theme, frozen],
  );
  const reading = useReading(figure);
  useMorph(place, figure);

  const shown = drawn.thinned ? null : reading.shown;
  // On a phone a legend is what one expects.
  const problems = figure?.problems.filter(({ code }) => code !== "labels-in-legend" || figure.width > 600) ?? [];
  const onPoint = (event: PointerEvent) => setPointed(event.pointerType === "mouse" ? curveAt(event.target) : null);

  return (
    <div className={styles.frame}>
      <ViewNotes id={id} drawn={said} options={options} frozen={frozen} />
      <div ref={place} className={styles.place} data-testid="figure">
        {figure && (
          <div className={styles.drawing}>
            <div
              role="application"
              aria-label="Figure. Left and right arrow read the curves event by event, Enter pins, C copies, Escape clears."
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys read the curves
              tabIndex={0}
              className={styles.read}
              onPointerMove={reading.onPointer}
              onPointerDown={reading.onPointer}
              onPointerLeave={reading.onLeave}
              onPointerOver={onPoint}
              onPointerOut={() => setPointed(null)}
              onClick={(event) => {
                const curve = curveAt(event.target);
                if (curve === null) reading.onClick(event);
                else toggleHidden(id, said, options, nth(figure.drawn.curves, curve).key);
              }}
              onKeyDown={reading.onKey}
            >
              <SvgTree node={pointed === null ? figure.tree : dimmed(figure.tree, pointed)} />
            </div>
            {shown !== null && (
              <svg className={styles.overlay} width={figure.width} height={figure.height} aria-hidden="true">
                {reading.pinned !== null && reading.pinned !== shown && (
                  <SvgTree node={crosshair(figure, reading.pinned)} />
                )}
                <SvgTree node={crosshair(figure, shown)} />
              </svg>
            )}
            {shown !== null && <Reading figure={figure} reading={reading} />}
            <AxisZoom figure={figure} onDraft={setZoom} zoomed={options.zoom !== null} id={id} />
          </div>
        )}
      </div>
      <p className="hidden" role="status">
        {reading.spoken}
      </p>
      {problems.map(({ code, message, hint }) => (
        <p key={code} className={styles.problem}>
          {message} {hint}
        </p>
      ))}
      {figure && !drawn.thinned && <ReadingStrip figure={figure} reading={reading} panel={id} />}
      <CaptionLine id={id} drawn={said} options={options} figure={figure} onFreeze={onFreeze} />
    </div>
  );
}

/** The curve whose name, legend entry or row of the table is pointed at. */
function curveAt(target: EventTarget): number | null {
  const found = (target as Element).closest?.(
    '[data-part="label"], [data-part="legend-entry"], [data-part="table-group"]',
  );
  const place = found?.getAttribute("data-group");
  return place === null || place === undefined ? null : Number(place);
}
