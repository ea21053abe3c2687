import type { FigureOptions } from "../../board/figureOptions";
import { kaplanMeierFigure } from "../curves/figure";
import { multiplesFigure } from "../curves/multiplesFigure";
import { thumbnail } from "../curves/thumbnail";
import type { Sheet } from "../sheet/sheet";
import type { KaplanMeierResult } from "./result";
import { multiplesSentence, sentence } from "./sentence";
import { generatedSubtitle } from "./words";

export const kaplanMeierDrawing = {
  figure: (result: KaplanMeierResult, options: FigureOptions, sheet: Sheet) =>
    result.multiples === null
      ? kaplanMeierFigure(result, options, sheet)
      : multiplesFigure(result, result.multiples.facets, options, sheet),
  thumbnail,
  subtitle: generatedSubtitle,
  sentence: (result: KaplanMeierResult) =>
    result.multiples === null ? sentence(result) : multiplesSentence(result, result.multiples.facets),
};
