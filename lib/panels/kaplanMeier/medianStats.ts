import { ciInWords, formatEstimate, formatRatio, formatTime } from "../../format";
import { nth } from "../../numeric/nth";
import type { MethodUse } from "../methods/methods";
import type { Stat } from "../methods/stat";
import { whyMedians } from "../whyUnknown";
import { lostIn, lostInWords } from "./medians";
import type { KaplanMeierResult } from "./result";

/** Difference and ratio of each median and that of the reference. */
export function medianStats({
  medians,
  groups,
  reference,
  endpoint,
  confidence: { level },
}: KaplanMeierResult): Stat[] {
  if (!medians) return [];
  const { count, seed, contrasts } = medians;
  const lost = contrasts.some((each) => each !== null && each !== "notReached" && lostIn(each) > 0);
  const methods: readonly [MethodUse] = [{ id: "medianContrasts", count, seed, level, lost }];
  const against = nth(groups, reference).label;
  return contrasts.flatMap((contrast, place): Stat[] => {
    if (contrast === null) return [];
    const { label } = nth(groups, place);
    const stat = (what: "difference" | "ratio", format: (value: number) => string): Stat => {
      const number = contrast === "notReached" ? null : contrast[what];
      return {
        methods,
        text: [
          `${what === "difference" ? "Difference" : "Ratio"} of medians (${ciInWords(level)}), ${label} v ${against}`,
          contrast === "notReached" || number === null
            ? "NE"
            : `${formatEstimate(number, format)}${lostInWords(contrast, count)}`,
        ],
        number: number && {
          quantity: `${what} of medians v ${against}`,
          group: label,
          is: { estimand: `${what} of medians`, reference: against },
          value: number.estimate,
          lower: number.lower,
          upper: number.upper,
        },
        why: whyMedians(what, number),
      };
    };
    const without: Stat[] =
      contrast === "notReached"
        ? []
        : [
            {
              methods,
              text: null,
              number: {
                quantity: `resamples with a median not reached v ${against}`,
                group: label,
                is: { estimand: "resamples with a median not reached", reference: against, unit: `of ${count}` },
                value: lostIn(contrast),
              },
            },
          ];
    return [stat("difference", (time) => formatTime(time, endpoint.unit)), stat("ratio", formatRatio), ...without];
  });
}
