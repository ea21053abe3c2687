import type { Panel } from "./panelForms/registry";

type Figure = Partial<Pick<Panel & { kind: "cumulativeIncidence" }, "figure">["figure"]>;

/**
 * Board files once named the curve of one cause by the JSON text of its level and cause, `["A",2]`; they have fields for that now. What is no
 * board stays as it is, and is refused by the schema.
 */
export function withCurveNames(json: unknown): unknown {
  const board = json as { panels?: { kind?: string; figure?: Figure }[] } | null;
  if (!Array.isArray(board?.panels)) return json;
  const panels = board.panels.map((panel) =>
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
