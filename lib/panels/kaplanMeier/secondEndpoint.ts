import { inSentence } from "../../format";
import { nth } from "../../numeric/nth";
import type { Curve, Quantile } from "../../survival";
import { unitFactor } from "../timeUnit";
import type { GroupResult, KaplanMeierResult, SecondEndpoint } from "./result";

/** What a result says of another endpoint of the same patients, to be drawn beside its own. */
export const secondOf = ({
  endpoint,
  setting,
  groups,
  test,
  patients,
  events,
  thinned,
}: KaplanMeierResult): SecondEndpoint => ({
  endpoint,
  setting,
  groups,
  test,
  patients,
  events,
  thinned,
});

/**
 * The curves of both endpoints as one result to draw: each group twice, its color the same and its dash that of the
 * endpoint. Times of the second are in the unit of the first. A test or ratio between the two would compare patients
 * with themselves, so there is none.
 */
export function bothEndpoints(result: KaplanMeierResult): KaplanMeierResult {
  const { second, endpoint } = result;
  if (second === null) return result;
  const factor = unitFactor(second.endpoint.unit, endpoint.unit);
  const names = [endpoint, second.endpoint].map(({ words }) => words.short);
  const groups = [
    ...result.groups.map((group) => named(group, nth(names, 0), 0)),
    ...second.groups.map((group) => named(inUnitOf(group, factor), nth(names, 1), 1)),
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

function inUnitOf(group: GroupResult, factor: number): GroupResult {
  if (factor === 1) return group;
  const scaled = (time: number | null) => (time === null ? null : time * factor);
  const { median } = group;
  const limits = { lower: scaled(median.lower), upper: scaled(median.upper) };
  const inUnit: Quantile =
    median.kind === "reached" ? { ...median, ...limits, time: median.time * factor } : { ...median, ...limits };
  const curve: Curve = { ...group.curve, time: group.curve.time.map((time) => time * factor) };
  return { ...group, curve, median: inUnit };
}
