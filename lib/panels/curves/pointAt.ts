import { bisectLeft, bisectRight } from "d3";
import { nth } from "../../numeric/nth";
import { atRisk } from "../../survival";
import { type Drawn, type DrawnCurve, valueAt } from "./drawn";

/** A curve at one time. */
export interface PointAt {
  value: number;
  stdErr: number;
  /** Who entered before and ends then or later. */
  nRisk: number;
}

/**
 * The value of a curve at time `t`; null past its last time where nothing is known any more, and where it has none yet.
 */
export function pointAt(
  drawn: Pick<Drawn, "shape" | "before">,
  { points, counts, after }: DrawnCurve,
  t: number,
): PointAt | null {
  const { time, value, stdErr } = points;
  const from = bisectLeft(time, t);
  if (from === time.length)
    return after === null ? null : { value: after, stdErr: stdErr.at(-1) ?? Number.NaN, nRisk: 0 };
  const nRisk = atRisk(counts, t);
  const at = time[from] === t ? from : from - 1;
  if (at >= 0 && drawn.shape === "line")
    return { value: between(time, value, t), stdErr: between(time, stdErr, t), nRisk };
  if (at < 0) return drawn.before === null ? null : { value: drawn.before, stdErr: 0, nRisk };
  return { value: valueAt(drawn, points, at), stdErr: nth(stdErr, at), nRisk };
}

/** What a column has at a time between two of its own. */
export function between(time: Float64Array, column: Float64Array, at: number): number {
  const after = bisectRight(time, at);
  if (after === 0) return nth(column, 0);
  if (after === time.length || time[after - 1] === at) return nth(column, after - 1);
  const share = (at - nth(time, after - 1)) / (nth(time, after) - nth(time, after - 1));
  return nth(column, after - 1) + share * (nth(column, after) - nth(column, after - 1));
}
