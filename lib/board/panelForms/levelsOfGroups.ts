import type { FigureOptions } from "../figureOptions";
import type { Variable } from "../variable";
import { ownTexts, type Values } from "./panelForm";

interface Grouped {
  group: Variable | null;
  reference: string | null;
  figure: Pick<FigureOptions, "looks" | "hidden">;
}

/** Levels that no column gives: of all patients, on each side of a searched cut-point, before and after a change. */
const generated = ["", "low", "high", "before", "after"];

/**
 * The panel with levels of its own groups alone, and none where these identify patients: options that name a level stay
 * when another group is chosen.
 */
export function withOwnLevels<P extends Grouped>(panel: P, { identifies, levels }: Values): P {
  const { group, reference, figure } = panel;
  const own = new Set(group === null || identifies(group) ? generated : [...generated, ...levels(group)]);
  return {
    ...panel,
    reference: reference !== null && own.has(reference) ? reference : null,
    figure: {
      ...figure,
      looks: figure.looks.filter(({ level }) => own.has(level)),
      hidden: figure.hidden.filter((name) => own.has(typeof name === "string" ? name : name.level)),
    },
  };
}

/** What an address leaves out of such panels, in words. */
export const referenceGroups = "reference groups";
export const figureTexts = {
  title: ownTexts,
  subtitle: ownTexts,
  caption: ownTexts,
  originLabel: ownTexts,
  looks: ownTexts,
  hidden: ownTexts,
};
