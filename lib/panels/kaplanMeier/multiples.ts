import type { PanelOf } from "../../board/panelForms/registry";
import type { Grouped } from "../grouped";
import type { InFigureUnit } from "../inFigureUnit";
import { intervalsIn } from "../intervalsIn";
import { analyzeKaplanMeier, type Depth } from "./analyze";
import type { Multiples } from "./result";

/** The same analysis within each level of the split, of both endpoints; null where the panel asks for none. */
export function multiplesOf(
  grouped: Grouped,
  second: Grouped | null,
  panel: InFigureUnit<PanelOf<"kaplanMeier">>,
  depth: Depth,
): Multiples | null {
  const { split } = grouped;
  if (split === null) return null;
  const facets = split.levels.map(({ value, label }, level) => {
    const within = (asked: Grouped) => {
      const group = asked.group.map((code, row) => (split.codes[row] === level ? code : -1));
      const intervals = intervalsIn(asked.data, asked.patients, group, asked.data.time, []);
      return analyzeKaplanMeier({ ...asked, intervals, group }, panel, depth);
    };
    const other = second && within(second);
    return { level: value, label, result: { ...within(grouped), second: other && other.patients > 0 ? other : null } };
  });
  return {
    label: split.label,
    facets: facets.filter(({ result }) => result.patients > 0),
    empty: facets.filter(({ result }) => result.patients === 0).map(({ label }) => label),
  };
}
