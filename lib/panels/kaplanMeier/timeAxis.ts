import { ticks as roundTicks } from "d3";
import type { FigureOptions } from "../../board/figureOptions";
import { type TimeTicks, timeTicks } from "../../figure/timeTicks";
import { formatCount } from "../../format";
import type { KaplanMeierResult, TimeUnit } from "./result";
import { unitFactor } from "./unit";

/** The time axis: times are in the endpoint's unit, texts in the unit shown. */
export interface TimeAxis {
  from: number;
  to: number;
  log: boolean;
  /** Unit shown, and how many of it make one unit of the endpoint. */
  unit: TimeUnit;
  factor: number;
  step: number;
  ticks: { time: number; text: string | null }[];
  title: string;
}

/** The time axis for a plot of the given length; `room` is the least distance between two labeled ticks. */
export function timeAxis(
  result: KaplanMeierResult,
  options: FigureOptions,
  length: number,
  room: number,
  last = lastTime(result),
): TimeAxis {
  const unit = options.unit ?? result.endpoint.unit;
  const factor = unitFactor(result.endpoint.unit, unit);
  const common = { unit, factor, title: timeTitle(result, options, unit) };
  const wish = {
    unit,
    last: last * factor,
    end: options.end ?? undefined,
    step: options.step ?? undefined,
    length,
    room,
  };
  if (options.scale === "logLog") return { ...common, ...logAxis(result, options, factor, length, room) };
  const { end, ticks, labeled, step }: TimeTicks = timeTicks(wish);
  const named = new Set(labeled);
  const marks = ticks.map((tick) => ({ time: tick / factor, text: named.has(tick) ? tickText(tick) : null }));
  return { ...common, from: 0, to: end / factor, log: false, step, ticks: marks };
}

/** log t starts at the first event: before it the scale has no value. */
function logAxis({ groups }: KaplanMeierResult, { end }: FigureOptions, factor: number, length: number, room: number) {
  const times = groups.flatMap(({ curve }) =>
    Array.from(curve.time).filter((time, index) => time > 0 && curve.nEvent[index] > 0),
  );
  const last = Math.max(...groups.map(({ curve }) => curve.time[curve.time.length - 1] ?? 0)) * factor;
  const to = end ?? (last > 0 ? last : 1);
  const first = times.reduce((least, time) => Math.min(least, time * factor), to);
  const from = first < to ? first : to / 10;
  const most = Math.max(2, Math.floor(length / room));
  const all = roundTicks(Math.log10(from), Math.log10(to), most * 3)
    .flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** Math.floor(power)))
    .filter((tick, index, list) => tick >= from && tick <= to && list.indexOf(tick) === index);
  const every = Math.max(1, Math.ceil(all.length / most));
  const ticks = all.map((tick, index) => ({ time: tick / factor, text: index % every === 0 ? tickText(tick) : null }));
  return { from: from / factor, to: to / factor, log: true, step: 0, ticks };
}

/** The longest follow-up of any group. */
export const lastTime = ({ groups }: KaplanMeierResult): number =>
  Math.max(0, ...groups.map(({ curve }) => curve.time[curve.time.length - 1] ?? 0));

/** "Months since start of therapy". */
function timeTitle({ endpoint }: KaplanMeierResult, { originLabel }: FigureOptions, unit: TimeUnit): string {
  const origin = originLabel ?? endpoint.origin;
  const name = unit[0].toUpperCase() + unit.slice(1);
  return origin.trim() === "" ? name : `${name} since ${origin}`;
}

const tickText = (tick: number) =>
  Number.isInteger(tick) && tick >= 10_000 ? formatCount(tick) : String(Number(tick.toPrecision(6)));
