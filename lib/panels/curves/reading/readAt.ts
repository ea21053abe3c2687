import { nth } from "../../../numeric/nth";
import type { Drawn } from "../drawn";
import { pointAt } from "../pointAt";

/** What a curve says at a time: the value (limits null where there are none), or that nobody was followed so long. */
export type Reading =
  | { kind: "estimated"; value: number; lower: number | null; upper: number | null; nRisk: number }
  | { kind: "beyond"; last: number };

/** Every curve at time `t` (in the unit of the curves), in their order. */
export function readAt(drawn: Drawn, t: number): Reading[] {
  return drawn.curves.map((curve): Reading => {
    const at = pointAt(drawn, curve, Math.max(0, t));
    if (at === null) return { kind: "beyond", last: nth(curve.points.time, curve.points.time.length - 1) };
    const { lower, upper } = curve.limitsAt?.(t) ?? drawn.limits(at.value, at.stdErr);
    const limit = (value: number) => (Number.isNaN(value) ? null : value);
    return { kind: "estimated", value: at.value, lower: limit(lower), upper: limit(upper), nRisk: at.nRisk };
  });
}
