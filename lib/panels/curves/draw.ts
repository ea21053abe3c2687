import type { FigureOptions } from "../../board/figureOptions";
import type { DrawnFigure } from "../sheet/drawnFigure";
import type { Sheet } from "../sheet/sheet";
import type { Drawn } from "./drawn";
import { curvesFigure } from "./figure";
import { multiplesFigure } from "./multiples";

/** One figure, or a small one for each level of another variable. */
export const drawCurves = (drawn: Drawn, options: FigureOptions, sheet: Sheet): DrawnFigure =>
  drawn.facets === null ? curvesFigure(drawn, options, sheet) : multiplesFigure(drawn, drawn.facets, options, sheet);
