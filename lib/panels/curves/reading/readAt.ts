import { survivalAt } from "../../../survival";
import { pointLimits } from "../../kaplanMeier/pointLimits";
import type { KaplanMeierResult } from "../../kaplanMeier/result";

/** What a curve says at a time: the estimate (limits null where there are none), or that nobody was followed so long. */
export type Reading =
  | { kind: "estimated"; survival: number; lower: number | null; upper: number | null; nRisk: number }
  | { kind: "beyond"; last: number };

/** Every group's curve at time `t` (in the endpoint's unit), in the order of the groups. */
export function readAt(result: KaplanMeierResult, t: number): Reading[] {
  return result.groups.map(({ curve }): Reading => {
    const at = survivalAt(curve, Math.max(0, t), result.confidence);
    if (at === null) return { kind: "beyond", last: curve.time[curve.time.length - 1] };
    const { lower, upper } = at.stdErr === 0 ? at : pointLimits(result, at.survival, at.stdErr);
    const limit = (value: number) => (Number.isNaN(value) ? null : value);
    return {
      kind: "estimated",
      survival: at.survival,
      lower: limit(lower),
      upper: limit(upper),
      nRisk: at.nRisk,
    };
  });
}
