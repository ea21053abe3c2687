import { defaultFigureOptions } from "../../board/figureOptions";
import type { PanelOf } from "../../board/panelForms/registry";
import { kaplanMeierFigure } from "../curves/figure";
import { thumbnail } from "../curves/thumbnail";
import type { PanelDrawing } from "../drawings";
import { asCurves } from "./asCurves";
import type { CumulativeIncidenceResult } from "./result";
import { sentence, subtitle } from "./words";

/** Drawn by the figure of survival curves: the same axes, bands, names and table. */
export const cumulativeIncidenceDrawing: PanelDrawing<PanelOf<"cumulativeIncidence">, CumulativeIncidenceResult> = {
  figure: (result, options, sheet) => kaplanMeierFigure(asCurves(result), options, sheet),
  thumbnail: (result, size, theme) =>
    thumbnail(asCurves(result), size, theme, { ...defaultFigureOptions, scale: "failure" }),
  subtitle,
  sentence,
};
