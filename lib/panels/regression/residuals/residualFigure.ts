import { scaleLinear } from "d3";
import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label } from "../../../figure/text";
import { fontFamily, inks, type Theme } from "../../../figure/theme";
import { decimals, numberInWords } from "../../../format";
import { nth } from "../../../numeric/nth";
import type { ResidualPlot } from "../result";

/** Scaled Schoenfeld residuals over time with their smooth and band, and the model's one coefficient as a dashed line. Time runs on the scale of the test. */
export function residualFigure(
  plot: ResidualPlot,
  unit: string,
  { width, height, theme }: { width: number; height: number; theme: Theme },
): SvgElement {
  const ink = inks[theme];
  const size = 11;
  const area = { left: 38, right: width - 8, top: 8, bottom: height - 34 };
  const [low, high] = valueRange(plot);
  const x = scaleLinear([nth(plot.x, 0), nth(plot.x, plot.x.length - 1)], [area.left, area.right]);
  const y = scaleLinear([low, high], [area.bottom, area.top]);
  const points = Array.from(plot.x, (at, event) =>
    element("circle", { cx: x(at), cy: y(clamped(nth(plot.value, event), low, high)), r: 1.8, fill: ink.faint }),
  );
  const edge = (of: "lower" | "upper") =>
    plot.smooth.map((place) => `${rounded(x(place.x))},${rounded(y(clamped(place[of], low, high)))}`);
  const band = `M${edge("lower").join("L")}L${edge("upper").reverse().join("L")}Z`;
  const line = `M${plot.smooth.map((place) => `${rounded(x(place.x))},${rounded(y(clamped(place.value, low, high)))}`).join("L")}`;
  const text = { size, fill: ink.soft };
  return element(
    "svg",
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": `Log hazard ratio of ${plot.label} over time: the smooth runs from ${ends(plot)} while the model has ${decimals(plot.coefficient, 2)} throughout.`,
      "font-family": fontFamily,
    },
    group(
      { "data-part": "axes" },
      ...y
        .ticks(5)
        .flatMap((tick) => [
          element("line", { x1: area.left, x2: area.right, y1: y(tick), y2: y(tick), stroke: ink.grid }),
          label(area.left - 5, y(tick) + 4, numberInWords(tick), { ...text, anchor: "end" }),
        ]),
      ...timeTicks(plot).map(({ time, at }) =>
        label(x(at), area.bottom + 14, String(time), { ...text, anchor: "middle" }),
      ),
      label(
        (area.left + area.right) / 2,
        height - 5,
        `${unit.charAt(0).toUpperCase()}${unit.slice(1)} · log hazard ratio`,
        { ...text, anchor: "middle" },
      ),
    ),
    plot.smooth.length > 0 ? element("path", { d: band, fill: ink.axis, "fill-opacity": 0.14 }) : null,
    ...points,
    element("line", {
      x1: area.left,
      x2: area.right,
      y1: y(plot.coefficient),
      y2: y(plot.coefficient),
      stroke: ink.axis,
      "stroke-dasharray": "4 3",
    }),
    plot.smooth.length > 0 ? element("path", { d: line, fill: "none", stroke: ink.ink, "stroke-width": 1.8 }) : null,
  );
}

const clamped = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

const ends = ({ smooth, coefficient }: ResidualPlot) =>
  smooth.length === 0
    ? decimals(coefficient, 2)
    : `${decimals(nth(smooth, 0).value, 2)} to ${decimals(nth(smooth, smooth.length - 1).value, 2)}`;

/** All residuals, and the smooth with its band where it stays near them. */
function valueRange({ value, smooth }: ResidualPlot): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const each of value) {
    low = Math.min(low, each);
    high = Math.max(high, each);
  }
  const room = (high - low) / 4 || 1;
  for (const { lower, upper } of smooth) {
    low = Math.min(low, Math.max(lower, low - room));
    high = Math.max(high, Math.min(upper, high + room));
  }
  return [low, high];
}

/** Some times of events, evenly apart on the scale of the test, rounded for reading. */
function timeTicks({ time, x }: ResidualPlot): { time: string; at: number }[] {
  const last = x.length - 1;
  const wanted = [0, 0.25, 0.5, 0.75, 1].map((share) => nth(x, 0) + share * (nth(x, last) - nth(x, 0)));
  const places = wanted.map((at) =>
    x.reduce((best, value, event) => (Math.abs(value - at) < Math.abs(nth(x, best) - at) ? event : best), 0),
  );
  return [...new Set(places)].map((event) => ({
    time: decimals(nth(time, event), nth(time, event) < 10 ? 1 : 0),
    at: nth(x, event),
  }));
}
