import { type PointerEvent, useMemo, useRef, useState } from "react";
import type { SvgElement } from "../../lib/figure/svg";
import { nth } from "../../lib/numeric/nth";
import type { ShownPanel } from "../../lib/panels/result";
import { type DrawnFigure, placesOfLevel } from "../../lib/panels/sheet/drawnFigure";
import { withLargestText } from "../../lib/panels/sheet/largestText";
import { shownKinds } from "../../lib/panels/shownKinds";
import { SvgTree } from "../board/SvgTree";
import { useSize } from "../board/useSize";
import { useStore } from "../store";
import styles from "./Present.module.css";
import type { Placement } from "./placement";

/** The figure laid out again at the size of the slide, with texts for a room; the pointer is a cross of light on it. */
export function SlideFigure({
  shown: { panel, result },
  placement,
  laser,
  onTime,
}: {
  shown: ShownPanel;
  placement: Placement | null;
  laser: boolean;
  onTime: (time: number | null) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const theme = useStore((state) => state.view.theme);
  const [page, setPage] = useState(0);
  const [light, setLight] = useState<{ x: number; y: number } | null>(null);
  const figure = useMemo(
    () =>
      size &&
      withLargestText(
        (text) =>
          shownKinds[panel.kind].figure(result, panel.figure, {
            ...size,
            theme,
            text,
            pixelRatio: 2,
            page: { tallest: size.height, number: page },
          }),
        textsOfRoom(),
        size.height,
      ),
    [panel, result, size, theme, page],
  );
  const placed = placement?.state === "placed" ? placement.level : null;
  const tree = useMemo(() => {
    if (!figure || placed === null || !figure.levels) return figure?.tree;
    return dimmed(figure.tree, placesOfLevel(figure, placed));
  }, [figure, placed]);
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!figure || !laser) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = figure.height > box.height ? figure.height / box.height : 1;
    const at = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
    setLight(at);
    onTime(timeAt(figure, at.x));
  };
  const leave = () => {
    setLight(null);
    onTime(null);
  };
  return (
    <div ref={place} className={styles.figure} data-testid="slide-figure" onPointerMove={move} onPointerLeave={leave}>
      {figure && tree && (
        <>
          <SvgTree node={tree} />
          {figure.pages !== undefined && (
            <button
              type="button"
              className={styles.pages}
              aria-label={`Page ${page + 1} of ${figure.pages}: show the next`}
              onClick={() => setPage((page + 1) % (figure.pages ?? 1))}
            >
              {page + 1} / {figure.pages}
            </button>
          )}
          {light && laser && (
            <svg className={styles.laser} viewBox={`0 0 ${figure.width} ${figure.height}`} aria-hidden="true">
              <path d={`M${light.x},0V${figure.height}M0,${light.y}H${figure.width}`} />
              <circle cx={light.x} cy={light.y} r={unit() * 0.45} />
            </svg>
          )}
        </>
      )}
    </div>
  );
}

/** The slide's measure, a hundredth of its width: 19 pixels on a projector of 1920 × 1080. */
const unit = () => Math.max(9, Math.min(innerWidth / 100, innerHeight / 56.25));

/**
 * Sizes of a figure's texts, the largest first: with it even the smallest text of a figure has 3 % of the slide's height, which the last row
 * of a room can read.
 */
function textsOfRoom(): number[] {
  const largest = (0.03 * Math.min(innerHeight, innerWidth / (16 / 9))) / 0.92;
  const larger = [1, 0.9, 0.8, 0.7].map((share) => share * largest).filter((size) => size > unit());
  return [...larger, unit()];
}

/** The time under a pixel, from the ticks of a linear axis; null beside it. */
function timeAt({ ticks }: DrawnFigure, x: number): number | null {
  if (!ticks || ticks.length < 2) return null;
  const [first, second, last] = [nth(ticks, 0), nth(ticks, 1), nth(ticks, ticks.length - 1)];
  const scale = (second.time - first.time) / (second.x - first.x);
  const linear = Math.abs(first.time + scale * (last.x - first.x) - last.time) < 1e-6 * Math.abs(last.time);
  const time = first.time + scale * (x - first.x);
  return linear && time >= 0 ? time : null;
}

/** The figure with every group paler but those kept. */
function dimmed(node: SvgElement, kept: number[]): SvgElement {
  const group = node.attributes["data-group"];
  if (group !== undefined && !kept.includes(Number(group)))
    return { ...node, attributes: { ...node.attributes, opacity: 0.35 } };
  return { ...node, children: node.children.map((child) => (typeof child === "string" ? child : dimmed(child, kept))) };
}
