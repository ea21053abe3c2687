import { bisectRight } from "d3";
import { spread } from "../../figure/spread";
import { element, group, rounded, type SvgElement } from "../../figure/svg";
import { type DrawnSteps, levelAt } from "./drawnSteps";
import { blockMark, type LabelBlock } from "./labelBlock";
import type { Box, Plot } from "./plot";

/** Where a label stands; with a leader where it is not beside its curve's end. */
export interface PlacedLabel {
  box: Box;
  leader: [x: number, y: number][] | null;
}

/**
 * Places a label at the end of each curve. Curves that reach the right border have theirs beside it, spread so that none overlap; one that ends
 * earlier has it next to its end where no curve and no other label is, else in the column too, joined by a thin line. Null where they do not all fit.
 */
export function placeEndLabels(
  plot: Plot,
  steps: DrawnSteps[],
  blocks: LabelBlock[],
  { top, bottom }: { top: number; bottom: number },
  right: number,
): PlacedLabel[] | null {
  const { area, metrics } = plot;
  const ends = steps.map((each, index) => endOf(plot, each, index));
  const early = [...ends.keys()].filter((index) => ends[index].x < area.right - (area.right - area.left) * 0.06);
  const inside = new Map<number, Box>();
  const column = () => [...ends.keys()].filter((index) => !inside.has(index));
  for (const index of early.sort((a, b) => ends[b].x - ends[a].x)) {
    const others = [
      ...inside.values(),
      ...(columnBoxes(
        plot,
        ends,
        blocks,
        column().filter((each) => each !== index),
        top,
        bottom,
      ) ?? []),
    ];
    const box = candidates(ends[index], blocks[index], metrics.gap).find((candidate) =>
      isFree(candidate, plot, others, { top, bottom, right }),
    );
    if (box) inside.set(index, box);
  }
  const members = column();
  const boxes = columnBoxes(plot, ends, blocks, members, top, bottom);
  if (!boxes) return null;
  return ends.map((end, index) => {
    const box = inside.get(index);
    if (box) return { box, leader: null };
    return { box: boxes[members.indexOf(index)], leader: leaderOf(plot, end, boxes[members.indexOf(index)]) };
  });
}

interface End {
  x: number;
  y: number;
}

function endOf({ result, area, y }: Plot, { at, to }: DrawnSteps, index: number): End {
  const level = y(levelAt(result.groups[index].curve, at[at.length - 1]));
  return { x: to, y: Math.max(area.top, Math.min(area.bottom, level)) };
}

/** The labels of `members`, beside the plot, as near to their ends as they can be. */
function columnBoxes(
  { area, metrics }: Plot,
  ends: End[],
  blocks: LabelBlock[],
  members: number[],
  top: number,
  bottom: number,
): Box[] | null {
  const centers = spread(
    members.map((index) => ends[index].y),
    members.map((index) => blocks[index].height + metrics.text * 0.2),
    top,
    bottom,
  );
  return centers?.map((center, place) => boxAt(area.right + metrics.gap * 1.5, center, blocks[members[place]])) ?? null;
}

const boxAt = (left: number, center: number, { width, height }: LabelBlock): Box => ({
  left,
  right: left + width,
  top: center - height / 2,
  bottom: center + height / 2,
});

/** Places near an end, the best first: to its right, then higher or lower, then to its left above or below the curve. */
function candidates({ x, y }: End, block: LabelBlock, gap: number): Box[] {
  const shifts = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].map((step) => (step * block.height) / 4);
  const beside = shifts.map((shift) => boxAt(x + gap, y + shift, block));
  const aside = [-1, 1].map((side) => boxAt(x - block.width, y + side * (block.height / 2 + gap), block));
  return [...beside, ...aside];
}

function isFree(
  box: Box,
  plot: Plot,
  others: Box[],
  { top, bottom, right }: { top: number; bottom: number; right: number },
): boolean {
  const { area, metrics, result } = plot;
  if (
    box.top < top ||
    box.bottom > Math.min(bottom, area.bottom - metrics.hair) ||
    box.right > right ||
    box.left < area.left
  )
    return false;
  const room = metrics.gap * 0.5;
  const wide = {
    left: box.left - room,
    right: box.right + room,
    top: box.top - room / 2,
    bottom: box.bottom + room / 2,
  };
  if (others.some((other) => overlaps(wide, other))) return false;
  return !result.groups.some((_, index) => crossesCurve(wide, plot, index));
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a curve passes through a box: survival never rises, so its levels at both sides bound it between. */
export function crossesCurve(box: Box, { result, area, timeAt, y }: Plot, index: number): boolean {
  const { curve } = result.groups[index];
  const last = curve.time[curve.time.length - 1];
  const from = timeAt(Math.max(area.left, box.left));
  if (box.right < area.left || from > last) return false;
  const levels = [from, Math.min(last, timeAt(box.right))].map((time) =>
    y(levelAt(curve, bisectRight(curve.time, time) - 1)),
  );
  return Math.min(...levels) < box.bottom && Math.max(...levels) > box.top;
}

/** A line from the end to the label, unless they touch or lie so far apart that it would only cross the figure. */
function leaderOf({ metrics, area }: Plot, end: End, box: Box): [number, number][] | null {
  const middle = (box.top + box.bottom) / 2;
  const apart = area.right - end.x;
  if (apart > (area.right - area.left) * 0.35) return null;
  if (apart < metrics.gap && Math.abs(middle - end.y) < metrics.text * 0.75) return null;
  const start: [number, number] = [end.x + metrics.gap * 0.4, end.y];
  const corner: [number, number][] = apart > metrics.gap ? [[area.right, end.y]] : [];
  return [start, ...corner, [box.left - metrics.gap * 0.4, middle]];
}

export function endLabelMark(
  { looks, metrics }: Plot,
  index: number,
  block: LabelBlock,
  { box, leader }: PlacedLabel,
): SvgElement {
  const line =
    leader &&
    element("path", {
      d: leader.map(([x, y], place) => `${place === 0 ? "M" : "L"}${rounded(x)},${rounded(y)}`).join(""),
      stroke: looks[index].color,
      "stroke-width": metrics.hair * 0.8,
      "stroke-opacity": 0.6,
      fill: "none",
    });
  return group(
    { "data-part": "label", "data-group": index },
    line,
    blockMark(block, box.left, box.top, looks[index].textColor, metrics),
  );
}
