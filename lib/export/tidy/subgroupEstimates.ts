import { standardErrorOf } from "../../panels/coefficientInWords";
import type { SubgroupsResult } from "../../panels/subgroups/result";
import { namedLines } from "../../panels/subgroups/words";
import { type Estimate, estimate } from "./estimate";

/** Patients, events and hazard ratio of every line, and the tests of interaction. */
export function subgroupEstimates(result: SubgroupsResult): Estimate[] {
  const { endpoint, level, compared, reference, variables } = result;
  const of = { endpoint: endpoint.label, unit: endpoint.unit, level };
  const method = "Cox regression, Efron ties";
  const lines = namedLines(result).flatMap(({ name, line }) => {
    const within = { ...of, subgroup: name };
    const sizes = [
      { group: compared.label, of: line.compared },
      { group: reference.label, of: line.reference },
    ].flatMap(({ group, of: { patients, events } }) => [
      estimate(within, { estimand: "patients", group, estimate: patients, method: "counted" }),
      estimate(within, { estimand: "events", group, estimate: events, method: "counted" }),
    ]);
    const { ratio } = line;
    if (ratio?.kind !== "estimated") return sizes;
    const pair = { group: compared.label, reference: reference.label, method };
    const { hazardRatio, lower, upper, coefficient } = ratio;
    return [
      ...sizes,
      estimate(within, { ...pair, estimand: "hazard ratio", estimate: hazardRatio, lower, upper }),
      estimate(within, { ...pair, estimand: "log hazard ratio", estimate: coefficient }),
      estimate(within, {
        ...pair,
        estimand: "standard error of the log hazard ratio",
        estimate: standardErrorOf(ratio),
      }),
    ];
  });
  const tests = variables.flatMap(({ label, interaction }) =>
    interaction
      ? [
          estimate(of, {
            estimand: "interaction",
            group: label,
            p: interaction.p,
            df: interaction.df,
            method: interaction.test,
          }),
        ]
      : [],
  );
  return [...lines, ...tests].filter((each) => [each.estimate, each.p].some((value) => !Number.isNaN(value)));
}
