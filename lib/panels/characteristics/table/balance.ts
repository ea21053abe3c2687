import { element, rounded, type SvgElement } from "../../../figure/svg";
import { ellipsis, label, middleToBaseline, textWidth } from "../../../figure/text";
import { fontFamily, inks, type Theme } from "../../../figure/theme";
import { decimals } from "../../../format";
import type { CharacteristicsResult } from "../result";
import { dashed } from "../result";
import { differenceInWords } from "../words";
import { differencesOf, dotAxis, dotMark, dotTicks, line, placeOn } from "./dots";

/** The balance plot: a dot at each standardized difference, the largest first; null where there is none. */
export function balanceFigure(
  result: CharacteristicsResult,
  { width, theme }: { width: number; theme: Theme },
): SvgElement | null {
  const apart = differencesOf(result.rows);
  if (apart.length === 0) return null;
  const [text, row] = [12, 20];
  const ink = inks[theme];
  const widest = Math.max(...apart.map((each) => textWidth(each.label, text)));
  const names = Math.min(widest, width * 0.45);
  const axis = dotAxis(result.rows, { left: names + 10, right: width - 10 });
  const bottom = row * apart.length + 4;
  const at = placeOn(axis, dashed);
  return element(
    "svg",
    {
      width,
      height: bottom + row,
      viewBox: `0 0 ${rounded(width)} ${rounded(bottom + row)}`,
      role: "img",
      "aria-label": `Standardized differences: ${apart.map((each) => `${each.label} ${differenceInWords(each.difference, result)}`).join("; ")}.`,
      "font-family": fontFamily,
    },
    apart.map((each, place) => {
      const middle = row * (place + 0.5);
      return element(
        "g",
        {},
        label(names, middle + text * middleToBaseline, ellipsis(each.label, names, text), {
          size: text,
          fill: ink.soft,
          anchor: "end",
          whole: each.label,
        }),
        line(axis.left, middle, axis.right, middle, ink.grid, 1),
      );
    }),
    line(at, 0, at, bottom, ink.faint, 1, "3 3"),
    apart.map((each, place) => dotMark(each.difference, axis, row * (place + 0.5), 4.5, theme)),
    dotTicks(axis).map((tick) =>
      label(placeOn(axis, tick), bottom + text, decimals(tick, 1), { size: 11, fill: ink.soft, anchor: "middle" }),
    ),
  );
}
