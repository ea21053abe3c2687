import type { PanelOf } from "../../board/panelForms/registry";
import type { Grouped } from "../grouped";
import type { InFigureUnit } from "../inFigureUnit";
import { intervalsIn } from "../intervalsIn";
import { analyzeKaplanMeier, type Depth } from "./analyze";
import type { Multiples } from "./result";

/** The same analysis within each level of the split; null where the panel asks for none. */
export function multiplesOf(
  grouped: Grouped,
  panel: InFigureUnit<PanelOf<"kaplanMeier">>,
  depth: Depth,
): Multiples | null {
  const { split, group } = grouped;
  if (split === null) return null;
  const facets = split.levels.map(({ value, label }, level) => {
    const within = group.map((code, row) => (split.codes[row] === level ? code : -1));
    const intervals = intervalsIn(grouped.data, grouped.patients, within, grouped.data.time, []);
    return { level: value, label, result: analyzeKaplanMeier({ ...grouped, intervals, group: within }, panel, depth) };
  });
  return {
    label: split.label,
    facets: facets.filter(({ result }) => result.patients > 0),
    empty: facets.filter(({ result }) => result.patients === 0).map(({ label }) => label),
  };
}
