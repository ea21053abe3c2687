"use client";

import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import type { FigureOptions } from "../../../lib/board/figureOptions";
import { nth } from "../../../lib/numeric/nth";
import type { Drawn, Facet } from "../../../lib/panels/curves/drawn";
import { type Cell, multiplesFigure } from "../../../lib/panels/curves/multiples";
import { crosshair, timeMeantAt } from "../../../lib/panels/curves/reading/crosshair";
import { eventTimeAfter, eventTimeBefore } from "../../../lib/panels/curves/reading/eventTimes";
import { readingInWords, readingText } from "../../../lib/panels/curves/reading/readingInWords";
import { useStore } from "../../store";
import { SvgTree } from "../SvgTree";
import { useSize } from "../useSize";
import { CaptionLine } from "./CaptionLine";
import styles from "./FigureView.module.css";
import { ReadingBox } from "./Reading";
import { ViewNotes } from "./ViewNotes";

/** One small figure per level, on shared axes: one time is read in all of them. */
export function MultiplesView({
  drawn,
  facets,
  panel: { id, figure: options },
}: {
  drawn: Drawn;
  facets: readonly Facet[];
  panel: { id: string; figure: FigureOptions };
}) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const [read, setRead] = useState<{ cell: number; time: number } | null>(null);
  const [spoken, setSpoken] = useState("");
  const figure = useMemo(
    () => size && multiplesFigure(drawn, facets, options, { ...size, theme }),
    [drawn, facets, options, size, theme],
  );
  const cell = figure?.cells[read?.cell ?? 0];
  // Of small figures a legend is what one expects.
  const problems = figure?.problems.filter(({ code }) => code !== "labels-in-legend") ?? [];

  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setRead(figure ? timeAt(figure.cells, event.clientX - box.left, event.clientY - box.top) : null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepped(event.key, cell, read);
    if (next === undefined) return;
    event.preventDefault();
    setRead(next === null ? null : { cell: read?.cell ?? 0, time: next });
    setSpoken(next === null || !figure ? "" : allInWords(figure.cells, next));
  };

  return (
    <div className={styles.frame}>
      <ViewNotes id={id} drawn={drawn} options={options} frozen={null} />
      <div ref={place} className={styles.place} data-testid="figure">
        {figure && facets.length > 0 && (
          <div className={styles.drawing}>
            <div
              role="application"
              aria-label="Figures. Left and right arrow read the curves of all of them event by event, Escape clears."
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys read the curves
              tabIndex={0}
              className={styles.read}
              onPointerMove={onPointer}
              onPointerDown={onPointer}
              onPointerLeave={() => setRead(null)}
              onKeyDown={onKey}
            >
              <SvgTree node={figure.tree} />
            </div>
            {read && !drawn.thinned && (
              <svg className={styles.overlay} width={figure.width} height={figure.height} aria-hidden="true">
                {figure.cells.map(({ facet, x, y, figure: small }) => (
                  <g key={facet.level} transform={`translate(${x} ${y})`}>
                    <SvgTree node={crosshair(small, read.time)} />
                  </g>
                ))}
              </svg>
            )}
            {read && cell && !drawn.thinned && (
              <ReadingBox
                figure={cell.figure}
                time={read.time}
                words={wordsAt(cell, read.time)}
                offset={{ x: cell.x, y: cell.y, width: figure.width }}
              />
            )}
          </div>
        )}
      </div>
      <p className="hidden" role="status">
        {spoken}
      </p>
      {problems.map(({ code, message, hint }) => (
        <p key={code} className={styles.problem}>
          {message} {hint}
        </p>
      ))}
      <CaptionLine id={id} drawn={drawn} options={options} figure={null} ticked={figure?.ticked} />
    </div>
  );
}

const wordsAt = ({ figure }: Cell, time: number) =>
  readingInWords(figure.drawn, { time, given: null, unit: figure.time.unit, factor: figure.time.factor });

const allInWords = (cells: Cell[], time: number) =>
  cells.map((cell) => `${cell.facet.label}. ${readingText(wordsAt(cell, time)).replaceAll("\n", ". ")}`).join(". ");

/** The figure under a pointer and the time it means there. */
function timeAt(cells: Cell[], x: number, y: number): { cell: number; time: number } | null {
  const cell = cells.findIndex(({ x: left, y: top, figure: { plot } }) => {
    const [inX, inY] = [x - left, y - top];
    return inX >= plot.left && inX <= plot.right && inY >= plot.top && inY <= plot.bottom;
  });
  return cell < 0 ? null : { cell, time: timeMeantAt(nth(cells, cell).figure, x - nth(cells, cell).x) };
}

/** Where a key takes the reading; undefined for other keys. */
function stepped(key: string, { figure }: Cell, read: { time: number } | null): number | null | undefined {
  if (key === "Escape") return null;
  if (key === "ArrowRight") return eventTimeAfter(figure.drawn, read?.time ?? -1) ?? read?.time ?? 0;
  if (key === "ArrowLeft" && read) return eventTimeBefore(figure.drawn, read.time) ?? 0;
  return undefined;
}
