import { bisectLeft, bisectRight } from "d3";
import type { Drawn, Points } from "../drawn";

/** The curves within a part of the time axis: a line that runs beyond it ends on its border. Steps are cut where they are drawn. */
export function clipped(drawn: Drawn, from: number, to: number): Drawn {
  if (drawn.shape === "steps") return drawn;
  return { ...drawn, curves: drawn.curves.map((curve) => ({ ...curve, points: within(curve.points, from, to) })) };
}

function within(points: Points, from: number, to: number): Points {
  const { time } = points;
  const inside = Array.from(time.keys()).filter((place) => time[place] > from && time[place] < to);
  const ends = [time[0], time[time.length - 1]].map((end) => Math.max(from, Math.min(to, end)));
  const times = [ends[0], ...inside.map((place) => time[place]), ends[1]];
  const at = (column: Float64Array) => Float64Array.from(times, (each) => between(time, column, each));
  const nRisk = Float64Array.from(times, (each) => points.nRisk[bisectLeft(time, each)]);
  return { time: Float64Array.from(times), value: at(points.value), stdErr: at(points.stdErr), nRisk, nCensor: null };
}

/** What a column has at a time between two of its own. */
export function between(time: Float64Array, column: Float64Array, at: number): number {
  const after = bisectRight(time, at);
  if (after === 0) return column[0];
  if (after === time.length || time[after - 1] === at) return column[after - 1];
  const share = (at - time[after - 1]) / (time[after] - time[after - 1]);
  return column[after - 1] + share * (column[after] - column[after - 1]);
}
