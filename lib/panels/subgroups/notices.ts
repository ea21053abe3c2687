import { counted, formatCount, listed } from "../../format";
import { type Problem, problem } from "../../result";
import type { SubgroupsResult } from "./result";

/** Why a column has no test of interaction. */
export const withoutInteraction = {
  oneLevel: "only one of its levels has patients",
  inestimable: "a level leaves the model nothing to estimate",
};

/** What must be said beside the ratios. */
export function noticesOf({ variables, overall, groupLabel }: SubgroupsResult): Problem[] {
  return [
    ...nothingChosen(variables),
    ...chance(variables),
    ...oneLevel(variables),
    ...sparse(variables, overall, groupLabel),
  ];
}

const nothingChosen = (variables: SubgroupsResult["variables"]): Problem[] =>
  variables.length > 0
    ? []
    : [
        problem(
          "subgroups-none",
          "No subgroups are chosen yet.",
          "Choose over the figure by which columns the patients are parted: few, and before looking at their results.",
        ),
      ];

/** One of so many tests is under .05 by chance in 1 − .95^m of cohorts. */
function chance(variables: SubgroupsResult["variables"]): Problem[] {
  const tests = variables.filter(({ interaction }) => interaction).length;
  if (tests < 2) return [];
  const share = Math.round(100 * (1 - 0.95 ** tests));
  return [
    problem(
      "subgroups-many",
      `${formatCount(linesOf(variables))} subgroups of ${counted(tests, "column")} were looked at.`,
      `Were the ratio the same in all, ${share > 99 ? "more than 99" : formatCount(share)} of 100 such cohorts would still have a P of interaction under .05. An interval that excludes 1 in one subgroup and not in another is no difference between them.`,
    ),
  ];
}

const linesOf = (variables: SubgroupsResult["variables"]) =>
  variables.reduce((sum, { lines }) => sum + lines.length, 0);

function oneLevel(variables: SubgroupsResult["variables"]): Problem[] {
  const single = variables.filter(({ lines }) => lines.length < 2).map(({ label }) => `“${label}”`);
  if (single.length === 0) return [];
  return [
    problem(
      "subgroups-one-level",
      `${listed(single)} ${single.length === 1 ? "has" : "have"} patients in one level at most.`,
      "Nothing can differ there; loosen a filter, or leave it out.",
    ),
  ];
}

/** So few events leave a ratio to chance, as for groups of curves. */
const fewEvents = 10;

function sparse(
  variables: SubgroupsResult["variables"],
  overall: SubgroupsResult["overall"],
  groupLabel: string,
): Problem[] {
  const events = ({ compared, reference }: SubgroupsResult["overall"]) => compared.events + reference.events;
  const few = variables.flatMap(({ lines }) => lines).filter((line) => events(line) < fewEvents).length;
  if (few === 0 || events(overall) < fewEvents) return [];
  return [
    problem(
      "subgroups-few-events",
      `${counted(few, "subgroup")} ${few === 1 ? "has" : "have"} fewer than ${fewEvents} events.`,
      `${few === 1 ? "Its ratio" : "Their ratios"} by ${groupLabel} ${few === 1 ? "is" : "are"} mostly chance; the interval says how much.`,
    ),
  ];
}
