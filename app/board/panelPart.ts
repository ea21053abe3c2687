import type { ReactNode } from "react";
import type { Panel, Variable } from "../../lib/board/board";
import type { PanelResult } from "../../lib/panels/result";
import type { Answer } from "../../lib/worker/clientState";
import type { PanelChange } from "../actions/panels";

interface Shown<P extends Panel, R extends PanelResult> {
  result: R;
  panel: P;
}

interface GroupChoice {
  group: Variable | null;
  /** What stands for no group: settings of the panel may make groups of their own. */
  none: string;
  /** What of these a group takes the place of. */
  instead: PanelChange;
}

/** How one kind of panel looks on the board; its file is one line of panelParts.tsx. */
export interface PanelParts<P extends Panel = Panel, R extends PanelResult = PanelResult> {
  /** What patients of the file come into. */
  what: "curve" | "table" | "figure";
  /** The figure at the size of its place, with what can be read in it. */
  Figure(props: Shown<P, R>): ReactNode;
  /** The numbers beside it. `panel` is as just chosen; the result may still answer the choice before. */
  Statistics(props: Shown<P, R>): ReactNode;
  /** What is computed, and how; it stays while the panel is blocked, when there is no result. */
  Settings(props: { panel: P; result: R | null }): ReactNode;
  /** The choice of a group beside the endpoint; null where the kind has none. */
  groups(panel: P): GroupChoice | null;
  /** What else is chosen beside the group, over the figure. */
  Choices(props: { panel: P; result: R | null; summary: Answer["summary"] }): ReactNode;
  /** A new panel with what the file and the board propose for it; missing where nothing is proposed. */
  begun?(panel: P, answer: Answer): P;
  /** The controls of the figure. */
  Options(props: Shown<P, R>): ReactNode;
}
