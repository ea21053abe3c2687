import type { AlterationClass } from "../../../board/genes";
import { classesIn, classNames, maskOf, TESTED } from "../../../cohort/genes";
import { groupColor } from "../../../figure/palette";
import { element, group, type SvgElement } from "../../../figure/svg";
import { ellipsis, label, textWidth } from "../../../figure/text";
import { type Inks, inks, type Theme } from "../../../figure/theme";
import { categoryColor } from "../../responseColors";
import type { Metrics } from "../../sheet/sheet";
import type { AlterationsResult, Track } from "../result";
import { classColors, untested, wildType } from "./colors";

interface Item {
  name: string;
  color: string;
  look: "filled" | "hollow" | "words";
  x: number;
  line: number;
}

export interface LegendPlan {
  items: Item[];
  lines: number;
  height: number;
}

/** The color of a level of a track. */
export function trackColor({ levels, ordered }: Track, place: number, theme: Theme): string {
  const { color = null, response = null } = levels[place] ?? {};
  if (color !== null) return color;
  return response === null ? groupColor(place, levels.length, ordered, theme) : categoryColor(response, theme);
}

/** More levels than these are not explained in the legend. */
const mostLevels = 8;

/** Key of the classes that genes of the figure have, then of each track on a line of its own. */
export function legendPlan(
  result: AlterationsResult,
  width: number,
  theme: Theme,
  { small, row, gap }: Pick<Metrics, "text" | "small" | "gap" | "row">,
): LegendPlan {
  const items: Item[] = [];
  let [x, line] = [0, 0];
  const add = (name: string, color: string, look: Item["look"]) => {
    const shown = ellipsis(name, width * 0.5, small);
    const wide = textWidth(shown, small) + (look === "words" ? gap * 1.5 : small * 1.5 + gap * 2.2);
    if (x > 0 && x + wide - gap * 2 > width) {
      x = 0;
      line++;
    }
    items.push({ name: shown, color, look, x, line });
    x += wide;
  };
  const shown = shownIn(result);
  for (const each of shown.classes) add(classNames[each], classColors[theme][each], "filled");
  if (result.genes.length > 0) {
    add("wild type", wildType[theme], "filled");
    if (shown.untested) add("not tested", untested[theme], "hollow");
  }
  for (const track of result.tracks) {
    if (track.levels.length > mostLevels) continue;
    if (x > 0) [x, line] = [0, line + 1];
    add(`${track.label}:`, inks[theme].soft, "words");
    for (const [place, level] of track.levels.entries()) add(level.label, trackColor(track, place, theme), "filled");
  }
  const lines = items.length === 0 ? 0 : line + 1;
  return { items, lines, height: lines * row };
}

interface ShownCells {
  classes: AlterationClass[];
  untested: boolean;
}

/** All cells are looked through once, however often the figure is drawn. */
const known = new WeakMap<AlterationsResult, ShownCells>();

/** The classes that are drawn in the figure, the gravest first, and whether somebody was not tested. */
function shownIn(result: AlterationsResult): ShownCells {
  const before = known.get(result);
  if (before) return before;
  const mask = maskOf(result.counted);
  let [all, untested] = [0, false];
  for (const { cells } of result.genes)
    for (const bits of cells.bits) {
      all |= bits & mask;
      untested ||= (bits & TESTED) === 0;
    }
  const found = { classes: classesIn(all), untested };
  known.set(result, found);
  return found;
}

export function legendMark(
  { items }: LegendPlan,
  left: number,
  top: number,
  { small, row }: Metrics,
  ink: Inks,
): SvgElement {
  const size = small * 0.95;
  return group(
    { "data-part": "legend" },
    items.flatMap(({ name, color, look, x, line }) => {
      const at = { x: left + x, y: top + line * row };
      const baseline = at.y + row * 0.5 + small * 0.364;
      const box = { x: at.x, y: at.y + (row - size) / 2, width: size, height: size };
      const text = label(look === "words" ? at.x : at.x + small * 1.5, baseline, name, {
        size: small,
        fill: look === "words" ? ink.faint : ink.soft,
      });
      if (look === "words") return [text];
      const mark =
        look === "filled"
          ? [element("rect", { ...box, rx: size * 0.18, fill: color })]
          : [
              element("rect", { ...box, rx: size * 0.18, fill: "none", stroke: color, "stroke-width": 1 }),
              element("line", {
                x1: box.x,
                y1: box.y + size,
                x2: box.x + size,
                y2: box.y,
                stroke: color,
                "stroke-width": 1,
              }),
            ];
      return [...mark, text];
    }),
  );
}
