import { numberAt } from "../../../numeric/nth";
import { atRisk, type Curve } from "../../../survival";

/** At risk at times that are asked for in ascending order, without a search for each. */
export function riskWalk(curve: Curve): (time: number) => number {
  if (curve.entered) return (time) => atRisk(curve, time);
  let place = 0;
  return (time) => {
    while (place < curve.time.length && numberAt(curve.time, place) < time) place++;
    return curve.nRisk[place] ?? 0;
  };
}
