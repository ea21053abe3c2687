import type { FigureOptions } from "../../board/figureOptions";
import type { KaplanMeierResult } from "../kaplanMeier/result";

/** The result with the groups that are drawn; every number of the others stays as it is. Hiding all of them hides none. */
export function visible(result: KaplanMeierResult, { hidden }: Pick<FigureOptions, "hidden">): KaplanMeierResult {
  const groups = result.groups.filter(({ level }) => !hidden.includes(level));
  return groups.length === 0 || groups.length === result.groups.length ? result : { ...result, groups };
}

/** The groups that are not drawn. */
export function hiddenGroups(result: KaplanMeierResult, options: Pick<FigureOptions, "hidden">) {
  const drawn = new Set(visible(result, options).groups);
  return result.groups.filter((group) => !drawn.has(group));
}
