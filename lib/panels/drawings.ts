import type { Panel } from "../board/board";
import type { PanelKindId, PanelOf } from "../board/panelForms/registry";
import type { SvgElement } from "../figure/svg";
import type { Theme } from "../figure/theme";
import type { Problem } from "../result";
import { cumulativeIncidenceDrawing } from "./cumulativeIncidence/drawing";
import { kaplanMeierDrawing } from "./kaplanMeier/drawing";
import { regressionDrawing } from "./regression/drawing";
import type { PanelResult, ResultOf } from "./result";
import type { Sheet } from "./sheet/sheet";

/** A figure laid out: one tree for screen and files. */
export interface DrawnFigure {
  width: number;
  /** At least that of the sheet. */
  height: number;
  tree: SvgElement;
  /** Times that have a number on the axis, in the endpoint's unit, and where they stand; missing where there is no time axis. */
  ticks?: { time: number; x: number }[];
  /** The level of each group drawn, by its `data-group`; missing where there are none. */
  levels?: string[];
  /** Color of each group of the result, hidden ones too, or of each of its causes in turn. */
  colors?: string[];
  /** What could not be drawn as asked. */
  problems: Problem[];
}

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

/** The places of a level's groups in a figure: none where it is hidden, several where each cause has a curve of its own. */
export const placesOfLevel = ({ levels }: DrawnFigure, level: string): number[] =>
  (levels ?? []).flatMap((each, place) =>
    each === level || each.startsWith(`[${JSON.stringify(level)},`) ? [place] : [],
  );
