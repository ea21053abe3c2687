import { decimals, formatPercent } from "../../../format";
import { survivalDifference } from "../../../survival";
import { type GivenAlive, givenAlive } from "../../kaplanMeier/givenAlive";
import type { KaplanMeierResult } from "../../kaplanMeier/result";
import { type Reading, readAt } from "./readAt";

/** What is read at one time, in words: a line per group, and the difference where there are two. */
export interface ReadingInWords {
  /** "12 months". */
  time: string;
  /** "alive at 6 months", where a time to compare with is pinned. */
  given: string | null;
  groups: { level: string; label: string; survival: string; atRisk: string; given: string | null }[];
  /** "Difference, A less B: −29 points (−52 to −6)", where there are two groups followed so long. */
  difference: string | null;
}

interface At {
  /** In the unit of the endpoint. */
  time: number;
  /** Those without the event at this earlier time are asked about. */
  given: number | null;
  /** Unit shown, and how many of it make one unit of the endpoint. */
  unit: string;
  factor: number;
}

export function readingInWords(result: KaplanMeierResult, { time, given, unit, factor }: At): ReadingInWords {
  const asked = given !== null && given < time && result.incidence === null ? given : null;
  const groups = readAt(result, time).map((reading, index) => {
    const { level, label, curve } = result.groups[index];
    const conditional = asked === null ? null : givenAlive(curve, asked, time, result.confidence);
    return {
      level,
      label,
      survival: valueInWords(reading, result.groups[index].curve.survival, result.incidence !== null),
      atRisk: reading.kind === "estimated" ? `${reading.nRisk} at risk` : "0 at risk",
      given: asked === null ? null : conditionalInWords(conditional),
    };
  });
  return {
    time: `${timeText(time * factor)} ${unit}`,
    given: asked === null ? null : `alive at ${timeText(asked * factor)} ${unit}`,
    groups,
    difference: differenceInWords(result, time),
  };
}

/** The reading as lines of text, to be copied or read aloud. */
export function readingText({ time, given, groups, difference }: ReadingInWords): string {
  const lines = groups.map(
    ({ label, survival, atRisk, given: conditional }) =>
      `${label}: ${survival}, ${atRisk}${given && conditional ? `; given ${given}: ${conditional}` : ""}`,
  );
  return [`At ${time}`, ...lines, ...(difference ? [difference] : [])].join("\n");
}

/** Up to four digits, none of them noise: 12, 4.6, 0.0137. */
export const timeText = (time: number) => String(Number(time.toPrecision(4)));

/** The same of an incidence, where the curve is one minus it. */
export function valueInWords(reading: Reading, survival: Float64Array, isIncidence: boolean): string {
  if (!isIncidence) return survivalInWords(reading, survival);
  if (reading.kind === "beyond") return "nobody followed so long";
  const turned = (share: number | null) => (share === null ? null : 1 - share);
  return withLimits(1 - reading.survival, turned(reading.upper), turned(reading.lower));
}

/** "71% (53–94)", or that nobody was followed so long. */
export function survivalInWords(reading: Reading, survival: Float64Array): string {
  if (reading.kind === "beyond") return survival[survival.length - 1] === 0 ? "0%" : "nobody followed so long";
  return withLimits(reading.survival, reading.lower, reading.upper);
}

const conditionalInWords = (given: GivenAlive | null) =>
  given === null ? "nobody left" : withLimits(given.survival, given.lower, given.upper);

/** "71% (53–94)". */
function withLimits(survival: number, lower: number | null, upper: number | null): string {
  if (lower === null || upper === null || lower === upper) return formatPercent(survival);
  const bare = (share: number) => formatPercent(share).replace("%", "");
  return `${formatPercent(survival)} (${bare(lower)}–${bare(upper)})`;
}

function differenceInWords({ groups, confidence, incidence }: KaplanMeierResult, time: number): string | null {
  // Two endpoints of the same patients are no two groups.
  if (groups.length !== 2 || groups[0].endpointPlace !== groups[1].endpointPlace) return null;
  // Of two incidences the difference is that of the survivals, turned around.
  const [a, b] = groups;
  const [first, second] = incidence === null ? [a, b] : [b, a];
  const difference = survivalDifference(first.curve, second.curve, time, confidence.level);
  if (difference === null) return null;
  const points = (share: number) => decimals(share * 100, 0);
  const { estimate, lower, upper } = difference;
  const limits = Number.isNaN(lower) || Number.isNaN(upper) ? "" : ` (${points(lower)} to ${points(upper)})`;
  return `Difference, ${a.label} less ${b.label}: ${points(estimate)} points${limits}`;
}
