import { survivalAt } from "../../survival";
import type { KaplanMeierResult } from "./result";

/** What a curve says at a time: the estimate (limits null where there are none), or that nobody was followed so long. */
export type Reading =
  | { kind: "estimated"; survival: number; lower: number | null; upper: number | null; nRisk: number }
  | { kind: "beyond"; last: number };

/** Every group's curve at time `t` (in the endpoint's unit), in the order of the groups. */
export function readAt({ groups, confidence }: KaplanMeierResult, t: number): Reading[] {
  return groups.map(({ curve }): Reading => {
    const at = survivalAt(curve, Math.max(0, t), confidence);
    if (at === null) return { kind: "beyond", last: curve.time[curve.time.length - 1] };
    const limit = (value: number) => (Number.isNaN(value) ? null : value);
    return {
      kind: "estimated",
      survival: at.survival,
      lower: limit(at.lower),
      upper: limit(at.upper),
      nRisk: at.nRisk,
    };
  });
}
