type Panel = { figure?: Record<string, unknown> } | null;

/**
 * Captions named the warnings that were chosen; version 3 names all but those left out, so that none is lost by an
 * oversight.
 */
export function from2to3(board: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(board.panels)) return board;
  return { ...board, panels: board.panels.map(withoutChosen) };
}

function withoutChosen(panel: Panel): Panel {
  if (!panel?.figure) return panel;
  const { cautions: _, ...figure } = panel.figure;
  return { ...panel, figure };
}
