import type { FigureOptions } from "../../../board/figureOptions";
import { logTicks } from "../../../figure/logTicks";
import { timeTicks } from "../../../figure/timeTicks";
import { formatCount } from "../../../format";
import type { KaplanMeierResult, TimeUnit } from "../../kaplanMeier/result";
import { unitFactor } from "../../timeUnit";

/** The time axis: times are in the endpoint's unit, texts in the unit shown. */
export interface TimeAxis {
  from: number;
  to: number;
  log: boolean;
  /** Unit shown, and how many of it make one unit of the endpoint. */
  unit: TimeUnit;
  factor: number;
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
  const [from, to] = options.zoom ?? [0, options.end ?? undefined];
  const wish = {
    unit,
    last: last * factor,
    from,
    end: to,
    step: options.step ?? undefined,
    length,
    room,
  };
  if (options.scale === "logLog") {
    const begin = Math.max(from, firstEvent(result) * factor);
    const log = logTicks(begin, to !== undefined && to > begin ? to : last * factor, length, room);
    const all = marks(log.ticks, log.labeled, factor);
    return { ...common, from: log.from / factor, to: log.to / factor, log: true, ticks: all };
  }
  const { end, ticks, labeled } = timeTicks(wish);
  return { ...common, from: from / factor, to: end / factor, log: false, ticks: marks(ticks, labeled, factor) };
}

function marks(ticks: number[], labeled: number[], factor: number): TimeAxis["ticks"] {
  const named = new Set(labeled);
  return ticks.map((tick) => ({ time: tick / factor, text: named.has(tick) ? tickText(tick) : null }));
}

/** The longest follow-up of any group. */
export const lastTime = ({ groups }: KaplanMeierResult): number =>
  Math.max(0, ...groups.map(({ curve }) => curve.time[curve.time.length - 1] ?? 0));

/** The first event of any group after time zero, where a logarithmic scale begins; the last follow-up where there is none. */
function firstEvent(result: KaplanMeierResult): number {
  const firsts = result.groups.map(({ curve: { time, nEvent } }) =>
    time.find((t, index) => t > 0 && nEvent[index] > 0),
  );
  return Math.min(lastTime(result), ...firsts.filter((time) => time !== undefined));
}

/** "Months since start of therapy". */
function timeTitle({ endpoint }: KaplanMeierResult, { originLabel, scale }: FigureOptions, unit: TimeUnit): string {
  const origin = originLabel ?? endpoint.origin;
  const name = unit[0].toUpperCase() + unit.slice(1);
  const title = origin.trim() === "" ? name : `${name} since ${origin}`;
  return scale === "logLog" ? `${title} (log scale)` : title;
}

const tickText = (tick: number) =>
  Number.isInteger(tick) && tick >= 10_000 ? formatCount(tick) : String(Number(tick.toPrecision(6)));
