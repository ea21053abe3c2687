import { cautionIds } from "../../board/figureOptions";
import { counted, formatCount, inSentence, listed, pInWords } from "../../format";
import type { Words } from "../curves/drawn";
import { filtersInTitle, leftOutInWords, settingInWords } from "../setting";
import type { CumulativeIncidenceResult } from "./result";

/** Everything that stands in and under the figure in words; `label` is what its values are of. */
export const wordsOf = (result: CumulativeIncidenceResult, label: string): Words => ({
  title: result.groupLabel === null ? label : `${label} by ${result.groupLabel}`,
  subtitle: subtitle(result),
  estimate: estimateInWords(result),
  sentences: [...settingInWords(result), ...testsInWords(result), ...leftOutInWords(result.leftOut, result.setting)],
  cautions: result.notices
    .filter(({ code }) => cautionIds.some((id) => id === code))
    .map(({ code, message }) => ({ id: code, text: message })),
  spoken: sentence(result),
  box: { patients: [{ text: `${counted(result.patients, "patient")}, ${counted(result.events, "event")}` }] },
});

const causeName = ({ causes }: CumulativeIncidenceResult, cause: number) =>
  causes.find((each) => each.cause === cause)?.label ?? "";

/** "Gray's test P = .013 · 75 patients, 30 events, 12 competing". */
export function subtitle(result: CumulativeIncidenceResult): string {
  const { patients, events, competing } = result;
  const counts = `${counted(patients, "patient")}, ${counted(events, "event")}, ${formatCount(competing)} competing`;
  const gray = result.comparisons.find(({ cause }) => cause === 1)?.gray;
  return `${gray?.kind === "tested" ? `Gray’s test ${pInWords(gray.p)} · ` : ""}${counts}${filtersInTitle(result)}`;
}

/** What is drawn, and what it competes with. */
function estimateInWords({ endpoint, causes }: CumulativeIncidenceResult): string {
  const others = causes.filter(({ cause }) => cause > 1).map(({ label }) => label);
  const among = others.length > 0 ? `, with ${listed(others.map(inSentence))} competing` : "; no other event competes";
  return `Aalen–Johansen estimate of the cumulative incidence of ${inSentence(endpoint.words.incident)}${among}.`;
}

/** The tests of every cause shown, as sentences of the caption. */
function testsInWords(result: CumulativeIncidenceResult): string[] {
  return result.comparisons.flatMap(({ cause, gray }) =>
    gray?.kind === "tested"
      ? [`Gray’s test${result.shown.length > 1 ? ` of ${causeName(result, cause)}` : ""}, ${pInWords(gray.p)}.`]
      : [],
  );
}

/** The figure in words, for those who do not see it. */
export function sentence(result: CumulativeIncidenceResult): string {
  const { endpoint, groupLabel, groups, patients, events, competing } = result;
  const split = groupLabel === null ? "" : ` by ${groupLabel}, ${counted(groups.length, "group")}`;
  const each = groups.map(({ label, curves }) => {
    const own = curves.causes.find(({ cause }) => cause === 1);
    return `${label}: ${counted(curves.n, "patient")}, ${counted(own?.events ?? 0, "event")}`;
  });
  return `Cumulative incidence of ${inSentence(endpoint.words.incident)}${split}: ${counted(patients, "patient")}, ${counted(events, "event")}, ${formatCount(competing)} competing. ${each.join("; ")}. ${testsInWords(result).join(" ")}`.trim();
}
