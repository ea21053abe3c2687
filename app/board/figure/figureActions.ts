import type { FigureOptions } from "../../../lib/board/figureOptions";
import type { CurveName, Drawn } from "../../../lib/panels/curves/drawn";
import { isHidden, withHidden } from "../../../lib/panels/curves/visible";
import type { PanelResult } from "../../../lib/panels/result";
import { setFigure } from "../../actions/panels";
import { setView, useStore } from "../../store";

/** Draws a curve again, or leaves it out of the drawing; the last one drawn stays. */
export function toggleHidden(id: string, { curves }: Drawn, options: FigureOptions, name: CurveName): void {
  const next = withHidden(options, name, !isHidden(options, name));
  if (curves.some(({ key }) => !isHidden(next, key))) setFigure(id, next);
}

/** Keeps the curves as they are, pale behind those of later filters. */
export function freeze(panel: string, result: PanelResult): void {
  const { dataset } = useStore.getState();
  setView({ frozen: { panel, result, dataset } });
}

export const thaw = () => setView({ frozen: null });

/** The curves frozen for a panel, while it shows the same endpoint of the same file. */
export function useFrozen<Result extends PanelResult>(panel: string, now: Result): Result | null {
  const frozen = useStore((state) => state.view.frozen);
  const dataset = useStore((state) => state.dataset);
  if (frozen?.panel !== panel || frozen.dataset !== dataset) return null;
  const { kind, endpoint } = frozen.result;
  const same = kind === now.kind && endpoint?.id === now.endpoint?.id && endpoint?.unit === now.endpoint?.unit;
  return same ? (frozen.result as Result) : null;
}
