import { defaultFigureOptions, type FigureOptions } from "../../board/figureOptions";
import { readable } from "../../figure/contrast";
import { groupColor, groupDash, namedDash } from "../../figure/palette";
import { inks, type Theme } from "../../figure/theme";
import { type CurveName, type Drawn, isNamed } from "./drawn";

/** How a curve is drawn: its line, its dash for a line of width 1, and the shade in which its name is legible. */
export interface Look {
  color: string;
  textColor: string;
  dash(width: number): string | undefined;
}

type Colored = Pick<Drawn, "curves" | "places" | "ordered">;

/** What the user chose for a curve in place of the palette's. */
export const ownLook = ({ looks }: Pick<FigureOptions, "looks">, key: CurveName) =>
  looks.find((look) => isNamed(key, look));

/** One look per curve. It hangs on the level's place among all levels, so that no filter changes it. */
export function curveLooks({ curves, places, ordered: given }: Colored, options: FigureOptions, theme: Theme): Look[] {
  const { palette, dashes } = options;
  const ordered = palette === "auto" ? given : palette === "ordered";
  return curves.map((curve) => {
    const own = ownLook(options, curve.key);
    const color = own?.color ?? curve.color ?? groupColor(curve.place, places, ordered, theme);
    const textColor = readable(color, inks[theme].surface, 4.5);
    const dash = (width: number) => {
      const named = curve.dash ?? own?.dash;
      if (named !== undefined) return namedDash(named, width);
      return dashes ? groupDash(curve.place, width) : undefined;
    };
    return { color, textColor, dash };
  });
}

/** The colors of the curves, for what stands beside the figure. */
export const curveColors = (drawn: Colored, theme: Theme, options = defaultFigureOptions): string[] =>
  curveLooks(drawn, options, theme).map(({ color }) => color);
