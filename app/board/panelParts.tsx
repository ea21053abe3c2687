import type { ReactNode } from "react";
import type { Panel } from "../../lib/board/board";
import type { PanelKindId, PanelOf } from "../../lib/board/panelForms/registry";
import type { PanelResult, ResultOf } from "../../lib/panels/result";
import { cumulativeIncidenceParts } from "./cumulativeIncidence/parts";
import { kaplanMeierParts } from "./kaplanMeier/parts";
import { regressionParts } from "./regression/parts";

interface Shown<P extends Panel, R extends PanelResult> {
  result: R;
  panel: P;
}

/** How one kind of panel looks on the board; its file is one line of the registry. */
export interface PanelParts<P extends Panel = Panel, R extends PanelResult = PanelResult> {
  /** The figure at the size of its place, with what can be read in it. */
  Figure(props: Shown<P, R>): ReactNode;
  /** The numbers beside it. `panel` is as just chosen; the result may still answer the choice before. */
  Statistics(props: Shown<P, R>): ReactNode;
  /** What is computed, and how; it stays while the panel is blocked, when there is no result. */
  Settings(props: { panel: P; result: R | null }): ReactNode;
  /** The controls of the figure. */
  Options(props: Shown<P, R>): ReactNode;
}

const parts: { [Kind in PanelKindId]: PanelParts<PanelOf<Kind>, ResultOf<Kind>> } = {
  kaplanMeier: kaplanMeierParts,
  cumulativeIncidence: cumulativeIncidenceParts,
  regression: regressionParts,
};

export const panelParts: Readonly<Record<PanelKindId, PanelParts>> = parts;
