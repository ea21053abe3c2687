import { atOnce, type Steps } from "../../steps";
import type { Check, Facts, Finding } from "./check";
import { codingAgainstLabels } from "./codingAgainstLabels";
import { datesOutOfOrder } from "./datesOutOfOrder";
import { duplicateRows } from "./duplicateRows";
import { earlierEventAfterDeath } from "./earlierEventAfterDeath";
import { eventShare } from "./eventShare";
import { futureDates } from "./futureDates";
import { identifyingColumns } from "./identifyingColumns";
import { impossibleTimes } from "./impossibleTimes";
import { labelVariants } from "./labelVariants";
import { marksAgainstEvents } from "./marksAgainstEvents";
import { mixedGrids } from "./mixedGrids";
import { percentMix } from "./percentMix";
import { possibleEntry } from "./possibleEntry";
import { possibleWeight } from "./possibleWeight";
import { repeatedIds } from "./repeatedIds";
import { seenAfterDeath } from "./seenAfterDeath";
import { statusAgainstDeathDate } from "./statusAgainstDeathDate";
import { timesInDoubt } from "./timesInDoubt";
import { timesOfGroups } from "./timesOfGroups";
import { unitMix } from "./unitMix";

export type { Facts, Finding, Remedy } from "./check";

/** Everything that is looked at; one line for each. */
const checks: readonly Check[] = [
  repeatedIds,
  duplicateRows,
  impossibleTimes,
  mixedGrids,
  earlierEventAfterDeath,
  datesOutOfOrder,
  statusAgainstDeathDate,
  marksAgainstEvents,
  codingAgainstLabels,
  seenAfterDeath,
  futureDates,
  eventShare,
  unitMix,
  percentMix,
  timesOfGroups,
  timesInDoubt,
  possibleEntry,
  possibleWeight,
  labelVariants,
  identifyingColumns,
];

/** What may be wrong with the data, in the order of the registry. */
export const findings = (facts: Facts): Finding[] => atOnce(findingsInSteps(facts));

export function* findingsInSteps(facts: Facts): Steps<Finding[]> {
  const found: Finding[] = [];
  for (const check of checks) {
    const made = check(facts);
    found.push(...(Array.isArray(made) ? made : yield* made));
    yield;
  }
  return found;
}
