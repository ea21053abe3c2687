import type { Panel } from "../board/board";
import type { SvgElement } from "../figure/svg";
import type { Theme } from "../figure/theme";
import type { PanelResult } from "./result";
import type { DrawnFigure } from "./sheet/drawnFigure";
import type { Sheet } from "./sheet/sheet";

/** How one kind of panel is drawn, with the words on the drawing. */
export interface PanelDrawing<P extends Panel = Panel, R extends PanelResult = PanelResult> {
  figure(result: R, options: P["figure"], sheet: Sheet): DrawnFigure;
  /**
   * What stands beside the figure on the screen, as a figure of its own, for slides that have the figure as a table; null
   * where nothing does.
   */
  beside?(result: R, options: P["figure"], sheet: Sheet): DrawnFigure | null;
  thumbnail(result: R, size: { width: number; height: number }, theme: Theme): SvgElement;
  /** The line under the title. */
  subtitle(result: R): string;
  /** The figure in words, for those who do not see it. */
  sentence(result: R): string;
}
