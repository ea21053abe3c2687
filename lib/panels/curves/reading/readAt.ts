import { bisectLeft } from "d3";
import type { Drawn, DrawnCurve } from "../drawn";
import { valueAt } from "../drawn";
import { between } from "../layout/clipped";

/** A curve at one time. */
export interface PointAt {
  value: number;
  stdErr: number;
  /** Who entered before and ends then or later. */
  nRisk: number;
}

/** The value of a curve at time `t`; null past its last time, where nothing is known, and where it has none yet. */
export function pointAt(
  drawn: Pick<Drawn, "shape" | "before">,
  { points, counts }: DrawnCurve,
  t: number,
): PointAt | null {
  const { time, value, stdErr } = points;
  const from = bisectLeft(time, t);
  if (from === time.length) return null;
  const nRisk = counts.nRisk[bisectLeft(counts.time, t)] ?? 0;
  const at = time[from] === t ? from : from - 1;
  if (at >= 0 && drawn.shape === "line")
    return { value: between(time, value, t), stdErr: between(time, stdErr, t), nRisk };
  if (at < 0) return drawn.before === null ? null : { value: drawn.before, stdErr: 0, nRisk };
  return { value: valueAt(drawn, points, at), stdErr: stdErr[at], nRisk };
}

/** What a curve says at a time: the value (limits null where there are none), or that nobody was followed so long. */
export type Reading =
  | { kind: "estimated"; value: number; lower: number | null; upper: number | null; nRisk: number }
  | { kind: "beyond"; last: number };

/** Every curve at time `t` (in the unit of the curves), in their order. */
export function readAt(drawn: Drawn, t: number): Reading[] {
  return drawn.curves.map((curve): Reading => {
    const at = pointAt(drawn, curve, Math.max(0, t));
    if (at === null) return { kind: "beyond", last: curve.points.time[curve.points.time.length - 1] };
    const { lower, upper } = drawn.limits(at.value, at.stdErr);
    const limit = (value: number) => (Number.isNaN(value) ? null : value);
    return { kind: "estimated", value: at.value, lower: limit(lower), upper: limit(upper), nRisk: at.nRisk };
  });
}
