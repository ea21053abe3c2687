import { counted, formatCount, pInWords } from "../../format";
import type { KaplanMeierResult } from "./result";

/** What was done to the follow-up and how groups are compared, as sentences under the figure. */
export function settingInWords({ setting, endpoint, permutation }: KaplanMeierResult): string[] {
  const { landmark, censorAt, causeSpecific } = setting;
  const { unit } = endpoint;
  const parts: string[] = [];
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
