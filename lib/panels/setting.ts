import { counted, formatCount } from "../format";

/** What a panel does to the follow-up and how it compares, to be said beside every number. Times in the endpoint's unit. */
export interface Setting {
  /** The clock begins there; `leftOut` are the selected patients whose follow-up ended by then. */
  landmark: { at: number; leftOut: number } | null;
  /** Follow-up past this time is not used. */
  censorAt: number | null;
  /** What test and model are stratified by, in words. */
  strata: string | null;
  /** What the group changes by, in words, where it changes with time. */
  changes: string | null;
  /** Other events compete and count as censored: the curves are no probabilities. */
  causeSpecific: boolean;
}

interface Set {
  setting: Setting;
  endpoint: { unit: string };
}

/** What was done to the follow-up, as sentences under the figure. */
export function settingInWords({ setting, endpoint: { unit } }: Set): string[] {
  const { landmark, censorAt, causeSpecific, changes } = setting;
  const parts: string[] = [];
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
  return parts;
}

/** Who is in no curve, by reason; whom the landmark leaves out is said with it. */
export function leftOutInWords(leftOut: readonly { reason: string; count: number }[], { landmark }: Setting): string[] {
  const others = landmark === null ? leftOut : leftOut.filter(({ reason }) => !/\bby the landmark\b/.test(reason));
  if (others.length === 0) return [];
  return [`Left out: ${others.map(({ reason, count }) => `${formatCount(count)} ${reason}`).join(", ")}.`];
}
