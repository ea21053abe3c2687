import type { PanelOf } from "../../board/panelForms/registry";
import { drawCurves } from "../curves/draw";
import { thumbnail } from "../curves/thumbnail";
import type { PanelDrawing } from "../drawing";
import { incidenceCurves } from "./drawn";
import type { CumulativeIncidenceResult } from "./result";
import { sentence, subtitle } from "./words";

/** Drawn by the figure of curves: the same axes, bands, names and table. */
export const cumulativeIncidenceDrawing: PanelDrawing<PanelOf<"cumulativeIncidence">, CumulativeIncidenceResult> = {
  figure: (result, options, sheet) => drawCurves(incidenceCurves(result), options, sheet),
  thumbnail: (result, size, theme) => thumbnail(incidenceCurves(result), size, theme),
  subtitle,
  sentence,
};
