import { defaultFigureOptions, type FigureOptions } from "../../board/figureOptions";
import { readable } from "../../figure/contrast";
import { groupColor, groupDash } from "../../figure/palette";
import { inks, type Theme } from "../../figure/theme";
import type { KaplanMeierResult } from "./result";

/** How a group is drawn: its line, its dash for a line of width 1, and the shade in which its name is legible. */
export interface GroupLook {
  color: string;
  textColor: string;
  dash(width: number): string | undefined;
}

/** One look per group of the result. It hangs on the level's place among all levels, so that no filter changes it. */
export function groupLooks(result: KaplanMeierResult, { palette, dashes }: FigureOptions, theme: Theme): GroupLook[] {
  const { groups, emptyGroups } = result;
  const ordered = palette === "auto" ? result.ordered : palette === "ordered";
  const count = Math.max(groups.length + emptyGroups.length, ...groups.map(({ place }) => place + 1));
  return groups.map((group) => {
    const color = group.color ?? groupColor(group.place, count, ordered, theme);
    const textColor = readable(color, inks[theme].surface, 4.5);
    return { color, textColor, dash: (width) => (dashes ? groupDash(group.place, width) : undefined) };
  });
}

/** The colors of the groups, for what stands beside the figure. */
export function groupColors(result: KaplanMeierResult, theme: Theme, options = defaultFigureOptions): string[] {
  return groupLooks(result, options, theme).map(({ color }) => color);
}
