import {
  formatEstimate,
  formatLevel,
  formatPercent,
  inSentence,
  numberInWords,
  pInWords,
  withUnit,
} from "../../format";
import { nth } from "../../numeric/nth";
import type { MethodUse } from "../methods/methods";
import type { Stat } from "../methods/stat";
import { ratioInWords } from "../ratioInWords";
import { isRobust } from "../setting";
import { whyRatio, whyShare } from "../whyUnknown";
import type { CauseComparison, CumulativeIncidenceResult, GroupRatio, IncidenceGroup } from "./result";

type Result = CumulativeIncidenceResult;

/** A statistic of one cause, which the files have in a column of its own. */
export type CauseStat = Stat & { cause: string };

/** Every statistic of a panel, each with the methods it was had by. */
export const statsOf = (result: Result): CauseStat[] => [
  ...groupStats(result),
  ...timeStats(result),
  ...result.comparisons.flatMap((comparison) => comparisonStats(result, comparison)),
];

export const nameOf = ({ causes }: Pick<Result, "causes">, cause: number): string =>
  causes.find((each) => each.cause === cause)?.label ?? "";

export const eventsOf = ({ curves }: IncidenceGroup, cause: number): number =>
  curves.causes.find((each) => each.cause === cause)?.events ?? 0;

const ciOf = ({ confidence }: Result) => `${formatLevel(confidence.level)} CI`;

/** How the curves were estimated. */
export const curveMethod = ({ setting, confidence }: Result): MethodUse => ({
  id: "aalenJohansen",
  sampled: setting.weights === "sampling",
  causes: setting.competing,
  ...confidence,
});

function groupStats(result: Result): CauseStat[] {
  const methods: Stat["methods"] = [curveMethod(result)];
  return result.groups.flatMap((group): CauseStat[] => [
    { methods, cause: "", text: null, number: { quantity: "patients", group: group.label, value: group.curves.n } },
    ...result.causes.map(({ cause, label }) => ({
      methods,
      cause: label,
      text: null,
      number: { quantity: "events", group: group.label, value: eventsOf(group, cause) },
    })),
  ]);
}

function timeStats(result: Result): CauseStat[] {
  const { atTimes, groups, endpoint } = result;
  return atTimes.flatMap(({ time, causes }) =>
    causes.flatMap(({ cause, groups: values }) =>
      values.map((value, place): CauseStat => {
        const { label } = nth(groups, place);
        const at = withUnit(time, endpoint.unit);
        return {
          methods: [{ id: "atTimes" }],
          cause: nameOf(result, cause),
          text: [
            `Incidence of ${inSentence(nameOf(result, cause))} by ${at} (${ciOf(result)}), ${label}`,
            value
              ? formatEstimate({ ...value, estimate: value.incidence }, (share) => formatPercent(share))
              : "nobody followed so long",
          ],
          number: value && {
            quantity: `incidence at ${numberInWords(time)}`,
            group: label,
            is: { estimand: "cumulative incidence", time },
            value: value.incidence,
            lower: value.lower,
            upper: value.upper,
          },
          why: whyShare(value && { ...value, value: value.incidence }, 0),
        };
      }),
    ),
  );
}

function comparisonStats(
  result: Result,
  { cause, gray, subdistribution, causeSpecific }: CauseComparison,
): CauseStat[] {
  const { groups, reference, confidence, setting } = result;
  const { level } = confidence;
  const against = nth(groups, reference).label;
  const name = nameOf(result, cause);
  const ratios = (said: string, of: GroupRatio[] | null, method: MethodUse): CauseStat[] =>
    (of ?? []).map((ratio) => ({
      methods: [method],
      cause: name,
      text: [`${said} HR (${ciOf(result)}), ${name}, ${ratio.label} v ${against}`, ratioInWords(ratio)],
      number:
        ratio.coefficient.kind === "estimated"
          ? {
              quantity: `${said.toLowerCase()} hazard ratio`,
              group: ratio.label,
              is: { estimand: `${said.toLowerCase()} hazard ratio`, reference: against },
              value: ratio.coefficient.hazardRatio,
              lower: ratio.coefficient.lower,
              upper: ratio.coefficient.upper,
              p: ratio.coefficient.p,
            }
          : null,
      why: ratio.coefficient.kind === "estimated" ? whyRatio(ratio.coefficient) : [],
    }));
  return [
    ...(gray?.kind === "tested"
      ? [
          {
            methods: [{ id: "gray" }] as Stat["methods"],
            cause: name,
            text: [`Gray’s test, ${name}`, pInWords(gray.p)] as [string, string],
            number: { quantity: "Gray chi-square", group: "", value: gray.chiSquare, p: gray.p },
          },
        ]
      : []),
    ...ratios("Subdistribution", subdistribution, { id: "fineGray", reference: against, level }),
    ...ratios("Cause-specific", causeSpecific, {
      id: "causeSpecificCox",
      reference: against,
      level,
      robust: isRobust(setting),
    }),
  ];
}

/**
 * The incidence of the event that stands in the table of the groups, and when: the first milestone, else as long as
 * every group is followed.
 */
export const timeOf = ({ atTimes, groups }: Pick<Result, "atTimes" | "groups">): number =>
  atTimes[0]?.time ?? Math.min(...groups.map(({ curves: { time } }) => time[time.length - 1] ?? 0));
