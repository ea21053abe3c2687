import { element, rounded, type SvgElement } from "../../../figure/svg";
import { inks, type Theme } from "../../../figure/theme";
import { categoryColor } from "../../responseColors";
import type { ResponseResult } from "../result";
import { colorIn, schemeOf } from "./colors";
import { barsOf } from "./waterfall";

/** The bars alone, small; without any the patients of each category. */
export function thumbnail(
  result: ResponseResult,
  { width, height }: { width: number; height: number },
  theme: Theme,
): SvgElement {
  const { measured } = barsOf(result);
  const scheme = schemeOf(result, theme);
  const middle = height / 2;
  const half = height / 2 - 4;
  const pitch = (width - 8) / Math.max(1, measured.length);
  // No more bars than pixels: of many every so many-th.
  const every = Math.max(1, Math.ceil(measured.length / (width - 8)));
  const bars = measured
    .filter((_, place) => place % every === 0)
    .map((patient, place) => {
      const size = (Math.min(100, Math.abs(patient.change)) / 100) * half;
      return element("rect", {
        x: 4 + place * every * pitch,
        y: patient.change > 0 ? middle - size : middle,
        width: Math.max(0.6, pitch * every * 0.86),
        height: Math.max(0.8, size),
        fill: colorIn(scheme, patient.color),
      });
    });
  const marks = measured.length > 0 ? bars : categoryBars(result, width, height, theme);
  return element(
    "svg",
    { width, height, viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, "aria-hidden": "true" },
    element("line", { x1: 4, x2: width - 4, y1: middle, y2: middle, stroke: inks[theme].grid }),
    ...marks,
  );
}

function categoryBars({ groups }: ResponseResult, width: number, height: number, theme: Theme): SvgElement[] {
  const counts = [0, 1, 2, 3, 4].map((category) =>
    groups.reduce((sum, { categories }) => sum + (categories[category] ?? 0), 0),
  );
  const most = Math.max(1, ...counts);
  const step = (width - 8) / counts.length;
  return counts.map((count, category) => {
    const size = (count / most) * (height - 8);
    return element("rect", {
      x: 4 + category * step,
      y: height - 4 - size,
      width: step * 0.8,
      height: size,
      fill: categoryColor(category, theme),
    });
  });
}
