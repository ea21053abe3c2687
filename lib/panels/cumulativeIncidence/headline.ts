import { counted, inSentence, pInWords, withUnit } from "../../format";
import { nth } from "../../numeric/nth";
import { incidenceAt } from "../../survival";
import { about, clearBelow, type Headline, noProof } from "../headline";
import { notProportionalBelow } from "../notProportional";
import { readingInWords } from "./reading";
import type { CumulativeIncidenceResult } from "./result";
import { timeOf } from "./stats";

type Result = CumulativeIncidenceResult;

/**
 * How often the event came, said first. "More often" is said where Gray’s test, the interval of the subdistribution ratio
 * and the incidences agree on it.
 */
export function headline(result: Result): Headline {
  const { groups, groupLabel, endpoint, comparisons, reference } = result;
  const time = timeOf(result);
  const by = `By ${withUnit(time, endpoint.unit)}`;
  const incident = inSentence(endpoint.words.incident);
  const reading = (place: number) => readingInWords(result, nth(groups, place), time) ?? "not known";
  const [only, ...others] = groups;
  if (only && others.length === 0)
    return { claim: `${by}, ${incident} in ${reading(0)}.`, evidence: "Other events before it are no censoring." };
  const comparison = comparisons.find(({ cause }) => cause === 1);
  const gray = comparison?.gray;
  const p = comparison?.proportionalHazards ?? Number.NaN;
  // One P of the whole course may say little where incidences differ early and not late.
  const uneven = p < notProportionalBelow(groups.length - 1, comparisons.length);
  const each =
    groups.length === 2
      ? `${reading(1 - reference)} v ${reading(reference)}`
      : groups.map(({ label }, place) => `${label} ${reading(place)}`).join(", ");
  return {
    claim: `${about(groupLabel)}${claimOf(result, time, incident)}`,
    evidence: `${by} ${each}${gray?.kind === "tested" ? `; Gray’s test ${pInWords(gray.p)}` : ""}${uneven ? `; the cause-specific hazard ratio changes with time (${pInWords(p)})` : ""}.`,
  };
}

function claimOf(result: Result, time: number, incident: string): string {
  const { groups, reference, comparisons, confidence } = result;
  const comparison = comparisons.find(({ cause }) => cause === 1);
  const [other, against] = [groups[1 - reference], nth(groups, reference)];
  const two = groups.length === 2 && other !== undefined;
  const between = `between ${two ? `${other.label} and ${against.label}` : `the ${counted(groups.length, "group")}`}`;
  if (!comparison) return `${incident} ${between}.`;
  if (comparison.gray?.kind !== "tested") return `not compared ${between}: there is no test of ${incident}.`;
  const alpha = clearBelow(confidence.level);
  if (!(comparison.gray.p < alpha)) return `no clear difference in how often ${incident} came ${between}. ${noProof}`;
  const ratio = comparison.subdistribution?.[0]?.coefficient;
  if (two && ratio?.kind === "estimated" && (ratio.lower > 1 || ratio.upper < 1)) {
    const [a, b] = [other, against].map(({ curves }) => incidenceAt(curves, 1, time, confidence)?.incidence);
    const more = ratio.hazardRatio > 1;
    if (a !== undefined && b !== undefined && (more ? a > b : a < b))
      return `${incident} came ${more ? "more" : "less"} often in ${other.label} than in ${against.label}.`;
  }
  return `how often ${incident} came differs ${between}.`;
}
