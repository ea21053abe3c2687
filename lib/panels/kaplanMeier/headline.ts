import { capitalized, ciInWords, counted, formatMedianTime, pInWords, withUnit } from "../../format";
import { nth } from "../../numeric/nth";
import { about, clearBelow, type Headline, noProof } from "../headline";
import { pBesideInterval } from "../pBesideInterval";
import { ratioInWords } from "../ratioInWords";
import { reasonInWords } from "../reasonInWords";
import { oneDirection, unevenly } from "./oneDirection";
import type { GroupResult, KaplanMeierResult } from "./result";
import { quantileWords } from "./resultsText";
import { testInSentence } from "./testName";

/** Beyond so many groups only the shortest and the longest median are named. */
const mostNamed = 4;

/** What the curves show, said first; the group compared stands before the reference, as ratios and differences face. */
export function headline(result: KaplanMeierResult): Headline {
  const sizes = `${counted(result.patients, "patient")}, ${counted(result.events, "event")}.`;
  if (result.cut) return atSearchedCut(result);
  if (result.events === 0) return { claim: "Nobody had the event.", evidence: sizes };
  if (result.groups.length < 2) return { claim: medianOfAll(result), evidence: sizes };
  return { claim: `${about(result.groupLabel)}${claim(result)}`, evidence: evidence(result) };
}

function medianOfAll({ groups, endpoint, confidence, setting }: KaplanMeierResult): string {
  const { value, interval } = quantileWords(nth(groups, 0).median, endpoint.unit, ciInWords(confidence.level));
  return `Median ${endpoint.words.duration}${setting.causeSpecific ? " (cause-specific)" : ""}: ${value} (${interval}).`;
}

/** The best of many cuts: its medians and ratio say too much, whatever P is. */
const atSearchedCut = ({ cut, test }: KaplanMeierResult): Headline => ({
  claim: `This cut of ${cut?.label ?? "a number"} was searched for the largest difference.`,
  evidence: `Medians and hazard ratio at it say too much; other patients must confirm it.${
    test?.kind === "tested" ? ` Corrected for the search, ${pInWords(test.p)}.` : ""
  }`,
});

function claim(result: KaplanMeierResult): string {
  const { test, endpoint, confidence, preview, permutation } = result;
  const what = `${endpoint.words.duration}${result.setting.causeSpecific ? " (cause-specific)" : ""}`;
  if (test?.kind !== "tested") return `not compared: ${test ? reasonInWords[test.reason] : "there is no test"}.`;
  const p = Math.max(test.p, permutation?.kind === "tested" ? permutation.p : 0);
  const between = `between ${whom(result)}`;
  if (!(p < clearBelow(confidence.level))) return `no clear difference in ${what} ${between}. ${noProof}`;
  // While something is dragged, the models are still to come.
  if (preview) return `${what} differs ${between}.`;
  if (result.warnings.some(({ id }) => id === "curves-cross"))
    return `${what} differs ${between}, but not the same way throughout: the curves cross.`;
  return oneDirection(result) ?? `${what} differs ${between}.`;
}

/** "A and B", the reference last; "the 3 groups". */
const whom = ({ groups, reference }: KaplanMeierResult): string =>
  groups.length > 2
    ? `the ${counted(groups.length, "group")}`
    : `${nth(groups, 1 - reference).label} and ${nth(groups, reference).label}`;

function evidence(result: KaplanMeierResult): string {
  const { test, permutation, comparisons, setting, endpoint } = result;
  // Of groups that change with time nobody is in one from the beginning, and a median is nobody's.
  const parts = setting.changes === null ? [medians(result)] : [];
  const cox = comparisons?.cox;
  const [only, ...others] = cox?.ratios ?? [];
  if (only && others.length === 0) parts.push(`hazard ratio ${ratioInWords(only, ciInWords(result.confidence.level))}`);
  if (test?.kind === "tested") parts.push(`${testInSentence(result)} ${pText(result, test.p)}`);
  if (permutation?.kind === "tested") parts.push(`permutation ${pInWords(permutation.p)}`);
  if (comparisons?.trend?.kind === "tested") parts.push(`trend ${pInWords(comparisons.trend.p)}`);
  if (unevenly(result)) parts.push(`the hazard ratio changes with time (${pInWords(cox?.proportionalHazards ?? 0)})`);
  const from = setting.landmark ? ` Counted from ${withUnit(setting.landmark.at, endpoint.unit)} on.` : "";
  return `${capitalized(parts.join("; "))}.${from}`;
}

/** Beside a single ratio, whether its interval says otherwise. */
function pText({ comparisons, confidence }: KaplanMeierResult, p: number): string {
  const [only, ...others] = comparisons?.cox?.ratios ?? [];
  return only?.coefficient.kind === "estimated" && others.length === 0
    ? pBesideInterval({ ...only.coefficient, p }, confidence.level, 1)
    : pInWords(p);
}

/** "median 15.9 v 8.7 months", "median 19.9 (0), 7.6 (1–2), 0.9 (≥3) months", "median from 0.9 (E) to 19.9 (A) months". */
function medians({ groups, reference, endpoint }: KaplanMeierResult): string {
  const { unit } = endpoint;
  const someNot = groups.some(({ median }) => median.kind !== "reached");
  const time = ({ median }: GroupResult) =>
    median.kind === "reached" ? `${formatMedianTime(median, unit)}${someNot ? ` ${unit}` : ""}` : "not reached";
  const last = someNot ? "" : ` ${unit}`;
  const named = (group: GroupResult) => `${time(group)} (${group.label})`;
  if (groups.length === 2) return `median ${time(nth(groups, 1 - reference))} v ${time(nth(groups, reference))}${last}`;
  if (groups.length <= mostNamed) return `median ${groups.map(named).join(", ")}${last}`;
  const length = ({ median }: GroupResult) => (median.kind === "reached" ? median.time : Number.POSITIVE_INFINITY);
  const sorted = [...groups].sort((a, b) => length(a) - length(b));
  return `median from ${named(nth(sorted, 0))} to ${named(nth(sorted, sorted.length - 1))}${last}`;
}
