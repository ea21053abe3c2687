import { bisectRight } from "d3";
import { type Box, overlaps } from "../../../figure/box";
import { nth } from "../../../numeric/nth";
import { valueAt } from "../drawn";
import type { Plot } from "../plot";
import { guides } from "./guides";
import type { LabelBlock } from "./labelBlock";

/** Where a curve ends, in pixels. */
export interface End {
  x: number;
  y: number;
}

/** The box of a block that starts at `left` and has its middle at `center`. */
export const boxAt = (left: number, center: number, { width, height }: LabelBlock): Box => ({
  left,
  right: left + width,
  top: center - height / 2,
  bottom: center + height / 2,
});

/**
 * The nearest place by an end in which a label covers no curve, guide line or other label and stays inside `within`;
 * null without one.
 */
export function freeBox(plot: Plot, end: End, block: LabelBlock, others: Box[], within: Box): Box | null {
  return candidates(plot, end, block).find((box) => isFree(box, plot, others, within)) ?? null;
}

/**
 * The best first: to the right of the end, then higher or lower, then past a guide line, then to the left above or
 * below the curve.
 */
function candidates(plot: Plot, { x, y }: End, block: LabelBlock): Box[] {
  const { gap } = plot.metrics;
  const shifts = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => (step * block.height) / 4);
  const starts = [x, ...guides(plot).filter((guide) => guide > x && guide < x + block.width + gap)];
  const beside = starts.flatMap((start) => shifts.map((shift) => boxAt(start + gap, y + shift, block)));
  const aside = [-1, 1].map((side) => boxAt(x - block.width, y + side * (block.height / 2 + gap), block));
  return [...beside, ...aside];
}

function isFree(box: Box, plot: Plot, others: Box[], within: Box): boolean {
  if (box.top < within.top || box.bottom > within.bottom || box.right > within.right || box.left < within.left)
    return false;
  const room = plot.metrics.gap * 0.5;
  const wide = {
    left: box.left - room,
    right: box.right + room,
    top: box.top - room / 2,
    bottom: box.bottom + room / 2,
  };
  if (others.some((other) => overlaps(wide, other))) return false;
  if (guides(plot).some((guide) => guide > box.left && guide < box.right)) return false;
  return !plot.drawn.curves.some((_, index) => crossesCurve(wide, plot, index));
}

/**
 * Whether a curve passes through a box. Steps only rise or only fall, so their levels at both sides bound what is
 * between.
 */
export function crossesCurve(box: Box, { drawn, area, timeAt, y }: Plot, index: number): boolean {
  const { points } = nth(drawn.curves, index);
  const last = nth(points.time, points.time.length - 1);
  const from = timeAt(Math.max(area.left, box.left));
  if (box.right < area.left || from > last) return false;
  const to = Math.min(last, timeAt(box.right));
  const [first, end] = [bisectRight(points.time, from) - 1, bisectRight(points.time, to) - 1];
  const places = drawn.shape === "steps" ? [first, end] : Array.from({ length: end - first + 2 }, (_, i) => first + i);
  const levels = places.map((place) => y(valueAt(drawn, points, Math.min(place, points.time.length - 1))));
  return Math.min(...levels) < box.bottom && Math.max(...levels) > box.top;
}
