import { bisector, bisectRight } from "d3";
import type { Curve } from "../../../survival";
import type { Plot } from "../layout/plot";

/**
 * The steps of one curve that are drawn: all of them while they are few, else per column of device pixels the first and the last, which is
 * exact to the pixel because survival never rises. Work grows with pixels, not with patients.
 */
export interface DrawnSteps {
  /** Pixel at which a level begins; the first is the start of the axis. */
  xs: number[];
  /** Index into the curve of that level, −1 for the level 1 before anybody's end. */
  at: number[];
  /** Pixel at which the curve ends: the last follow-up, or the end of the axis. */
  to: number;
}

/** Columns with no more ends than this keep them all. */
const few = 2;

export function drawnSteps(curve: Curve, { x, timeAt, time: axis, area, pixelRatio }: Plot): DrawnSteps {
  const { time, survival } = curve;
  const shown = bisectRight(time, axis.to);
  // A logarithmic axis begins at the first event, whose jump belongs to it.
  const begin = axis.from > 0 ? bisectRight(time, axis.log ? axis.from * (1 - 1e-12) : axis.from) : 0;
  const xs = [area.left];
  const at = [begin - 1];
  const keep = (index: number) => {
    if (survival[index] === levelAt(curve, at[at.length - 1])) return;
    xs.push(x(time[index]));
    at.push(index);
  };
  for (let index = begin; index < shown; ) {
    const column = Math.floor(x(time[index]) * pixelRatio);
    const next = Math.max(index + 1, bisectRight(time, timeAt((column + 1) / pixelRatio), index, shown));
    if (next - index <= few) for (let each = index; each < next; each++) keep(each);
    else {
      keep(index);
      keep(next - 1);
    }
    index = next;
  }
  const last = time[time.length - 1];
  return { xs, at, to: Math.min(area.right, x(last)) };
}

/** Ŝ at an index of the curve, 1 before its first. */
export const levelAt = ({ survival }: Curve, index: number): number => (index < 0 ? 1 : survival[index]);

const byX = bisector((step: number) => step);

/** A stretch of the curve in which many or few are at risk. */
export interface Stretch {
  steps: DrawnSteps;
  faded: boolean;
}

/**
 * The curve cut where the number at risk passes `fewer`: the tail in which fewer are at risk for good and, with delayed entry, the
 * beginning in which not yet so many are.
 */
export function stretches(curve: Curve, steps: DrawnSteps, fewer: number, x: (time: number) => number): Stretch[] {
  const { time, nRisk } = curve;
  const n = time.length;
  let tail = n;
  while (tail > 0 && nRisk[tail - 1] < fewer) tail--;
  if (tail === 0) return [{ steps, faded: true }];
  let head = 0;
  while (nRisk[head] < fewer) head++;
  // At risk in (time[i − 1], time[i]] are nRisk[i], so a count changes just after the end before it.
  const cuts = [head > 0 ? x(time[head - 1]) : steps.xs[0], tail < n ? x(time[tail - 1]) : steps.to];
  const parts = [
    { from: steps.xs[0], to: cuts[0], faded: true },
    { from: cuts[0], to: cuts[1], faded: false },
    { from: cuts[1], to: steps.to, faded: true },
  ];
  const drawn = parts.filter(({ from, to }) => to > from);
  // Everybody ends at the very start: a jump and no length.
  if (drawn.length === 0) return [{ steps, faded: false }];
  return drawn.map(({ from, to, faded }) => ({ steps: cut(steps, from, to), faded }));
}

/** The part of the steps after `from` up to and including `to`; the jump at `to` belongs to it. */
function cut({ xs, at, to: end }: DrawnSteps, from: number, to: number): DrawnSteps {
  const first = from <= xs[0] ? 0 : byX.right(xs, from) - 1;
  const stop = byX.right(xs, to);
  return {
    xs: [Math.max(from, xs[first]), ...xs.slice(first + 1, stop)],
    at: at.slice(first, stop),
    to: Math.min(to, end),
  };
}
