import { pInWords } from "../../../format";
import { unevenly } from "../oneDirection";
import type { Trigger } from "./warning";

export const hazardsNotProportional: Trigger = ({ result }) => {
  const p = result.comparisons?.cox?.proportionalHazards;
  if (p === undefined || !unevenly(result)) return null;
  return {
    id: "hazards-not-proportional",
    message: `The hazard ratio changes with time: the proportional-hazards test gives ${pInWords(p)}.`,
    hint: "The restricted means are shown beside the hazard ratio; choosing after looking is exploratory.",
    caption: `The hazards are not proportional (${pInWords(p)}); restricted means are to be read beside the hazard ratio.`,
  };
};
