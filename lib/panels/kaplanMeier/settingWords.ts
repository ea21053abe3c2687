import { counted, formatCount, pInWords } from "../../format";
import type { KaplanMeierResult } from "./result";

/** What was done to the follow-up and how groups are compared, as sentences under the figure. */
export function settingInWords({ setting, endpoint, permutation, cut }: KaplanMeierResult): string[] {
  const { landmark, censorAt, causeSpecific, changes } = setting;
  const { unit } = endpoint;
  const parts: string[] = [];
  if (cut)
    parts.push(
      `Exploratory: the cut-point ${Number(cut.cut.toPrecision(6))} of ${cut.label} is the one of ${formatCount(cut.tried)} tried among these patients that separates them most; P is corrected for the search (${cut.p.gaussian === null ? "Lausen, Sauerbrei and Schumacher 1994" : "Hothorn and Lausen 2003, Gaussian"}).`,
    );
  if (changes !== null)
    parts.push(
      `The group changes with time (${changes}): Simon–Makuch curves, a patient being counted in one group until the change and in the other from there on; who changes leaves the first curve like one censored. Hazard ratios come from a Cox model of the group as it changes.`,
    );
  if (causeSpecific) parts.push("Cause-specific: competing events count as censored.");
  if (landmark)
    parts.push(
      `Landmark at ${landmark.at} ${unit}: ${counted(landmark.leftOut, "patient")} whose follow-up had ended by then, with the event or without, ${landmark.leftOut === 1 ? "is" : "are"} left out, and time counts from there.`,
    );
  if (censorAt !== null)
    parts.push(`Follow-up is censored at ${censorAt} ${unit}${landmark ? " of the original clock" : ""}.`);
  if (permutation?.kind === "tested")
    parts.push(
      `${pInWords(permutation.p)} by ${formatCount(permutation.count)} permutations (seed ${permutation.seed}).`,
    );
  return parts;
}

/** " stratified by sex", or nothing. */
export const strataInWords = ({ setting }: KaplanMeierResult): string =>
  setting.strata === null ? "" : ` stratified by ${setting.strata}`;
