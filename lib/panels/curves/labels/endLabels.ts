import { type Box, overlaps } from "../../../figure/box";
import { spread } from "../../../figure/spreadLabels";
import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { nth } from "../../../numeric/nth";
import { valueAt } from "../drawn";
import type { DrawnPoints } from "../drawnPoints";
import type { Plot } from "../plot";
import { boxAt, type End, freeBox } from "./freeBox";
import { blockMark, type LabelBlock } from "./labelBlock";

/** Where a label stands; with a leader where it is not beside its curve's end. */
export interface PlacedLabel {
  box: Box;
  leader: [x: number, y: number][] | null;
}

/**
 * Places a label at the end of each curve inside `within`. Curves that reach the right border have theirs in a column
 * beside it, spread so that none overlap; one that ends earlier has it next to its end where no curve and no other
 * label is, else in the column too. Null where they do not all fit.
 */
export function placeEndLabels(
  plot: Plot,
  points: DrawnPoints[],
  blocks: LabelBlock[],
  within: Box,
): PlacedLabel[] | null {
  const { area, metrics } = plot;
  const ends = points.map((each, index) => endOf(plot, each, index));
  // A curve that ended before a zoomed view begins has its name in the column.
  const early = [...ends.keys()].filter(
    (index) => nth(ends, index).x >= area.left && nth(ends, index).x < area.right - (area.right - area.left) * 0.06,
  );
  const inside = new Map<number, Box>();
  const column = (without?: number) => {
    const members = [...ends.keys()].filter((index) => !inside.has(index) && index !== without);
    return columnBoxes(plot, ends, blocks, members, within);
  };
  const inPlot = { ...within, left: area.left, bottom: Math.min(within.bottom, area.bottom - metrics.hair) };
  for (const index of early.sort((a, b) => nth(ends, b).x - nth(ends, a).x)) {
    const others = [...inside.values(), ...(column(index)?.values() ?? [])];
    const box = freeBox(plot, nth(ends, index), nth(blocks, index), others, inPlot);
    if (box) inside.set(index, box);
  }
  let beside = column();
  // A label in the plot changes where those of the column stand, and may now be in their way.
  for (const [index, box] of inside)
    if (beside && [...beside.values()].some((other) => overlaps(box, other))) {
      inside.delete(index);
      beside = column();
    }
  if (!beside) return null;
  const settled = beside;
  return ends.map((end, index) => {
    const box = inside.get(index);
    if (box) return { box, leader: null };
    const own = settled.get(index) as Box;
    return { box: own, leader: leaderOf(plot, end, own) };
  });
}

function endOf({ drawn, area, y }: Plot, { at, to }: DrawnPoints, index: number): End {
  const level = y(valueAt(drawn, nth(drawn.curves, index).points, nth(at, at.length - 1)));
  return { x: to, y: Math.max(area.top, Math.min(area.bottom, level)) };
}

/** The labels of `members`, beside the plot, as near to their ends as they can be; null where they are too many. */
function columnBoxes(
  plot: Plot,
  ends: End[],
  blocks: LabelBlock[],
  members: number[],
  { top, bottom }: Box,
): Map<number, Box> | null {
  const { area, metrics } = plot;
  const wanted = members.map((index) => nth(ends, index).y);
  const sizes = members.map((index) => nth(blocks, index).height + metrics.text * 0.2);
  const centers = spread(wanted, sizes, top, bottom);
  if (!centers) return null;
  const left = area.right + metrics.gap * 1.5;
  return new Map(members.map((index, place) => [index, boxAt(left, nth(centers, place), nth(blocks, index))]));
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
  placed: PlacedLabel,
): SvgElement {
  const { box, leader } = placed;
  const d = leader?.map(([x, y], place) => `${place === 0 ? "M" : "L"}${rounded(x)},${rounded(y)}`).join("");
  const look = {
    stroke: nth(looks, index).color,
    "stroke-width": metrics.hair * 0.8,
    "stroke-opacity": 0.6,
    fill: "none",
  };
  return group(
    { "data-part": "label", "data-group": index },
    d ? element("path", { "data-part": "leader", d, ...look }) : null,
    blockMark(block, box.left, box.top, nth(looks, index).textColor, metrics),
  );
}
