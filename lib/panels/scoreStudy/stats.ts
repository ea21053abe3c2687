import type { Score } from "../../board/score";
import { publishedOf } from "../../cohort/scores/published";
import { chosenTime, limitTime } from "../../format";
import { nth } from "../../numeric/nth";
import { testStats } from "../kaplanMeier/comparisonStats";
import { groupStats } from "../kaplanMeier/stats";
import type { MethodUse } from "../methods/methods";
import { methodsOf, type Stat, type StatNumbers } from "../methods/stat";
import { isRobust, settingMethods } from "../setting";
import type { MarkerConcordance } from "./markerConcordance";
import type { ScoreStudy } from "./scoreStudy";
import { studyLevel } from "./studyLevel";

type Ready = Extract<ScoreStudy, { state: "ready" }>;

/** Every statistic of a study of a score, each with the methods it was had by; none where it is blocked. */
export function studyStats(study: ScoreStudy, score: Score): Stat[] {
  if (study.state !== "ready") return [];
  return [
    ...groupStats(study.curves),
    ...testStats(study.curves),
    ...ratioStats(study, score),
    ...concordanceStats(study),
    ...predictionStats(study),
    ...publishedStats(score),
  ];
}

/** The methods of everything a study shows; its score is defined beside them. */
export const studyMethods = (study: ScoreStudy, score: Score): MethodUse[] =>
  study.state === "ready"
    ? [...settingMethods(study.curves).filter(({ id }) => id !== "score"), ...methodsOf(studyStats(study, score))]
    : [];

/** A line of the files alone: the page has a table for each. */
const line = (method: MethodUse, quantity: string, group: string, numbers: StatNumbers): Stat => ({
  methods: [method],
  text: null,
  number: { quantity, group, ...numbers },
});

function ratioStats({ factors, together, curves }: Ready, score: Score): Stat[] {
  const method: MethodUse = {
    id: "factorRatios",
    level: studyLevel,
    robust: isRobust(curves.setting),
    together: together !== null,
  };
  return factors.flatMap(({ alone, together: joint }, f) =>
    (["alone", "together"] as const).flatMap((which) => {
      const coefficient = which === "alone" ? alone : joint;
      if (coefficient?.kind !== "estimated") return [];
      const { hazardRatio: value, lower, upper } = coefficient;
      return [line(method, `hazard ratio ${which}`, nth(score.factors, f).label, { value, lower, upper })];
    }),
  );
}

/** C of the groups says nothing of a single one, and is not shown then. */
export const groupsConcordance = ({ groups, curves }: Ready): MarkerConcordance | null =>
  curves.groups.length > 1 ? groups : null;

function concordanceStats(study: Ready): Stat[] {
  const { points, beside } = study;
  const groups = groupsConcordance(study);
  if (!points && !groups) return [];
  const method: MethodUse = {
    id: "scoreConcordance",
    of: [...(points ? (["points"] as const) : []), ...(groups ? (["groups"] as const) : [])],
    level: studyLevel,
    beside: beside.length > 0,
  };
  const c = (name: string, group: string, found: MarkerConcordance | null) =>
    found
      ? [line(method, `Harrell’s C of the ${name}`, group, { value: found.c, lower: found.lower, upper: found.upper })]
      : [];
  return [
    ...c("points", "", points),
    ...c("groups", "", groups),
    ...beside.flatMap(({ label, own, other }) => [
      ...c("points, where both are known", "", own),
      ...c("points, where both are known", label, other),
    ]),
  ];
}

function predictionStats({ validation }: Ready): Stat[] {
  if (validation?.state !== "ready") return [];
  const { unit, at, until, uno, auc, ratio, brier, integrated, calibration, beside } = validation.validation;
  const differences = beside.length > 0;
  const method: MethodUse = {
    id: "prediction",
    unit,
    at,
    until,
    level: studyLevel,
    risks: ratio !== null,
    differences,
  };
  const one = (quantity: string, group: string, numbers: StatNumbers | null) =>
    numbers ? [line(method, quantity, group, numbers)] : [];
  const when = `at ${chosenTime(at)} ${unit}`;
  return [
    ...one(`Uno’s C to ${limitTime(until)} ${unit}`, "", uno),
    ...one(`AUC ${when}`, "", auc),
    ...one("hazard ratio per point", "", ratio),
    ...one(`Brier score ${when}`, "", brier?.model ?? null),
    ...one(`Brier score of one risk for all ${when}`, "", brier && { value: brier.none }),
    ...one(`Brier score to ${limitTime(until)} ${unit}`, "", integrated && { value: integrated.model.value }),
    ...calibration.flatMap(({ group, predicted, observed }) => [
      ...one(`predicted risk ${when}`, group, { value: predicted }),
      ...one(`observed risk ${when}`, group, observed),
    ]),
    ...beside.flatMap(({ label, concordance, auc: area }) => [
      ...one("Harrell’s C less that of the other score", label, concordance),
      ...one(`AUC less that of the other score ${when}`, label, area),
    ]),
  ];
}

function publishedStats(score: Score): Stat[] {
  const published = publishedOf(score);
  if (published?.kind !== "medians") return [];
  return published.medians.flatMap((value, g) =>
    value === null
      ? []
      : [line({ id: "publishedMedians", of: published.of }, "published median", nth(score.groups, g).label, { value })],
  );
}
