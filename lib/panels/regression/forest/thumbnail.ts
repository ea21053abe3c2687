import { scaleLog } from "d3";
import { element, rounded, type SvgElement } from "../../../figure/svg";
import { inks, type Theme } from "../../../figure/theme";
import type { Coefficient } from "../../../survival";
import type { RegressionResult } from "../result";

/** The squares and intervals alone, small; of the joint model where there is one. */
export const thumbnail = ({ lines }: RegressionResult, size: Size, theme: Theme): SvgElement =>
  thumbnailOf(
    lines.map(({ alone, together }) => together ?? alone),
    size,
    theme,
  );

interface Size {
  width: number;
  height: number;
}

/** Squares and intervals one below the other, of those that are estimated. */
export function thumbnailOf(
  coefficients: readonly (Coefficient | null)[],
  { width, height }: Size,
  theme: Theme,
): SvgElement {
  const ink = inks[theme];
  const ratios = coefficients.flatMap((each) => (each?.kind === "estimated" ? [each] : []));
  const bounded = (value: number) => Math.min(20, Math.max(0.05, value));
  const low = Math.min(0.5, ...ratios.map(({ lower }) => bounded(lower)));
  const high = Math.max(2, ...ratios.map(({ upper }) => bounded(upper)));
  const x = scaleLog([low, high], [4, width - 4]);
  const step = (height - 8) / Math.max(1, ratios.length);
  const marks = ratios.flatMap(({ hazardRatio, lower, upper }, row) => {
    const y = 4 + step * (row + 0.5);
    const size = Math.min(8, step * 0.6);
    return [
      element("line", {
        x1: x(bounded(lower)),
        x2: x(bounded(upper)),
        y1: y,
        y2: y,
        stroke: ink.soft,
        "stroke-width": 1.4,
      }),
      element("rect", {
        x: x(bounded(hazardRatio)) - size / 2,
        y: y - size / 2,
        width: size,
        height: size,
        fill: ink.ink,
      }),
    ];
  });
  const unity = element("line", {
    x1: x(1),
    x2: x(1),
    y1: 2,
    y2: height - 2,
    stroke: ink.axis,
    "stroke-dasharray": "3 3",
  });
  return element(
    "svg",
    { width, height, viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, "aria-hidden": "true" },
    unity,
    ...marks,
  );
}
