"use client";

import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import type { Panel } from "../../lib/board/board";
import { crosshair, timeAtPixel } from "../../lib/panels/kaplanMeier/crosshair";
import { eventTimeAfter, eventTimeBefore } from "../../lib/panels/kaplanMeier/eventTimes";
import { kaplanMeierFigure } from "../../lib/panels/kaplanMeier/figure";
import type { KaplanMeierResult } from "../../lib/panels/kaplanMeier/result";
import { useStore } from "../store";
import { CrosshairReading } from "./CrosshairReading";
import styles from "./FigureView.module.css";
import { SvgTree } from "./SvgTree";
import { useSize } from "./useSize";

/** The figure at the size of its place, read by pointer or by the arrow keys: one time, all groups. */
export function FigureView({ result, options }: { result: KaplanMeierResult; options: Panel["figure"] }) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const [time, setTime] = useState<number | null>(null);
  const figure = useMemo(
    () => size && kaplanMeierFigure(result, options, { ...size, theme }),
    [result, options, size, theme],
  );

  // On a phone a legend is what one expects.
  const problems = figure?.problems.filter(({ code }) => code !== "labels-in-legend" || figure.width > 600) ?? [];

  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    if (!figure) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top + event.currentTarget.scrollTop];
    const { left, right, top, bottom } = figure.plot;
    setTime(x >= left && x <= right && y >= top && y <= bottom ? timeAtPixel(figure, x) : null);
  };
  const onKey = (event: KeyboardEvent) => {
    const next = timeAfterKey(event.key, result, time);
    if (next === undefined) return;
    event.preventDefault();
    setTime(next);
  };

  return (
    <div className={styles.frame}>
      <div
        ref={place}
        className={styles.place}
        data-testid="figure"
        role="application"
        aria-label="Figure; arrow keys read the curves event by event"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys read the curves
        tabIndex={0}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => setTime(null)}
        onKeyDown={onKey}
      >
        {figure && (
          <div className={styles.drawing}>
            <SvgTree node={figure.tree} />
            {time !== null && (
              <>
                <svg className={styles.overlay} width={figure.width} height={figure.height} aria-hidden="true">
                  <SvgTree node={crosshair(figure, result, time)} />
                </svg>
                <CrosshairReading figure={figure} result={result} time={time} />
              </>
            )}
          </div>
        )}
      </div>
      {problems.map(({ code, message, hint }) => (
        <p key={code} className={styles.problem}>
          {message} {hint}
        </p>
      ))}
    </div>
  );
}

/** Where an arrow key takes the crosshair; undefined for other keys. */
function timeAfterKey(key: string, result: KaplanMeierResult, time: number | null): number | null | undefined {
  if (key === "Escape") return null;
  if (key === "Home") return 0;
  if (key === "ArrowRight") return eventTimeAfter(result, time ?? -1) ?? time;
  if (key === "ArrowLeft") return time === null ? null : (eventTimeBefore(result, time) ?? 0);
  return undefined;
}
