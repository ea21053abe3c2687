import { between, ciInWords, decimals, formatCount, formatPercent, numberInWords } from "../../../format";
import { nth } from "../../../numeric/nth";
import { squaredAndAdded } from "../../../survival";
import type { MethodUse } from "../../methods/methods";
import { methodsInWords, referencesIn } from "../../methods/paragraph";
import type { Drawn, GivenEarlier } from "../drawn";
import { curveId } from "../drawn";
import { type Reading, readAt } from "./readAt";

/** What is read at one time, in words: a line per curve, and the difference where there are two groups. */
export interface ReadingInWords {
  /** "12 months". */
  time: string;
  /** What stands in parentheses: "95% CI". */
  interval: string;
  /** "alive at 6 months", where a time to compare with is pinned. */
  given: string | null;
  curves: { id: string; label: string; value: string; atRisk: string; given: string | null }[];
  /** "Difference, A less B: −29 points (−52 to −6)", where there are two groups followed so long. */
  difference: string | null;
  /** How its numbers were had; below it where it is pinned and where it is copied. */
  methods: MethodUse[];
}

interface At {
  /** In the unit of the curves. */
  time: number;
  /** Those without the event at this earlier time are asked about. */
  given: number | null;
  /** Unit shown, and how many of it make one unit of the curves. */
  unit: string;
  factor: number;
}

export function readingInWords(drawn: Drawn, { time, given, unit, factor }: At): ReadingInWords {
  const asked = given !== null && given < time && canBeGiven(drawn) ? given : null;
  const readings = readAt(drawn, time);
  const difference = differenceInWords(drawn, readings);
  const earlier = asked === null ? null : `${timeText(asked * factor)} ${unit}`;
  const curves = readings.map((reading, index) => {
    const curve = nth(drawn.curves, index);
    return {
      id: curveId(curve.key),
      label: curve.label,
      value: valueInWords(drawn, reading),
      atRisk: reading.kind === "estimated" ? `${formatCount(reading.nRisk)} at risk` : "0 at risk",
      given: asked === null ? null : givenInWords(drawn, curve.given?.(asked, time) ?? null),
    };
  });
  return {
    time: `${timeText(time * factor)} ${unit}`,
    interval: ciInWords(drawn.confidence.level),
    given: earlier === null ? null : `${drawn.without} at ${earlier}`,
    curves,
    difference,
    methods: [
      drawn.method,
      ...(earlier === null ? [] : [{ id: "conditional", given: drawn.without, at: earlier } as const]),
      ...(difference === null ? [] : [{ id: "differenceAt", tested: false } as const]),
    ],
  };
}

/** The reading as it is copied: with how its numbers were had, and where that is published. */
export function copiedReading(reading: ReadingInWords): string {
  const methods = methodsInWords(reading.methods);
  return [readingText(reading), methods, referencesIn(methods)].filter((line) => line !== "").join("\n");
}

/** Whether values can be read of those without the event at an earlier time. */
export const canBeGiven = ({ curves }: Drawn): boolean => curves.some(({ given }) => given !== undefined);

/** The reading as lines of text, as it is read aloud. */
export function readingText({ time, interval, given, curves, difference: between }: ReadingInWords): string {
  const lines = curves.map(
    ({ label, value, atRisk, given: conditional }) =>
      `${label}: ${value}, ${atRisk}${given && conditional ? `; given ${given}: ${conditional}` : ""}`,
  );
  return [`At ${time} (${interval})`, ...lines, ...(between ? [between] : [])].join("\n");
}

/** Up to four digits, none of them noise: 12, 4.6, 0.0137. */
export const timeText = (time: number) => numberInWords(Number(time.toPrecision(4)));

/** "71% (53–94)", or that nobody was followed so long. */
export const valueInWords = ({ values }: Drawn, reading: Reading): string =>
  reading.kind === "estimated" ? withLimits(values, reading) : "nobody followed so long";

const givenInWords = ({ values }: Drawn, given: GivenEarlier | null) =>
  given === null ? "nobody left" : withLimits(values, given);

/** "71% (53–94)", "0.43 (0.21–0.88)". */
function withLimits(values: Drawn["values"], { value, lower, upper }: GivenEarlier): string {
  const said = values === "share" ? formatPercent : numberText;
  if (lower === null || upper === null || lower === upper) return said(value);
  const bare = (limit: number) => said(limit).replace("%", "");
  return `${said(value)} (${between(bare(lower), bare(upper))})`;
}

/** Three digits, none of them noise. */
const numberText = (value: number) => numberInWords(Number(value.toPrecision(3)));

/** Two groups of one endpoint are compared, with an interval from those of the two; curves of the same patients are not, nor groups of a searched cut. */
function differenceInWords({ curves, values, exploratory, reference }: Drawn, readings: Reading[]): string | null {
  if (exploratory || curves.length !== 2 || values !== "share") return null;
  // The other group less the reference, as hazard ratios and differences in the table are.
  const [other, base] = curves[0]?.key.level === reference ? [1, 0] : [0, 1];
  const [a, b] = [nth(curves, other), nth(curves, base)];
  const [first, second] = [readings[other], readings[base]];
  if (a.key.level === b.key.level || a.key.endpoint !== b.key.endpoint) return null;
  if (first?.kind !== "estimated" || second?.kind !== "estimated") return null;
  const points = (share: number) => decimals(share * 100, 0);
  const estimate = first.value - second.value;
  const { lower, upper } = squaredAndAdded(estimate, withNumbers(first), withNumbers(second));
  const limits = Number.isNaN(lower) || Number.isNaN(upper) ? "" : ` (${points(lower)} to ${points(upper)})`;
  return `Difference, ${a.label} less ${b.label}: ${points(estimate)} points${limits}`;
}

const withNumbers = ({ value, lower, upper }: GivenEarlier) => ({
  value,
  lower: lower ?? Number.NaN,
  upper: upper ?? Number.NaN,
});
