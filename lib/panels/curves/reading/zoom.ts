import type { FigureOptions } from "../../../board/figureOptions";
import { lastTimeOf } from "../axes/timeAxis";
import type { Figure } from "../figure";

type Zoom = FigureOptions["zoom"];
type Viewed = Pick<Figure, "time" | "drawn">;

/**
 * The view from one time to another (in the unit of the curves), as an option: in the unit shown, in round numbers;
 * null where it is all there is.
 */
export function zoomBetween({ time, drawn }: Viewed, from: number, to: number): Zoom {
  const last = Math.max(lastTimeOf(drawn), time.domain[1]) * time.factor;
  const [low, high] = [Math.max(0, from * time.factor), Math.min(last, to * time.factor)];
  const step = 10 ** Math.floor(Math.log10((high - low) / 50));
  if (!(high > low) || !Number.isFinite(step) || step <= 0) return null;
  const round = (at: number) => Number((Math.round(at / step) * step).toPrecision(12));
  const [begin, end] = [round(low), Math.min(round(high), round(last))];
  const whole = begin === 0 && end >= lastTimeOf(drawn) * time.factor;
  return whole || begin >= end ? null : [begin, end];
}

/** The view wider by `factor` about a time that stays where it is. */
export function zoomAbout(viewed: Viewed, at: number, factor: number): Zoom {
  const [from, to] = viewed.time.domain;
  const least = lastTimeOf(viewed.drawn) / 1000;
  if (factor < 1 && to - from <= least) return zoomBetween(viewed, from, to);
  return zoomBetween(viewed, at - (at - from) * factor, at + (to - at) * factor);
}

/** The view moved by a share of its width; it stays within the follow-up. */
export function zoomMoved(viewed: Viewed, share: number): Zoom {
  const [from, to] = viewed.time.domain;
  const most = Math.max(lastTimeOf(viewed.drawn), to) - to;
  const by = Math.max(-from, Math.min(most, (to - from) * share));
  return zoomBetween(viewed, from + by, to + by);
}
