import type { Board, Panel, Variable } from "../../lib/board/board";
import type { PanelKindId, PanelOf } from "../../lib/board/panelForms/registry";
import { changeBoard, setView, useStore } from "../store";

/** An id no panel has yet. */
function freshId(taken: string[], stem: string): string {
  for (let n = 1; ; n++) if (!taken.includes(`${stem}${n}`)) return `${stem}${n}`;
}

/** Some fields of one kind of panel; what is changed is a panel of that kind. */
export type PanelChange = { [Kind in PanelKindId]: Partial<PanelOf<Kind>> }[PanelKindId];
type FigureChange = { [Kind in PanelKindId]: Partial<PanelOf<Kind>["figure"]> }[PanelKindId];

export const setPanel = (id: string, change: PanelChange) =>
  changeBoard((board) => ({
    ...board,
    panels: board.panels.map((panel) => (panel.id === id ? ({ ...panel, ...change } as Panel) : panel)),
  }));

export const setFigure = (id: string, change: FigureChange) =>
  changeBoard((board) => ({
    ...board,
    panels: board.panels.map((panel) =>
      panel.id === id ? ({ ...panel, figure: { ...panel.figure, ...change } } as Panel) : panel,
    ),
  }));

/** The groups that the board compares first. */
export const firstGroup = ({ panels }: Board): Variable | null =>
  panels.flatMap((panel) => ("group" in panel && panel.group ? [panel.group] : []))[0] ?? null;

/** A new panel after the one it is made from: a copy of it, or the next endpoint that has no panel yet. */
export function addPanel(like: Panel): void {
  const { board } = useStore.getState();
  const id = freshId(
    board.panels.map((panel) => panel.id),
    "panel",
  );
  const place = board.panels.findIndex((panel) => panel.id === like.id) + 1 || board.panels.length;
  changeBoard((before) => ({
    ...before,
    panels: [...before.panels.slice(0, place), { ...like, id }, ...before.panels.slice(place)],
  }));
  setView({ focus: id });
}

export function removePanel(id: string): void {
  const { board, view } = useStore.getState();
  const place = board.panels.findIndex((panel) => panel.id === id);
  const rest = board.panels.filter((panel) => panel.id !== id);
  changeBoard((before) => ({ ...before, panels: rest }));
  if (view.focus === id) setView({ focus: rest[Math.min(place, rest.length - 1)]?.id ?? null });
}

/** Puts a panel at another place in the row. */
export const movePanel = (id: string, to: number) =>
  changeBoard((board: Board) => {
    const moved = board.panels.find((panel) => panel.id === id);
    const others = board.panels.filter((panel) => panel.id !== id);
    if (!moved || to < 0 || to > others.length) return board;
    return { ...board, panels: [...others.slice(0, to), moved, ...others.slice(to)] };
  });
