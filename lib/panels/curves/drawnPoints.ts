import { bisector, bisectRight } from "d3";
import { nth } from "../../numeric/nth";
import { type Drawn, type Points, valueAt } from "./drawn";
import type { Plot } from "./plot";

/**
 * The points of one curve that are drawn: all of them while they are few, else per column of device pixels the first
 * and the last, which is exact to the pixel for steps, which only rise or only fall. Work grows with pixels, not with
 * patients.
 */
export interface DrawnPoints {
  /** Pixel at which a level begins, or the point of a line stands; the first of steps is the start of the axis. */
  xs: number[];
  /** Index into the curve's points, −1 for the level before the first of them. */
  at: number[];
  /** Pixel at which the curve ends: its last time, or the end of the axis. */
  to: number;
}

/** Columns with no more points than this keep them all. */
const few = 2;

export function drawnPoints(points: Points, { drawn, x, timeAt, time: axis, area, pixelRatio }: Plot): DrawnPoints {
  const { time, value } = points;
  const shown = bisectRight(time, axis.to);
  const stepped = drawn.shape === "steps";
  // A logarithmic axis begins at the first event, whose jump belongs to it.
  const begin = axis.from > 0 && stepped ? bisectRight(time, axis.log ? axis.from * (1 - 1e-12) : axis.from) : 0;
  const xs = stepped ? [area.left] : [];
  const at = stepped ? [begin - 1] : [];
  const keep = (index: number) => {
    if (stepped && value[index] === valueAt(drawn, points, nth(at, at.length - 1))) return;
    xs.push(x(nth(time, index)));
    at.push(index);
  };
  for (let index = begin; index < shown; ) {
    const column = Math.floor(x(nth(time, index)) * pixelRatio);
    const next = Math.max(index + 1, bisectRight(time, timeAt((column + 1) / pixelRatio), index, shown));
    if (next - index <= few) for (let each = index; each < next; each++) keep(each);
    else {
      keep(index);
      keep(next - 1);
    }
    index = next;
  }
  // A curve that ended before the part of the axis looked at has no length there.
  return { xs, at, to: Math.max(area.left, Math.min(area.right, x(nth(time, time.length - 1)))) };
}

const byX = bisector((step: number) => step);

/** A stretch of the curve in which many or few are at risk. */
export interface Stretch {
  drawn: DrawnPoints;
  faded: boolean;
}

/**
 * The curve cut where the number at risk passes `fewer`: the tail in which fewer are at risk for good and, with delayed
 * entry, the beginning in which not yet so many are.
 */
export function stretches(
  { time, nRisk }: Points,
  drawn: DrawnPoints,
  shape: Drawn["shape"],
  fewer: number,
  x: (time: number) => number,
): Stretch[] {
  const n = time.length;
  let tail = n;
  while (tail > 0 && nth(nRisk, tail - 1) < fewer) tail--;
  if (tail === 0) return [{ drawn, faded: true }];
  let head = 0;
  while (nth(nRisk, head) < fewer) head++;
  // At risk in (time[i − 1], time[i]] are nRisk[i], so a count changes just after the end before it.
  const first = nth(drawn.xs, 0);
  const strongFrom = head > 0 ? x(nth(time, head - 1)) : first;
  const strongTo = tail < n ? x(nth(time, tail - 1)) : drawn.to;
  const parts = [
    { from: first, to: strongFrom, faded: true },
    { from: strongFrom, to: strongTo, faded: false },
    { from: strongTo, to: drawn.to, faded: true },
  ]
    // What lies before the part of the axis looked at is not drawn.
    .map(({ from, ...rest }) => ({ ...rest, from: Math.max(from, first) }))
    .filter(({ from, to }) => to > from);
  // Everybody ends at the very start, or before: a jump and no length.
  if (parts.length === 0) return [{ drawn, faded: false }];
  const cut = shape === "steps" ? cutSteps : cutLine;
  return parts.map(({ from, to, faded }) => ({ drawn: cut(drawn, from, to), faded }));
}

/** The part of the steps after `from` up to and including `to`; the jump at `to` belongs to it. */
function cutSteps({ xs, at, to: end }: DrawnPoints, from: number, to: number): DrawnPoints {
  const first = from <= nth(xs, 0) ? 0 : byX.right(xs, from) - 1;
  const stop = byX.right(xs, to);
  return {
    xs: [Math.max(from, nth(xs, first)), ...xs.slice(first + 1, stop)],
    at: at.slice(first, stop),
    to: Math.min(to, end),
  };
}

/** The part of a line from the last point up to `from` to the last one up to `to`. */
function cutLine({ xs, at }: DrawnPoints, from: number, to: number): DrawnPoints {
  const [first, stop] = [Math.max(0, byX.right(xs, from) - 1), byX.right(xs, to)];
  return { xs: xs.slice(first, stop), at: at.slice(first, stop), to: nth(xs, stop - 1) };
}
