import type { FigureOptions } from "../../board/figureOptions";
import { possibleTicks } from "../../figure/timeTicks";
import { nth, numberAt } from "../../numeric/nth";
import type { Curve } from "../../survival";
import { unitFactor } from "../timeUnit";
import type { KaplanMeierResult } from "./result";

/** Curves with no more times stay whole. */
const MOST_TIMES = 20_000;
/** Stretches of the time axis of which the first and the last time are kept: more than there are pixels. */
const STRETCHES = 8192;

type Result = Pick<KaplanMeierResult, "groups" | "endpoint">;

/**
 * The result with its curves fit for drawing while something is dragged: of very many times those are kept that differ
 * by a pixel, and those at which the axis can have a tick, so that picture and table are the same. What is left out is
 * counted with the next time kept. Columns are copies.
 */
export function thinnedGroups({ groups, endpoint }: Result, figure: FigureOptions): KaplanMeierResult["groups"] {
  const unit = figure.unit ?? endpoint.unit;
  const factor = unitFactor(endpoint.unit, unit);
  const [from, to] = figure.zoom ?? [0, figure.end];
  // The axis can end with the last follow-up of any group, when others are hidden.
  const lasts = groups.map(({ curve: { time } }) => (time[time.length - 1] ?? 0) * factor);
  const ends = to === null ? lasts : [to];
  const ticks = ends.flatMap((end) => possibleTicks(unit, from, end, figure.step)).map((tick) => tick / factor);
  return groups.map((group) => ({ ...group, curve: thinned(group.curve, ticks) }));
}

/** Whether a curve has so many times that `thinned` leaves some out. */
export const isLong = ({ time }: Curve): boolean => time.length > MOST_TIMES;

/** The curve at the times that matter: those around the `exactAt`, and the first and last of every short stretch. */
export function thinned(curve: Curve, exactAt: readonly number[]): Curve {
  const kept = isLong(curve) ? placesKept(curve.time, exactAt) : null;
  const at = (column: Float64Array) => (kept ? valuesAt(column, kept) : column.slice());
  const upTo = (column: Float64Array) => (kept ? sumsUpTo(column, kept) : column.slice());
  const { n, events, censored, competing, greenwood, entered } = curve;
  return {
    n,
    events,
    censored,
    competing,
    time: at(curve.time),
    nRisk: at(curve.nRisk),
    nEvent: upTo(curve.nEvent),
    nCensor: upTo(curve.nCensor),
    survival: at(curve.survival),
    stdErr: at(curve.stdErr),
    cumulativeHazard: at(curve.cumulativeHazard),
    ...(greenwood && { greenwood: at(greenwood) }),
    ...(entered && { entered }),
  };
}

/** Around each edge the last time before it and the first two from it on. */
function placesKept(time: Float64Array, exactAt: readonly number[]): Uint32Array {
  const last = time.length - 1;
  const stretch = (numberAt(time, last) - numberAt(time, 0)) / STRETCHES;
  const edges = Float64Array.from({ length: STRETCHES }, (_, k) => numberAt(time, 0) + k * stretch);
  const places = [0];
  const keep = (place: number) => {
    if (place > nth(places, places.length - 1) && place <= last) places.push(place);
  };
  let place = 0;
  for (const edge of Float64Array.of(...edges, ...exactAt).sort()) {
    while (place <= last && numberAt(time, place) < edge) place++;
    keep(place - 1);
    keep(place);
    // In another unit rounding can put the edge on the other side of a time.
    keep(place + 1);
  }
  keep(last);
  return Uint32Array.from(places);
}

function valuesAt(column: Float64Array, kept: Uint32Array): Float64Array {
  const values = new Float64Array(kept.length);
  for (let k = 0; k < kept.length; k++) values[k] = numberAt(column, kept[k] ?? 0);
  return values;
}

/** Of each kept place the sum since the one before. */
function sumsUpTo(column: Float64Array, kept: Uint32Array): Float64Array {
  const sums = new Float64Array(kept.length);
  for (let k = 0, i = 0; k < kept.length; k++) {
    const last = kept[k] ?? 0;
    let sum = 0;
    for (; i <= last; i++) sum += numberAt(column, i);
    sums[k] = sum;
  }
  return sums;
}
