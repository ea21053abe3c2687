import type { PanelOf } from "../../board/panelForms/registry";
import type { PanelDrawing } from "../drawing";
import type { CharacteristicsResult } from "./result";
import { balanceFigure } from "./table/balance";
import { tableFigure } from "./table/figure";
import { thumbnail } from "./table/thumbnail";
import { sentence, subtitle } from "./words";

export const characteristicsDrawing: PanelDrawing<PanelOf<"characteristics">, CharacteristicsResult> = {
  figure: tableFigure,
  beside: (result, { balance }, sheet) => (balance ? balanceFigure(result, sheet) : null),
  thumbnail,
  subtitle,
  sentence,
};
