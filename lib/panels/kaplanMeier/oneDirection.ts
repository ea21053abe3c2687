import { nth } from "../../numeric/nth";
import { clearBelow } from "../headline";
import { notProportionalBelow } from "../notProportional";
import type { KaplanMeierResult } from "./result";

/**
 * "A lived longer than B.", of a difference that the test found clear; null where hazard ratios, their intervals and
 * restricted means do not agree on which group fared better.
 */
export function oneDirection(result: KaplanMeierResult): string | null {
  return result.groups.length === 2 ? ofTwo(result) : inOrder(result);
}

function ofTwo(result: KaplanMeierResult): string | null {
  const { groups, reference, comparisons, restrictedMeans, endpoint, setting } = result;
  const [ratio] = comparisons?.cox?.ratios ?? [];
  if (ratio?.coefficient.kind !== "estimated") return null;
  const { hazardRatio, lower, upper } = ratio.coefficient;
  if (!(upper < 1 || lower > 1)) return null;
  const better = hazardRatio < 1;
  const other = nth(groups, 1 - reference).label;
  const against = nth(groups, reference).label;
  // A rate is all that is compared where other events take patients away, or where patients change groups.
  if (setting.causeSpecific || setting.changes !== null)
    return `the rate of ${endpoint.words.event} was ${better ? "lower" : "higher"} in ${other} than in ${against}.`;
  // Where one ratio does not hold throughout, the time gained must speak by itself.
  const gained = restrictedMeans?.contrasts[1 - reference]?.difference;
  const side = unevenly(result) ? (better ? gained?.lower : gained?.upper) : gained?.estimate;
  if (side === undefined ? unevenly(result) : better ? !(side > 0) : !(side < 0)) return null;
  const { without } = endpoint.words;
  const verb = without === "alive" ? ["lived", "live"] : [`stayed ${without}`, `stay ${without}`];
  return better ? `${other} ${verb[0]} longer than ${against}.` : `${other} did not ${verb[1]} as long as ${against}.`;
}

/** Whether the test of proportional hazards speaks against one ratio for all times. */
export const unevenly = ({ comparisons, groups }: Pick<KaplanMeierResult, "comparisons" | "groups">): boolean =>
  (comparisons?.cox?.proportionalHazards ?? Number.NaN) < notProportionalBelow(groups.length - 1);

/** Of ordered groups: whether every ratio along the order goes the same way, with a trend that the test finds. */
function inOrder(result: KaplanMeierResult): string | null {
  const { groups, reference, ordered, comparisons, confidence, endpoint, setting } = result;
  const trend = comparisons?.trend;
  if (!ordered || trend?.kind !== "tested" || !(trend.p < clearBelow(confidence.level))) return null;
  if (setting.causeSpecific || setting.changes !== null || unevenly(result)) return null;
  const others = comparisons?.cox?.ratios ?? [];
  const hazards = groups.map(({ level }, place) => {
    if (place === reference) return 1;
    const found = others.find((ratio) => ratio.level === level)?.coefficient;
    return found?.kind === "estimated" ? found.hazardRatio : Number.NaN;
  });
  const along = (sign: 1 | -1) =>
    hazards.every((hazard, place) => place === 0 || sign * (hazard - nth(hazards, place - 1)) > 0);
  const way = along(1) ? "shorter" : along(-1) ? "longer" : null;
  const [first, last] = [nth(groups, 0).label, nth(groups, groups.length - 1).label];
  return way && `${endpoint.words.duration} gets ${way} from ${first} to ${last}.`;
}
