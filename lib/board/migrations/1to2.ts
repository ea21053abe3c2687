type Panel = { kind?: string; figure?: Figure } | null;
type Figure = { looks?: unknown; hidden?: unknown };

/**
 * The curve of one cause was named by the JSON text of its level and cause, `["A",2]`; version 2 has fields for that.
 */
export function from1to2(board: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(board.panels)) return board;
  const panels = (board.panels as Panel[]).map((panel) =>
    panel?.kind === "cumulativeIncidence" && panel.figure ? { ...panel, figure: renamed(panel.figure) } : panel,
  );
  return { ...board, panels };
}

function renamed(figure: Figure): Figure {
  const { looks, hidden } = figure;
  return {
    ...figure,
    ...(Array.isArray(looks) && { looks: looks.map((look) => ({ ...look, ...nameIn(look?.level) })) }),
    ...(Array.isArray(hidden) && { hidden: hidden.map((each) => nameIn(each) ?? each) }),
  };
}

function nameIn(text: unknown): { level: string; cause: number } | null {
  const [, level, cause] = /^\[("(?:[^"\\]|\\.)*"),(\d+)\]$/.exec(String(text)) ?? [];
  if (level === undefined) return null;
  try {
    return { level: JSON.parse(level), cause: Number(cause) };
  } catch {
    return null;
  }
}
