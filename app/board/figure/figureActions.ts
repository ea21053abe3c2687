import type { FigureOptions } from "../../../lib/board/figureOptions";
import type { KaplanMeierResult } from "../../../lib/panels/kaplanMeier/result";
import { setFigure } from "../../actions/panels";
import { setView, useStore } from "../../store";

/** Draws a group again, or leaves it out of the drawing; the last one drawn stays. */
export function toggleHidden(
  id: string,
  { groups }: KaplanMeierResult,
  { hidden }: FigureOptions,
  level: string,
): void {
  const next = hidden.includes(level) ? hidden.filter((each) => each !== level) : [...hidden, level];
  if (groups.some((group) => !next.includes(group.level))) setFigure(id, { hidden: next });
}

/** Keeps the curves as they are, pale behind those of later filters. */
export function freeze(panel: string, result: KaplanMeierResult): void {
  const { dataset } = useStore.getState();
  setView({ frozen: { panel, result, dataset } });
}

export const thaw = () => setView({ frozen: null });

/** The curves frozen for a panel, while it shows the same endpoint of the same file. */
export function useFrozen(panel: string, now: KaplanMeierResult): KaplanMeierResult | null {
  const frozen = useStore((state) => state.view.frozen);
  const dataset = useStore((state) => state.dataset);
  if (frozen?.panel !== panel || frozen.dataset !== dataset) return null;
  const same = frozen.result.endpoint.id === now.endpoint.id && frozen.result.endpoint.unit === now.endpoint.unit;
  return same ? frozen.result : null;
}
