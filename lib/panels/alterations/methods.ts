import { classNames } from "../../cohort/genes";
import type { MethodUse } from "../methods/methods";
import { correctedCells, settingMethods } from "../setting";
import type { AlterationsResult } from "./result";

/** The methods of everything a panel of alterations shows. */
export function methods(result: AlterationsResult): MethodUse[] {
  const { endpoint, setting, sources, counted, level, genes, groupLabel, pairs, survival } = result;
  const { weights, scores, filters, corrected } = setting;
  const uses: MethodUse[] =
    endpoint !== null && survival !== null
      ? settingMethods({ setting, endpoint })
      : [
          ...correctedCells(corrected),
          ...(weights === "count" ? [{ id: "countWeights" } as const] : []),
          ...scores.map((score) => ({ id: "score", ...score }) as const),
          ...(filters.length > 0 ? [{ id: "filters", filters } as const] : []),
        ];
  if (genes.length === 0) return uses;
  uses.push({ id: "geneSources", sources, counted: counted.map((each) => classNames[each]) });
  const robust = weights === "sampling";
  uses.push({ id: "geneShares", level, sampled: robust });
  if (groupLabel !== null && genes.some(({ p }) => !Number.isNaN(p)))
    uses.push({ id: "genesByGroup", label: groupLabel, drawn: genes.some(({ drawn }) => drawn !== null) });
  if (pairs.some(({ p }) => !Number.isNaN(p)))
    uses.push({ id: "genePairs", paired: new Set(pairs.flatMap(({ a, b }) => [a, b])).size });
  if (survival !== null && endpoint !== null && survival.lines.length > 0)
    uses.push({
      id: "geneSurvival",
      endpoint: endpoint.label,
      level,
      leastAltered: survival.leastAltered,
      leastEvents: survival.leastEvents,
      robust,
    });
  return uses;
}
