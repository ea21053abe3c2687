import { element, rounded, type SvgElement } from "../../figure/svg";
import { fontFamily, inks } from "../../figure/theme";
import { metricsOf, type Sheet } from "./sheet";

type Marks = Parameters<typeof element>[2];

/** A figure of this height on its ground; `spoken` is what it says to those who do not see it. */
export function figureTree(sheet: Sheet, height: number, spoken: string, ...marks: Marks[]): SvgElement {
  const { width, theme } = sheet;
  const root = {
    width,
    height,
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    role: "img",
    "aria-label": spoken,
    "font-family": fontFamily,
    "font-size": metricsOf(sheet).text,
  };
  const ground = element("rect", { "data-part": "ground", width, height, fill: inks[theme].surface });
  return element("svg", root, ground, ...marks);
}
