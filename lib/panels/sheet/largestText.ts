import { drawingOf } from "../../figure/drawing";
import { nth } from "../../numeric/nth";
import type { DrawnFigure } from "./drawnFigure";

/** What must be left of a figure's width and height to the plot itself, where it has one. */
const leastPlot = { grid: { width: 0.42, height: 0.42 }, axis: { width: 0.17, height: 0 } } as const;

/** Fewer numbers on an axis of time, where it could have more, are too few to read a curve by. */
const leastTicks = 4;

/**
 * A figure with the largest of these texts, the last of them the smallest, with which it stays within `height` on one page, shortens no more
 * texts and has no more problems than with the smallest, and leaves its plot room and its axis numbers: a table keeps the size that it needs, a forest plot of few
 * lines is read from the last row of a room.
 */
export function withLargestText(
  draw: (text: number) => DrawnFigure,
  sizes: readonly number[],
  height: number,
): DrawnFigure {
  const smallest = draw(nth(sizes, sizes.length - 1));
  const worst = lostIn(smallest);
  const ticks = Math.min(leastTicks, smallest.ticks?.length ?? 0);
  for (const size of sizes.slice(0, -1)) {
    const drawn = draw(size);
    const whole = drawn.height <= height && (drawn.pages ?? 1) <= (smallest.pages ?? 1) && lostIn(drawn) <= worst;
    if (whole && (drawn.ticks?.length ?? 0) >= ticks && hasRoom(drawn)) return drawn;
  }
  return smallest;
}

/** How much is not as it was asked for. */
const lostIn = ({ tree, problems }: DrawnFigure): number =>
  problems.length + drawingOf(tree).filter((shape) => shape.kind === "text" && shape.whole !== null).length;

function hasRoom({ tree, width, height }: DrawnFigure): boolean {
  const shapes = drawingOf(tree);
  return Object.entries(leastPlot).every(([part, least]) => {
    const points = shapes.flatMap((shape) =>
      shape.kind === "outline" && shape.part === part ? shape.outline.flatMap(({ to }) => to) : [],
    );
    if (points.length === 0) return true;
    const extent = (axis: 0 | 1) => {
      const places = points.map((point) => point[axis]);
      return Math.max(...places) - Math.min(...places);
    };
    return extent(0) >= least.width * width && extent(1) >= least.height * height;
  });
}
