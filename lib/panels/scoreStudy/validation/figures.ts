import { scaleLinear } from "d3";
import { linePath } from "../../../figure/linePath";
import { stepPath } from "../../../figure/stepPath";
import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label } from "../../../figure/text";
import { fontFamily, inks, type Theme } from "../../../figure/theme";
import { capitalized, decimals, numberInWords } from "../../../format";
import { nth } from "../../../numeric/nth";
import { hasInterval, type ScoreValidation } from "./validation";

export interface ChartSize {
  width: number;
  height: number;
  theme: Theme;
}

const accents: Record<Theme, string> = { light: "#0f766e", dark: "#2dd4bf" };

interface Chart extends ChartSize {
  says: string;
  x: { from: number; to: number; name: string };
  y: { from: number; to: number };
}

type Draw = (place: {
  x: (value: number) => number;
  y: (value: number) => number;
  area: { top: number; bottom: number; left: number; right: number };
  accent: string;
  faint: string;
  ink: string;
}) => (SvgElement | null)[];

/** Axes with a grid, and what is drawn between them. */
function chart({ width, height, theme, says, x: across, y: up }: Chart, draw: Draw): SvgElement {
  const ink = inks[theme];
  const area = { left: 34, right: width - 10, top: 8, bottom: height - 36 };
  const x = scaleLinear([across.from, across.to], [area.left, area.right]);
  const y = scaleLinear([up.from, up.to], [area.bottom, area.top]);
  const text = { size: 11, fill: ink.soft };
  return element(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": says, "font-family": fontFamily },
    group(
      { "data-part": "axes" },
      ...y
        .ticks(5)
        .flatMap((tick) => [
          element("line", { x1: area.left, x2: area.right, y1: y(tick), y2: y(tick), stroke: ink.grid }),
          label(area.left - 6, y(tick) + 4, numberInWords(tick), { ...text, anchor: "end" }),
        ]),
      ...x.ticks(5).map((tick) => label(x(tick), area.bottom + 15, numberInWords(tick), { ...text, anchor: "middle" })),
      label((area.left + area.right) / 2, height - 5, across.name, { ...text, anchor: "middle" }),
    ),
    ...draw({ x, y, area, accent: accents[theme], faint: ink.axis, ink: ink.ink }),
  );
}

/** The area under the curve over time with its band; one half is chance. */
export function aucFigure({ overTime, unit, until, at, auc }: ScoreValidation, size: ChartSize): SvgElement {
  const known = overTime.flatMap(({ time, auc: found }) => (found ? [{ time, ...found }] : []));
  const lowest = known.map((each) => (hasInterval(each) ? each.lower : each.value));
  const highest = known.map((each) => (hasInterval(each) ? each.upper : each.value));
  const low = Math.min(0.5, ...lowest);
  const says = `Area under the curve over time${auc ? `: ${decimals(auc.value, 2)} at ${numberInWords(at)} ${unit}` : ""}.`;
  return chart(
    {
      ...size,
      says,
      x: { from: 0, to: until, name: capitalized(unit) },
      y: { from: Math.floor(low * 10) / 10, to: 1 },
    },
    ({ x, y, area, accent, faint }) => {
      const xs = known.map(({ time }) => x(time));
      const ys = known.map(({ value }) => y(value));
      return [
        band(xs, lowest.map(y), highest.map(y), x(until), accent),
        dashed(area.left, y(0.5), area.right, y(0.5), faint),
        element("path", {
          d: stepPath({ xs, ys, to: x(until) }, area.top, area.bottom),
          fill: "none",
          stroke: accent,
          "stroke-width": 1.8,
        }),
      ];
    },
  );
}

/** The area between two step lines. */
function band(xs: number[], lows: number[], highs: number[], to: number, fill: string): SvgElement | null {
  if (xs.length === 0) return null;
  const corners = (ys: number[]) =>
    xs.flatMap((at, k) => [
      `${rounded(at)},${rounded(nth(ys, k))}`,
      `${rounded(k + 1 < xs.length ? nth(xs, k + 1) : to)},${rounded(nth(ys, k))}`,
    ]);
  const d = `M${corners(highs).join("L")}L${corners(lows).reverse().join("L")}Z`;
  return element("path", { d, fill, "fill-opacity": 0.14 });
}

const dashed = (x1: number, y1: number, x2: number, y2: number, stroke: string) =>
  element("line", { x1, y1, x2, y2, stroke, "stroke-dasharray": "3 3" });

/** Groups of the score: the risk that was predicted, and the share with the event, with its interval. */
export function calibrationFigure({ calibration, at, unit }: ScoreValidation, size: ChartSize): SvgElement {
  const said = calibration.flatMap(({ group: name, predicted, observed }) =>
    observed ? [`${name}: predicted ${decimals(predicted, 2)}, observed ${decimals(observed.value, 2)}`] : [],
  );
  const name = `Predicted risk by ${numberInWords(at)} ${unit}`;
  return chart(
    { ...size, says: `Calibration. ${said.join("; ")}.`, x: { from: 0, to: 1, name }, y: { from: 0, to: 1 } },
    ({ x, y, accent, faint }) => [
      dashed(x(0), y(0), x(1), y(1), faint),
      ...calibration.flatMap(({ predicted, observed }) =>
        observed && hasInterval(observed)
          ? [
              element("line", {
                x1: x(predicted),
                x2: x(predicted),
                y1: y(observed.lower),
                y2: y(observed.upper),
                stroke: accent,
                "stroke-width": 1.6,
              }),
            ]
          : [],
      ),
      ...calibration.flatMap(({ predicted, observed }) =>
        observed
          ? [element("rect", { x: x(predicted) - 4, y: y(observed.value) - 4, width: 8, height: 8, fill: accent })]
          : [],
      ),
    ],
  );
}

/** The Brier score over time: of the risks, and dashed of the same risk for all. */
export function brierFigure({ overTime, until, unit }: ScoreValidation, size: ChartSize): SvgElement {
  const known = overTime.flatMap(({ time, brier, none }) =>
    brier === null || none === null ? [] : [{ time, brier, none }],
  );
  const most = Math.max(0.05, ...known.flatMap(({ brier, none }) => [brier, none]));
  return chart(
    {
      ...size,
      says: "Brier score over time, of the risks and of the same risk for all.",
      x: { from: 0, to: until, name: capitalized(unit) },
      y: { from: 0, to: Math.ceil(most * 20) / 20 },
    },
    ({ x, y, area, accent, faint }) => {
      const line = (of: "brier" | "none") =>
        stepPath(
          { xs: known.map(({ time }) => x(time)), ys: known.map((each) => y(each[of])), to: x(until) },
          area.top,
          area.bottom,
        );
      return [
        element("path", {
          d: line("none"),
          fill: "none",
          stroke: faint,
          "stroke-width": 1.4,
          "stroke-dasharray": "3 3",
        }),
        element("path", { d: line("brier"), fill: "none", stroke: accent, "stroke-width": 1.8 }),
      ];
    },
  );
}

/** The net benefit of treating by the risk, of treating all, and (0) of treating nobody. */
export function decisionFigure({ decision, at, unit }: ScoreValidation, size: ChartSize): SvgElement {
  const highest = Math.max(0.05, ...decision.flatMap(({ model, all }) => [model, all]));
  const name = `Threshold: risk by ${numberInWords(at)} ${unit}`;
  return chart(
    {
      ...size,
      says: "Decision curve: net benefit by threshold, of treating by the risk, of treating all and of treating nobody.",
      x: { from: 0, to: Math.max(0.1, decision.at(-1)?.threshold ?? 1), name },
      y: { from: -0.1, to: Math.ceil(highest * 10) / 10 },
    },
    ({ x, y, area, accent, faint }) => {
      const xs = decision.map(({ threshold }) => x(threshold));
      const line = (of: "model" | "all") =>
        linePath(
          xs,
          decision.map((each) => y(each[of])),
          area.top,
          area.bottom,
        );
      return [
        dashed(area.left, y(0), area.right, y(0), faint),
        element("path", { d: line("all"), fill: "none", stroke: faint, "stroke-width": 1.4 }),
        element("path", { d: line("model"), fill: "none", stroke: accent, "stroke-width": 1.8 }),
      ];
    },
  );
}
