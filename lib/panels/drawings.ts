import type { Panel } from "../board/board";
import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import type { SvgElement } from "../figure/svg";
import type { Theme } from "../figure/theme";
import { cumulativeIncidenceDrawing } from "./cumulativeIncidence/drawing";
import { kaplanMeierDrawing } from "./kaplanMeier/drawing";
import { regressionDrawing } from "./regression/drawing";
import type { PanelResult, ResultOf } from "./result";
import type { DrawnFigure } from "./sheet/drawnFigure";
import type { Sheet } from "./sheet/sheet";

/** How one kind of panel is drawn and said in words; its file is one line of the registry. */
export interface PanelDrawing<P extends Panel = Panel, R extends PanelResult = PanelResult> {
  figure(result: R, options: P["figure"], sheet: Sheet): DrawnFigure;
  thumbnail(result: R, size: { width: number; height: number }, theme: Theme): SvgElement;
  /** The line under the title. */
  subtitle(result: R): string;
  /** The figure in words, for those who do not see it. */
  sentence(result: R): string;
}

const drawings: { [Kind in PanelKindId]: PanelDrawing<PanelOf<Kind>, ResultOf<Kind>> } = {
  kaplanMeier: kaplanMeierDrawing,
  cumulativeIncidence: cumulativeIncidenceDrawing,
  regression: regressionDrawing,
};

/** How every kind of panel is drawn. */
export const panelDrawings: Readonly<Record<PanelKindId, PanelDrawing>> = drawings;
