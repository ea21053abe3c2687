import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import type { Drawn } from "../drawn";

/**
 * Whether ticks would run together into a thick line: then none are drawn, and the table counts who is censored. Decided by the sheet, so that
 * the caption can say it before anything is placed.
 */
export function censoringIsDense({ curves }: Drawn, { width }: { width: number }, { hair }: Metrics): boolean {
  const most = (width * 0.7) / (hair * 2.5);
  return curves.some(({ points: { nCensor } }) => {
    if (!nCensor) return false;
    let ticks = 0;
    for (let at = 0; at < nCensor.length && ticks <= most; at++) if (nth(nCensor, at) > 0) ticks++;
    return ticks > most;
  });
}
