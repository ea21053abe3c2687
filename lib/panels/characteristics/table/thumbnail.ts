import { element, group, type SvgElement } from "../../../figure/svg";
import { inks, type Theme } from "../../../figure/theme";
import type { CharacteristicsResult } from "../result";
import { allLines } from "../words";

const mostLines = 6;

/** Names and values of the first lines as bars of their lengths. */
export function thumbnail(
  result: CharacteristicsResult,
  { width, height }: { width: number; height: number },
  theme: Theme,
): SvgElement {
  const lines = allLines(result).slice(0, mostLines);
  const ink = inks[theme];
  const step = height / Math.max(mostLines, lines.length);
  const thick = Math.max(2, step * 0.28);
  const bar = (x: number, y: number, long: number, fill: string, opacity: number) =>
    element("rect", { x, y, width: long, height: thick, rx: thick / 2, fill, "fill-opacity": opacity });
  const longest = Math.max(1, ...lines.map(({ label }) => label.length));
  return element(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    lines.map(({ label, cells }, at) => {
      const y = step * (at + 0.5) - thick / 2;
      return group(
        {},
        bar(0, y, width * (0.3 + 0.36 * (label.length / longest)), ink.faint, 0.45),
        cells.length > 0 && bar(width * 0.82, y, width * 0.18, ink.faint, 0.95),
      );
    }),
  );
}
