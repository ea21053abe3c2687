import { scaleLinear } from "d3";
import type { FigureOptions } from "../../../board/figureOptions";
import { decimals } from "../../../format";
import type { Drawn } from "../drawn";

/** The vertical axis: from where to where, with its ticks. */
export interface ValueAxis {
  domain: [number, number];
  ticks: { value: number; text: string }[];
  title: string;
}

/** `most` is how many ticks the height allows. */
export function valueAxis(drawn: Drawn, { yRange }: FigureOptions, most: number): ValueAxis {
  const { quantity, title } = drawn.scale;
  const domain = yRange ?? fullDomain(drawn);
  return { domain, ticks: quantity === "share" ? shareTicks(domain, most) : numberTicks(domain, most), title };
}

function fullDomain({ curves, scale }: Drawn): [number, number] {
  if (scale.quantity === "share") return [0, 1];
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const { points } of curves)
    for (const each of points.value) {
      const value = scale.of(each);
      if (!Number.isFinite(value)) continue;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  if (scale.fromZero) return nice(0, greatest > 0 ? greatest : 1);
  return least < greatest
    ? nice(least, greatest)
    : nice(Number.isFinite(least) ? least - 1 : -2, Number.isFinite(least) ? least + 1 : 1);
}

const nice = (from: number, to: number) => scaleLinear([from, to], [0, 1]).nice(5).domain() as [number, number];

/** Quarters where all of 0 to 100% is shown, else round percents. */
function shareTicks([from, to]: [number, number], most: number) {
  const whole = from === 0 && to === 1;
  const values = whole
    ? [0, 0.25, 0.5, 0.75, 1].filter((value) => most >= 5 || value % 0.5 === 0)
    : scaleLinear([from, to], [0, 1]).ticks(most);
  const digits = Math.max(0, ...values.map((value) => decimalsOf(value * 100)));
  return values.map((value) => ({ value, text: `${decimals(value * 100, digits)}%` }));
}

function numberTicks([from, to]: [number, number], most: number) {
  const scale = scaleLinear([from, to], [0, 1]);
  const values = scale.ticks(Math.min(6, most));
  const digits = Math.max(0, ...values.map(decimalsOf));
  return values.map((value) => ({ value, text: decimals(value, digits) }));
}

/** How many decimals a tick needs, without the noise of binary fractions. */
const decimalsOf = (value: number) => (String(Number(value.toPrecision(10))).split(".")[1] ?? "").length;
