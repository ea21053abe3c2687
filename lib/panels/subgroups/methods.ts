import type { MethodUse } from "../methods/methods";
import { isRobust, settingMethods } from "../setting";
import type { SubgroupsResult } from "./result";
import { contrast } from "./words";

/** The methods of everything the panel shows. */
export function methods(result: SubgroupsResult): MethodUse[] {
  const { variables, setting, level, overall } = result;
  const uses: MethodUse[] = settingMethods(result);
  if (overall.ratio !== null)
    uses.push({
      id: "subgroupRatios",
      contrast: contrast(result),
      robust: isRobust(setting),
      level,
      parted: variables.length > 0,
    });
  const by = variables.find(({ interaction }) => interaction)?.interaction?.test;
  if (by) uses.push({ id: "interactionTests", by });
  if (variables.some(({ missing }) => missing > 0)) uses.push({ id: "missingSubgroups" });
  if (by) uses.push({ id: "multiplicity", but: [] });
  return uses;
}
