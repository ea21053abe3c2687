import type { FigureOptions } from "../../board/figureOptions";
import { type CurveName, type Drawn, type DrawnCurve, isNamed } from "./drawn";

type Hidden = Pick<FigureOptions, "hidden">;

const nameOf = (hidden: FigureOptions["hidden"][number]): CurveName =>
  typeof hidden === "string" ? { level: hidden } : hidden;

/** Whether the reader asked not to draw a curve. */
export const isHidden = ({ hidden }: Hidden, key: CurveName): boolean =>
  hidden.some((each) => isNamed(key, nameOf(each)));

/** The options with a curve left out of the drawing, or drawn again. */
export function withHidden({ hidden }: Hidden, { level, cause }: CurveName, out: boolean): Hidden {
  const others = hidden.filter((each) => !isNamed({ level, cause }, nameOf(each)));
  return { hidden: out ? [...others, cause === undefined ? level : { level, cause }] : others };
}

/** What is left to draw; every number of the other curves stays as it is. Hiding all of them hides none. */
export function visible(drawn: Drawn, options: Hidden): Drawn {
  const curves = drawn.curves.filter(({ key }) => !isHidden(options, key));
  return curves.length === 0 || curves.length === drawn.curves.length ? drawn : { ...drawn, curves };
}

/** The curves that are not drawn. */
export function hiddenCurves(drawn: Drawn, options: Hidden): DrawnCurve[] {
  const shown = new Set(visible(drawn, options).curves);
  return drawn.curves.filter((curve) => !shown.has(curve));
}
