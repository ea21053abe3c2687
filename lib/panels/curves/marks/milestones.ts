import { spread } from "../../../figure/spreadLabels";
import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label, middleToBaseline, textWidth } from "../../../figure/text";
import { decimals, formatPercent, numberInWords } from "../../../format";
import { nth } from "../../../numeric/nth";
import { unitShort } from "../../timeUnit";
import { shownMilestones } from "../labels/guides";
import type { Plot } from "../plot";
import { pointAt } from "../pointAt";

/** A line at each milestone with every curve's value there; a group not followed so long has none. */
export function milestonesMark(plot: Plot): SvgElement | null {
  const shown = shownMilestones(plot);
  return shown.length === 0
    ? null
    : group(
        { "data-part": "milestones" },
        shown.map((milestone) => milestoneMark(plot, milestone)),
      );
}

interface Reading {
  index: number;
  y: number;
  text: string;
}

function milestoneMark(plot: Plot, milestone: number): SvgElement {
  const { area, inks, metrics, looks, time } = plot;
  const x = plot.x(milestone / time.factor);
  const line = {
    stroke: inks.faint,
    "stroke-width": metrics.hair,
    "stroke-dasharray": `${metrics.hair * 2} ${metrics.hair * 2}`,
  };
  const found = readings(plot, milestone / time.factor);
  const name = `${numberInWords(milestone)} ${unitShort[time.unit]}`;
  const widest = Math.max(
    textWidth(name, metrics.small),
    ...found.map(({ text }) => textWidth(text, metrics.small, 600)),
  );
  const side = x + widest + metrics.gap * 2 > area.right ? -1 : 1;
  const at = x + side * metrics.gap * 0.9;
  const size = metrics.small * 1.15;
  const centers = spread(
    found.map(({ y }) => y - size / 2),
    found.map(() => size),
    area.top + size * 1.2,
    area.bottom,
  );
  const anchor = side > 0 ? "start" : "end";
  return group(
    { "data-milestone": milestone },
    element("line", { x1: x, x2: x, y1: area.top, y2: area.bottom, ...line }),
    label(at, area.top + metrics.small, name, { size: metrics.small, fill: inks.faint, anchor }),
    found.map(({ index, y }) =>
      element("circle", { "data-group": index, cx: x, cy: y, r: metrics.text * 0.22, fill: nth(looks, index).color }),
    ),
    (centers ?? []).map((center, place) => {
      const { index, text } = nth(found, place);
      return group(
        { "data-group": index },
        backing(plot, at, center, text, side),
        label(at, center + metrics.small * middleToBaseline, text, {
          size: metrics.small,
          weight: 600,
          fill: nth(looks, index).textColor,
          anchor,
        }),
      );
    }),
  );
}

function readings(plot: Plot, time: number): Reading[] {
  const { drawn, area, y } = plot;
  return drawn.curves.flatMap((curve, index) => {
    const at = pointAt(drawn, curve, time);
    const level = at === null ? Number.NaN : y(at.value);
    return at !== null && level >= area.top && level <= area.bottom
      ? [{ index, y: level, text: valueText(plot, at.value) }]
      : [];
  });
}

/** The value on the scale that is drawn; on a short axis with so many decimals that they tell values apart. */
function valueText({ drawn: { scale }, value: { domain } }: Plot, value: number): string {
  if (scale.quantity === "share") return formatPercent(scale.of(value));
  return decimals(scale.of(value), Math.max(2, 1 - Math.floor(Math.log10(domain[1] - domain[0]))));
}

/** A patch of the ground behind a number, so that curves and bands do not run through it. */
function backing({ inks, metrics }: Plot, x: number, center: number, text: string, side: number): SvgElement {
  const width = textWidth(text, metrics.small, 600) + 2;
  const height = metrics.small * 1.05;
  const left = side > 0 ? x - 1 : x - width + 1;
  return element("rect", {
    x: left,
    y: rounded(center - height / 2),
    width,
    height,
    fill: inks.surface,
    "fill-opacity": 0.75,
  });
}
