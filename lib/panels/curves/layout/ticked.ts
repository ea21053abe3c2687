import type { FigureOptions } from "../../../board/figureOptions";
import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import { unitFactor } from "../../timeUnit";
import type { Drawn } from "../drawn";
import { visible } from "../visible";

/** Whether somebody is censored where the figure shows a curve, so that there is a tick to draw. */
export function hasCensored(drawn: Drawn, options: FigureOptions): boolean {
  const { zoom, end, unit } = options;
  const factor = unitFactor(drawn.unit, unit ?? drawn.unit);
  const [from, to] = zoom ?? [0, end ?? Number.POSITIVE_INFINITY];
  return visible(drawn, options).curves.some(({ points: { time, nCensor } }) =>
    nCensor?.some((count, at) => count > 0 && nth(time, at) * factor >= from && nth(time, at) * factor <= to),
  );
}

/**
 * Whether ticks would run together into a thick line: then none are drawn, and the table counts who is censored.
 * Decided by the sheet, so that the caption can say it before anything is placed.
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
