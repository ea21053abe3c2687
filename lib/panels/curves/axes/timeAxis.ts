import type { TimeUnit } from "../../../board/board";
import type { FigureOptions } from "../../../board/figureOptions";
import { logTicks } from "../../../figure/logTicks";
import { timeTicks } from "../../../figure/timeTicks";
import { formatCount, numberInWords } from "../../../format";
import { nth } from "../../../numeric/nth";
import { unitFactor } from "../../timeUnit";
import { type Drawn, lastTime } from "../drawn";

/** The time axis: times are in the unit of the curves, texts in the unit shown. */
export interface TimeAxis {
  from: number;
  to: number;
  log: boolean;
  /** Unit shown, and how many of it make one unit of the curves. */
  unit: TimeUnit;
  factor: number;
  ticks: { time: number; text: string | null }[];
  title: string;
}

/** The time axis for a plot of the given length, up to the time `last`; `room` is the least distance between two labeled ticks. */
export function timeAxis(
  drawn: Drawn,
  options: FigureOptions,
  length: number,
  room: number,
  last = lastTimeOf(drawn),
): TimeAxis {
  const unit = options.unit ?? drawn.unit;
  const factor = unitFactor(drawn.unit, unit);
  const common = { unit, factor, title: timeTitle(drawn, options, unit) };
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
  if (drawn.scale.logTime) {
    const begin = Math.max(from, firstEvent(drawn) * factor);
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

/** Where the longest curve ends. */
export const lastTimeOf = ({ curves }: Drawn): number => lastTime(curves.map(({ points }) => points));

/** The first event of any group after time zero, where a logarithmic scale begins; the end of the curves where there is none. */
function firstEvent(drawn: Drawn): number {
  const firsts = drawn.curves.map(({ counts: { time, nEvent } }) =>
    time.find((t, index) => t > 0 && nth(nEvent, index) > 0),
  );
  return Math.min(lastTimeOf(drawn), ...firsts.filter((time) => time !== undefined));
}

/** "Months since start of therapy". */
function timeTitle({ origin: given, scale }: Drawn, { originLabel }: FigureOptions, unit: TimeUnit): string {
  const origin = originLabel ?? given;
  const name = nth(unit, 0).toUpperCase() + unit.slice(1);
  const title = origin.trim() === "" ? name : `${name} since ${origin}`;
  return scale.logTime ? `${title} (log scale)` : title;
}

const tickText = (tick: number) =>
  Number.isInteger(tick) && tick >= 10_000 ? formatCount(tick) : numberInWords(Number(tick.toPrecision(6)));
