import { inSentence } from "../../format";
import { nth } from "../../numeric/nth";
import type { GroupResult, KaplanMeierResult } from "./result";

/**
 * The curves of both endpoints as one result to draw: each group twice, its color the same and its dash that of the
 * endpoint. A test or ratio between the two would compare patients
 * with themselves, so there is none.
 */
export function bothEndpoints(result: KaplanMeierResult): KaplanMeierResult {
  const { second, endpoint } = result;
  if (second === null) return result;
  const names = [endpoint, second.endpoint].map(({ words }) => words.short);
  const groups = [
    ...result.groups.map((group) => named(group, nth(names, 0), 0)),
    ...second.groups.map((group) => named(group, nth(names, 1), 1)),
  ];
  return {
    ...result,
    endpoint: { ...endpoint, label: `${endpoint.label}, ${inSentence(second.endpoint.label)}` },
    groups,
  };
}

const named = (group: GroupResult, endpoint: string, place: 0 | 1): GroupResult => ({
  ...group,
  label: group.level === "" ? endpoint : `${endpoint}, ${group.label}`,
  endpointPlace: place,
});
