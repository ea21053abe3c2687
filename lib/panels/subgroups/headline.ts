import { ciInWords, counted, formatP, listedUpTo } from "../../format";
import { clearBelow, type Headline, noProof } from "../headline";
import type { SubgroupsResult } from "./result";
import { contrast, ratioText } from "./words";

const mostNamed = 3;

/** Whether the ratio differs by a column, as many tests as there are taken together (Bonferroni); never what one subgroup shows by itself. */
export function headline(result: SubgroupsResult): Headline | null {
  const { variables, overall, level } = result;
  const tested = variables.flatMap(({ label, interaction }) => (interaction ? [{ label, p: interaction.p }] : []));
  const least = Math.min(...tested.map(({ p }) => p));
  const all = `In all patients the hazard ratio, ${contrast(result)}, is ${ratioText(overall, ciInWords(level))}.`;
  if (tested.length === 0) return { claim: "No subgroups are compared yet.", evidence: all };
  const evidence = `${all} Least P of ${counted(tested.length, "interaction")}: ${formatP(least)}.`;
  const clear = tested.filter(({ p }) => p * tested.length < clearBelow(level)).map(({ label }) => label);
  return clear.length === 0
    ? { claim: `The ratio does not clearly differ between the subgroups. ${noProof}`, evidence }
    : { claim: `The ratio differs by ${listedUpTo(mostNamed, clear)}.`, evidence };
}
