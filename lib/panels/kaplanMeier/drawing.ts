import { defaultFigureOptions, type FigureOptions } from "../../board/figureOptions";
import type { Theme } from "../../figure/theme";
import { drawCurves } from "../curves/draw";
import { thumbnail } from "../curves/thumbnail";
import type { Sheet } from "../sheet/sheet";
import { survivalCurves } from "./drawn";
import type { KaplanMeierResult } from "./result";
import { generatedSubtitle, spokenOf } from "./words";

export const kaplanMeierDrawing = {
  figure: (result: KaplanMeierResult, options: FigureOptions, sheet: Sheet) =>
    drawCurves(survivalCurves(result, options), options, sheet),
  thumbnail: (result: KaplanMeierResult, size: { width: number; height: number }, theme: Theme) =>
    thumbnail(survivalCurves(result, defaultFigureOptions), size, theme),
  subtitle: generatedSubtitle,
  sentence: spokenOf,
};
