import { numberAt } from "../../../numeric/nth";
import type { Curve } from "../../../survival";

/**
 * By what the numbers of a curve are to be multiplied to be those of patients of equal weight: 1, or with sampling
 * weights the rows over their weights, less what unequal weights take from certainty (the design effect of Ŝ, where it
 * is next to one half).
 */
export function equalPatients(curve: Curve): number {
  const { n, events, censored, competing, survival, stdErr, nEvent, nRisk } = curve;
  const share = n / (events + censored + competing);
  if (curve.greenwood !== undefined || Math.abs(share - 1) < 1e-9) return 1;
  let [greenwood, nearest, effect] = [0, 1, 1];
  for (let i = 0; i < nEvent.length; i++) {
    if (nEvent[i] === 0 || numberAt(nEvent, i) >= numberAt(nRisk, i)) continue;
    greenwood += numberAt(nEvent, i) / (numberAt(nRisk, i) * (numberAt(nRisk, i) - numberAt(nEvent, i)) * share);
    const distance = Math.abs(numberAt(survival, i) - 0.5);
    if (distance >= nearest) continue;
    nearest = distance;
    effect = (numberAt(stdErr, i) / numberAt(survival, i)) ** 2 / greenwood;
  }
  return share / Math.max(1, effect);
}
