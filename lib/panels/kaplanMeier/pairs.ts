import { nth } from "../../numeric/nth";
import { type LogRankResult, pairwiseTests } from "../../survival";
import type { Compared } from "./comparedGroups";

export interface Pairs {
  /** How P is adjusted for the number of pairs. */
  adjust: Compared["adjust"];
  tests: { levels: [string, string]; labels: [string, string]; result: LogRankResult; adjustedP: number }[];
}

/** Every two groups present by the test of the panel, each pair on its own patients, in the strata of the panel. */
export function pairsOf({ subjects, order, levels, present, test, adjust }: Compared): Pairs {
  const place = new Map(present.map((code, index) => [code, index]));
  const group = subjects.group.map((code) => place.get(code) ?? -1);
  const tests = pairwiseTests({ ...subjects, group, groupCount: present.length }, { order, test });
  const of = (index: number) => nth(levels, nth(present, index));
  return {
    adjust,
    tests: tests.map((pair) => {
      const [a, b] = [of(pair.groups[0]), of(pair.groups[1])];
      return {
        levels: [a.value, b.value],
        labels: [a.label, b.label],
        result: pair.result,
        adjustedP: pair[adjust],
      };
    }),
  };
}
