import type { SvgElement } from "../../../figure/svg";
import { element, group } from "../../../figure/svg";
import { ellipsis, label, middleToBaseline, textWidth } from "../../../figure/text";
import { inks, type Theme } from "../../../figure/theme";
import { decimals } from "../../../format";
import type { DrawnFigure } from "../../sheet/drawnFigure";
import { figureTree } from "../../sheet/figureTree";
import { metricsOf, type Sheet } from "../../sheet/sheet";
import { withoutFew } from "../heldBack";
import type { CharacteristicsResult } from "../result";
import { dashed } from "../result";
import { differenceInWords } from "../words";
import { differencesOf, dotAxis, dotMark, dotTicks, line, placeOn } from "./dots";

/** The widest plot, in letters: farther apart a dot is not found by its name. */
const widestLetters = 46;

/**
 * The balance plot as a figure of its own: a dot at each standardized difference, the largest first; null where there
 * is none.
 */
export function balanceFigure(whole: CharacteristicsResult, sheet: Sheet): DrawnFigure | null {
  const result = sheet.heldBack ? withoutFew(whole, sheet.heldBack.fewest) : whole;
  const { width, theme } = sheet;
  const { text, gap } = metricsOf(sheet);
  const inside = sheet.alone ? gap : 0;
  const plot = balanceMarks(result, { left: inside, top: inside, width: width - 2 * inside, text, theme }, sheet.alone);
  if (!plot) return null;
  const height = Math.max(sheet.height, plot.height + 2 * inside);
  return { width, height, tree: figureTree(sheet, height, balanceInWords(result), plot.marks), problems: [] };
}

export const balanceInWords = (result: CharacteristicsResult): string =>
  `Standardized differences: ${differencesOf(result.rows)
    .map((each) => `${each.label} ${differenceInWords(each.difference, result)}`)
    .join("; ")}.`;

/**
 * The plot from a corner on, as wide as it may be, `named` where nothing beside it says what it is; null without any
 * difference. Its rows move together where it would be higher than `most`.
 */
export function balanceMarks(
  result: CharacteristicsResult,
  place: { left: number; top: number; width: number; text: number; theme: Theme },
  named = false,
  most = Number.POSITIVE_INFINITY,
): { marks: SvgElement; height: number } | null {
  const plot = balanceAt(result, place, named, comfortable);
  const over = (plot?.height ?? 0) - most;
  const rows = differencesOf(result.rows).length * place.text;
  return over > 0 ? balanceAt(result, place, named, Math.max(closest, comfortable - over / rows)) : plot;
}

/** From row to row, in letters: where there is room, and at least. */
const comfortable = 1.67;
const closest = 1.05;

function balanceAt(
  result: CharacteristicsResult,
  place: { left: number; top: number; width: number; text: number; theme: Theme },
  named: boolean,
  pitch: number,
): { marks: SvgElement; height: number } | null {
  const { left, width, text, theme } = place;
  const apart = differencesOf(result.rows);
  if (!result.differences || apart.length === 0) return null;
  const row = text * pitch;
  const top = place.top + (named ? text * comfortable : 0);
  const ink = inks[theme];
  const widest = Math.max(...apart.map((each) => textWidth(each.label, text)));
  const names = Math.min(widest, width * 0.45);
  const from = left + names + text * 0.8;
  const axis = dotAxis(result.rows, {
    left: from,
    right: Math.min(left + width - text * 0.8, from + text * widestLetters),
  });
  const bottom = top + row * apart.length + text / 3;
  const at = placeOn(axis, dashed);
  const hair = text / 12;
  const marks = group(
    { "data-part": "balance" },
    named &&
      label(left, place.top + text, "Standardized differences, the largest first", {
        size: text,
        weight: 600,
        fill: ink.ink,
      }),
    apart.map((each, place) => {
      const middle = top + row * (place + 0.5);
      return element(
        "g",
        {},
        label(left + names, middle + text * middleToBaseline, ellipsis(each.label, names, text), {
          size: text,
          fill: ink.soft,
          anchor: "end",
          whole: each.label,
        }),
        line(axis.left, middle, axis.right, middle, ink.grid, hair),
      );
    }),
    line(at, top, at, bottom, ink.faint, hair, `${text / 4} ${text / 4}`),
    apart.map((each, place) => dotMark(each.difference, axis, top + row * (place + 0.5), text * 0.375, theme)),
    dotTicks(axis).map((tick) =>
      label(placeOn(axis, tick), bottom + text, decimals(tick, 1), {
        size: text * 0.92,
        fill: ink.soft,
        anchor: "middle",
      }),
    ),
  );
  return { marks, height: bottom + text * comfortable - place.top };
}
