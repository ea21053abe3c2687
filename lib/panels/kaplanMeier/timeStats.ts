import {
  ciInWords,
  formatCount,
  formatEstimate,
  formatPercent,
  formatPoints,
  formatRatio,
  formatTime,
  limitTime,
  numberInWords,
  withUnit,
} from "../../format";
import { nth } from "../../numeric/nth";
import type { Stat } from "../methods/stat";
import { pBesideInterval } from "../pBesideInterval";
import { whyDifference, whyMean, whyMeans, whyShare } from "../whyUnknown";
import { restsOn } from "./restrictedMeans";
import type { KaplanMeierResult } from "./result";

type Result = KaplanMeierResult;
type Methods = Stat["methods"];

export function timeStats(result: Result): Stat[] {
  const { atTimes, groups, reference, endpoint } = result;
  const ci = ciInWords(result.confidence.level);
  const tested = atTimes.some(({ differences }) => differences.some((each) => each && !Number.isNaN(each.p)));
  return atTimes.flatMap(({ time, groups: values, differences }) => {
    const at = withUnit(time, endpoint.unit);
    const each = values.map(
      (value, place): Stat => ({
        methods: [{ id: "atTimes" }],
        text: [
          `${endpoint.words.share} at ${at} (${ci}), ${nth(groups, place).label}`,
          value ? formatEstimate({ ...value, estimate: value.survival }, (share) => formatPercent(share)) : notFollowed,
        ],
        number: value
          ? {
              quantity: `survival at ${numberInWords(time)}`,
              group: nth(groups, place).label,
              is: { estimand: "survival", time },
              ...limitsOf(value),
              value: value.survival,
            }
          : null,
        why: whyShare(value && { ...value, value: value.survival }),
      }),
    );
    const between = differences.flatMap((difference, place): Stat[] =>
      difference
        ? [
            {
              methods: [{ id: "differenceAt", tested }],
              text: [
                `Difference at ${at} (${ci}), ${nth(groups, place).label} v ${nth(groups, reference).label}`,
                `${formatEstimate(difference, formatPoints)} points, ${pBesideInterval(difference, result.confidence.level)}`,
              ],
              number: {
                quantity: `difference at ${numberInWords(time)} v ${nth(groups, reference).label}`,
                group: nth(groups, place).label,
                is: { estimand: "difference of survival", reference: nth(groups, reference).label, time },
                ...limitsOf(difference),
                value: difference.estimate,
                p: difference.p,
              },
              why: whyDifference(difference),
            },
          ]
        : [],
    );
    return [...each, ...between];
  });
}

const notFollowed = "nobody followed so long";
const limitsOf = ({ lower, upper }: { lower: number; upper: number }) => ({ lower, upper });

export function givenStats(result: Result): Stat[] {
  const { givenAlive, groups, endpoint } = result;
  if (!givenAlive) return [];
  const { given, times, nRisk } = givenAlive;
  const time = (value: number) => withUnit(value, endpoint.unit);
  const methods: Methods = [{ id: "conditional", given: endpoint.words.without, at: time(given) }];
  const name = `given ${endpoint.words.without} at ${time(given)}`;
  const atRisk = nRisk.map(
    (value, place): Stat => ({
      methods,
      text: [
        `Patients ${endpoint.words.without} and followed at ${time(given)}, ${nth(groups, place).label}`,
        formatCount(value),
      ],
      number: {
        quantity: `at risk ${name}`,
        group: nth(groups, place).label,
        is: { estimand: "at risk", time: given },
        value,
      },
    }),
  );
  const later = times.flatMap(({ time: at, groups: values }) =>
    values.map(
      (value, place): Stat => ({
        methods,
        text: [
          `${endpoint.words.share} at ${time(at)} ${name} (${ciInWords(result.confidence.level)}), ${nth(groups, place).label}`,
          value ? formatEstimate({ ...value, estimate: value.survival }, (share) => formatPercent(share)) : notFollowed,
        ],
        number: value
          ? {
              quantity: `survival at ${numberInWords(at)} ${name}`,
              group: nth(groups, place).label,
              is: { estimand: `survival ${name}`, time: at },
              ...limitsOf(value),
              value: value.survival,
            }
          : null,
        why: whyShare(value && { ...value, value: value.survival }),
      }),
    ),
  );
  return [...atRisk, ...later];
}

export function meanStats(result: Result): Stat[] {
  const { restrictedMeans, groups, reference, endpoint } = result;
  if (!restrictedMeans) return [];
  const { tau, limit } = restrictedMeans;
  const ci = ciInWords(result.confidence.level);
  const time = (value: number) => formatTime(value, endpoint.unit);
  const upTo = (end: number) => `up to ${limitTime(end)} ${endpoint.unit} (${ci})`;
  // Of sampling weights there is no such limit.
  const eventFree = restrictedMeans.groups.some(({ events, lower }) => events === 0 && !Number.isNaN(lower));
  const means = groups.map(({ label }, place): Stat => {
    const mean = nth(restrictedMeans.groups, place);
    return {
      methods: [{ id: "restrictedMeans", tau: `${limitTime(tau)} ${endpoint.unit}`, chosen: tau < limit, eventFree }],
      text: [`Restricted mean ${upTo(tau)}, ${label}`, `${formatEstimate(mean, time)}${restsOn(mean)}`],
      number: {
        quantity: `restricted mean up to ${numberInWords(tau)}`,
        group: label,
        is: { estimand: "restricted mean", time: tau },
        ...limitsOf(mean),
        value: mean.estimate,
      },
      why: whyMean(mean),
    };
  });
  const against = groups[reference]?.label ?? "";
  const contrasts = restrictedMeans.contrasts.flatMap((contrast, place): Stat[] => {
    if (!contrast) return [];
    const { label } = nth(groups, place);
    const number = (what: string, { estimate: value, ...of }: typeof contrast.ratio & { p?: number }) => ({
      quantity: `${what} of restricted means up to ${numberInWords(contrast.tau)} v ${against}`,
      group: label,
      is: { estimand: `${what} of restricted means`, reference: against, time: contrast.tau },
      ...limitsOf(of),
      value,
      p: of.p,
    });
    const between = `${upTo(contrast.tau)}, ${label} v ${against}`;
    const methods: Methods = [{ id: "restrictedContrasts" }];
    return [
      {
        methods,
        text: [
          `Difference of restricted means ${between}`,
          `${formatEstimate(contrast.difference, time)}, ${pBesideInterval(contrast.difference, result.confidence.level)}${restsOn(contrast)}`,
        ],
        number: number("difference", contrast.difference),
        why: whyMeans(contrast),
      },
      {
        methods,
        text: [`Ratio of restricted means ${between}`, formatEstimate(contrast.ratio, formatRatio)],
        number: number("ratio", contrast.ratio),
      },
    ];
  });
  return [...means, ...contrasts];
}
