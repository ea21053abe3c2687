import { nth } from "../numeric/nth";

/** Distances between ticks that people read easily, by unit; below and above them 1, 2, 5 × 10^k. */
const usual: Record<string, readonly number[]> = {
  days: [1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650, 7300],
  weeks: [1, 2, 4, 8, 13, 26, 52, 104, 260, 520, 1040],
  months: [1, 2, 3, 6, 12, 24, 60, 120, 240, 600],
  years: [1, 2, 5, 10, 20, 50, 100],
};

export interface TimeTicks {
  step: number;
  end: number;
  /** Every tick from `from` to `end`; each a multiple of the step. */
  ticks: number[];
  /** Those with a number and a column in the table: all, or every second, third … where more would collide. */
  labeled: number[];
}

export interface TimeAxisWish {
  unit: string;
  /** The longest time to show. */
  last: number;
  /** The axis begins here, 0 when not given. */
  from?: number;
  /** The axis ends here instead of at a round time after `last`. */
  end?: number;
  step?: number;
  /** Length of the axis, and the least distance between labeled ticks, in pixels. */
  length: number;
  room: number;
}

/**
 * Ticks of a time axis: the smallest usual step whose labels do not collide; the axis ends at a tick or half way to the
 * next.
 */
export function timeTicks({ unit, last, from = 0, end, step, length, room }: TimeAxisWish): TimeTicks {
  const longest = (last > 0 ? last : from + 1) - from;
  const wanted = Math.max(1, Math.floor(length / room));
  const endFor = (distance: number) =>
    end ?? tidy(Math.ceil((from + longest) / (distance / 2) - 1e-9) * (distance / 2));
  const fits = (distance: number) =>
    (distance / (endFor(distance) - from)) * length >= room || distance >= (end ?? from + longest) - from;
  const chosen = step ?? steps(unit, (end === undefined ? longest : end - from) / wanted / 10).find(fits) ?? longest;
  const stop = endFor(chosen);
  const first = Math.ceil(from / chosen - 1e-9);
  const count = Math.min(2000, Math.floor(stop / chosen + 1e-9) - first);
  const ticks = Array.from({ length: Math.max(0, count + 1) }, (_, index) => tidy((first + index) * chosen));
  const every = Math.max(1, Math.ceil(room / ((chosen / (stop - from)) * length) - 1e-9));
  return { step: chosen, end: stop, ticks, labeled: ticks.filter((tick) => Math.round(tick / chosen) % every === 0) };
}

/** The most ticks an axis has, far more than fit on a screen. */
const mostTicks = 200;

/** Every tick that an axis from `from` to `to` can have, whatever its length: `timeTicks` chooses among their steps. */
export function possibleTicks(unit: string, from: number, to: number, asked: number | null): number[] {
  const longest = to - from;
  if (!(longest > 0)) return [];
  const some = steps(unit, longest / mostTicks).filter((step) => longest / step <= mostTicks && step <= 2 * longest);
  return [...(asked === null ? [] : [asked]), ...some].flatMap((step) => {
    const first = Math.ceil(from / step - 1e-9);
    const count = Math.min(2000, Math.floor(to / step + 1e-9) - first + 1);
    return Array.from({ length: Math.max(0, count) }, (_, index) => tidy((first + index) * step));
  });
}

/** Candidate steps of a unit in rising order, from about `least` on. */
function steps(unit: string, least: number): number[] {
  const own = usual[unit] ?? [];
  const from = Math.floor(Math.log10(least));
  const decimal = Array.from({ length: 40 }, (_, index) => from + index).flatMap((power) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${power}`)),
  );
  if (own.length === 0) return decimal;
  const outside = decimal.filter((step) => step < nth(own, 0) || step > nth(own, own.length - 1));
  return [...outside, ...own].sort((a, b) => a - b);
}

/** Without the noise of binary fractions: 0.30000000000000004 is 0.3. */
const tidy = (value: number) => Number(value.toPrecision(12));
