import { defaultFigureOptions, type FigureOptions } from "../../board/figureOptions";
import { readable } from "../../figure/contrast";
import { groupColor, groupDash, namedDash } from "../../figure/palette";
import { inks, type Theme } from "../../figure/theme";
import type { KaplanMeierResult } from "../kaplanMeier/result";

/** How a group is drawn: its line, its dash for a line of width 1, and the shade in which its name is legible. */
export interface GroupLook {
  color: string;
  textColor: string;
  dash(width: number): string | undefined;
}

/** One look per group of the result. It hangs on the level's place among all levels, so that no filter changes it. */
export function groupLooks(
  { groups, places, ordered: given }: KaplanMeierResult,
  { palette, dashes, looks }: FigureOptions,
  theme: Theme,
): GroupLook[] {
  const ordered = palette === "auto" ? given : palette === "ordered";
  return groups.map((group) => {
    const own = looks.find(({ level }) => level === group.level);
    const color = own?.color ?? group.color ?? groupColor(group.place, places, ordered, theme);
    const textColor = readable(color, inks[theme].surface, 4.5);
    const dash = (width: number) => {
      if (group.endpointPlace !== undefined) return namedDash(group.endpointPlace === 0 ? "solid" : "short", width);
      if (own?.dash !== undefined) return namedDash(own.dash, width);
      return dashes ? groupDash(group.place, width) : undefined;
    };
    return { color, textColor, dash };
  });
}

/** The colors of the groups, for what stands beside the figure. */
export function groupColors(result: KaplanMeierResult, theme: Theme, options = defaultFigureOptions): string[] {
  return groupLooks(result, options, theme).map(({ color }) => color);
}
