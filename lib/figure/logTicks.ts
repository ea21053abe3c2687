import { range, scaleLog } from "d3";

export interface LogTicks {
  from: number;
  to: number;
  ticks: number[];
  /** Those with a number: powers of ten first, then fives and twos where there is room. */
  labeled: number[];
}

/**
 * Ticks 1, 2, 5 × 10^k of a logarithmic axis of `length` pixels; labeled ones are at least `room` apart. A tenth of
 * `to` where there is no range.
 */
export function logTicks(first: number, last: number, length: number, room: number): LogTicks {
  const to = last > 0 ? last : 1;
  const from = first > 0 && first < to ? first : to / 10;
  const powers = range(Math.floor(Math.log10(from)), Math.ceil(Math.log10(to)) + 1);
  const ticks = powers
    .flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)))
    .filter((tick) => tick >= from && tick <= to);
  const x = scaleLog([from, to], [0, length]);
  const labeled: number[] = [];
  for (const digit of ["1", "5", "2"])
    for (const tick of ticks.filter((each) => each.toExponential()[0] === digit))
      if (labeled.every((other) => Math.abs(x(other) - x(tick)) >= room)) labeled.push(tick);
  return { from, to, ticks, labeled };
}
