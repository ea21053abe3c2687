import { bisectLeft } from "d3";
import { nth } from "../../../numeric/nth";
import type { Drawn, Points } from "../drawn";
import { between } from "../pointAt";

/**
 * The curves within a part of the time axis: a line that runs beyond it ends on its border. Steps are cut where they
 * are drawn.
 */
export function clipped(drawn: Drawn, from: number, to: number): Drawn {
  if (drawn.shape === "steps") return drawn;
  return { ...drawn, curves: drawn.curves.map((curve) => ({ ...curve, points: within(curve.points, from, to) })) };
}

function within(points: Points, from: number, to: number): Points {
  const { time } = points;
  const bounded = (end: number) => Math.max(from, Math.min(to, end));
  const inside = time.filter((each) => each > from && each < to);
  const times = [bounded(nth(time, 0)), ...inside, bounded(nth(time, time.length - 1))];
  const at = (column: Float64Array) => Float64Array.from(times, (each) => between(time, column, each));
  const nRisk = Float64Array.from(times, (each) => nth(points.nRisk, bisectLeft(time, each)));
  return { time: Float64Array.from(times), value: at(points.value), stdErr: at(points.stdErr), nRisk, nCensor: null };
}
