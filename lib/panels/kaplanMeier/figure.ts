import type { FigureOptions } from "../../board/figureOptions";
import { curvesFigure, type Figure } from "../curves/figure";
import type { Sheet } from "../sheet/sheet";
import { ownCurves, survivalCurves } from "./drawn";
import type { KaplanMeierResult } from "./result";

/** The Kaplan–Meier figure of a result; `frozen` is one of an earlier filter, drawn pale behind. */
export const kaplanMeierFigure = (
  result: KaplanMeierResult,
  options: FigureOptions,
  sheet: Sheet,
  frozen: KaplanMeierResult | null = null,
): Figure => curvesFigure(survivalCurves(result, options), options, sheet, frozen && ownCurves(frozen, options));
