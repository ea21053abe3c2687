import type { FigureOptions } from "../../board/figureOptions";
import { nth } from "../../numeric/nth";
import type { Drawn } from "./drawn";

/**
 * Under how many at risk a band is paler: what the user said, else what is few in this cohort, a fifth of the smallest
 * group at its largest, from 3 to 10; 0: never.
 */
export function fewBelow({ curves }: Drawn, { fadeBelow }: FigureOptions): number {
  if (fadeBelow !== null) return fadeBelow;
  // A second endpoint has the same patients.
  const own = curves.filter(({ key }) => (key.endpoint ?? 0) === 0);
  const sizes = own.map(({ points: { nRisk } }) => {
    let most = 0;
    for (let place = 0; place < nRisk.length; place++) most = Math.max(most, nth(nRisk, place));
    return most;
  });
  return Math.max(3, Math.min(10, Math.ceil(Math.min(...sizes) / 5)));
}
