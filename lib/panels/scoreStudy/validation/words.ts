import type { Score } from "../../../board/score";
import { publishedOf } from "../../../cohort/scores/published";
import {
  ciInWords,
  decimals,
  formatCount,
  formatEstimate,
  limitTime,
  listed,
  numberInWords,
  withUnit,
} from "../../../format";
import { whyLimits } from "../../whyUnknown";
import { studyLevel } from "../studyLevel";
import {
  type BesideJudged,
  type Estimated,
  fewestOfEach,
  hasInterval,
  type ScoreValidation,
  type Validation,
} from "./validation";

/** "0.66 (0.60–0.72)", as under a heading that names the level. */
export const estimatedInWords = ({ value, lower, upper }: Estimated, digits = 2): string =>
  formatEstimate({ estimate: value, lower, upper }, (each) => decimals(each, digits));

/** A difference, with a minus where it is below 0. */
const differenceInWords = ({ value, lower, upper }: Estimated): string =>
  `${signed(value)} (${signed(lower)} to ${signed(upper)})`;

const signed = (value: number): string =>
  Math.round(value * 100) < 0 ? `−${decimals(-value, 2)}` : decimals(Math.abs(value), 2);

const tooFew = `fewer than ${fewestOfEach} have had the event by then, or are followed on without it`;

/** What a study shows of predictions, each with its number and what to read it by. */
export function validationRows(shown: ScoreValidation): { name: string; value: string; note: string }[] {
  const { unit, at, until, uno, auc, ratio, brier, integrated } = shown;
  const when = withUnit(at, unit);
  const half = numberInWords(0.5);
  const row = (name: string, found: Estimated | null, note: string) =>
    found ? [{ name, value: estimatedInWords(found), note }] : [];
  const explained = (of: NonNullable<typeof brier>) =>
    `${decimals(of.none, 3)} with one risk for all; ${of.explained < 0 ? "worse than that" : `${decimals(100 * of.explained, 0)}% explained`}`;
  return [
    ...row("Uno’s C", uno, `events up to ${limitTime(until)} ${unit}; ${half} is chance`),
    ...(auc
      ? row(`AUC at ${when}`, auc, `with the event by then against without; ${half} is chance`)
      : [{ name: `AUC at ${when}`, value: "NE", note: tooFew }]),
    ...row("Hazard ratio per point", ratio, "fitted to these patients"),
    ...(brier
      ? [
          {
            name: `Brier score at ${when}`,
            value: estimatedInWords(brier.model, 3),
            note: explained(brier),
          },
        ]
      : []),
    ...(integrated
      ? [
          {
            name: `Brier score to ${limitTime(until)} ${unit}`,
            value: decimals(integrated.model.value, 3),
            note: explained(integrated),
          },
        ]
      : []),
  ];
}

/** "C higher by 0.05 (−0.03 to 0.13) than …, on the 71 patients with both." */
export const besideInWords = ({ label, patients, concordance, auc }: BesideJudged, when: string): string =>
  `Less that of “${label}”, on the ${formatCount(patients)} patients with both: Harrell’s C ${differenceInWords(concordance)}${auc ? `, AUC at ${when} ${differenceInWords(auc)}` : ""}.`;

/** Whose the risks are, and which of the numbers are too good because they were made from these patients. */
export function apparentInWords(score: Score, { competing, ratio }: ScoreValidation): string {
  const risks = competing
    ? "No risks are shown: the endpoint has competing events, of which a model of the points alone knows nothing."
    : ratio
      ? "Risks are those of a Cox model of the points fitted to these patients: Brier scores, calibration and net benefit are apparent, and in other patients less good."
      : "No risks are shown: a Cox model of the points cannot be fitted.";
  return `${ofPoints(score)} ${risks}`;
}

function ofPoints(score: Score): string {
  if (score.fitted)
    return "The points were made from these patients: C and AUC are apparent, too, and not corrected for that.";
  const published = publishedOf(score);
  if (published && published.kind !== "changed")
    return "The points are published and were not fitted here: there is nothing to correct of C and AUC.";
  return "If factors, cuts or points were chosen by looking at these patients, C and AUC are too good.";
}

/** What the marks of calibration are, and which groups have no interval or no mark. */
export function calibrationInWords({ calibration, at, unit }: ScoreValidation): string {
  const names = (some: typeof calibration) => listed(some.map(({ group }) => `“${group}”`));
  const bare = calibration.filter(({ observed }) => observed && !hasInterval(observed));
  const unknown = calibration.filter(({ observed }) => !observed);
  return [
    `One mark a group, with its ${ciInWords(studyLevel)}; on the dashed line both agree.`,
    bare.length > 0 ? ` ${names(bare)} without one: everybody has had the event.` : "",
    unknown.length > 0 ? ` Without a mark: ${names(unknown)}, followed less than ${withUnit(at, unit)}.` : "",
  ].join("");
}

/** Why limits of C and of areas are not known. */
export const limitReasons = ({ uno, auc, brier, beside }: ScoreValidation): string[] =>
  whyLimits([uno, auc, brier?.model ?? null, ...beside.flatMap(({ concordance, auc: area }) => [concordance, area])]);

/** Where treating by the risk is worth more than treating all and nobody. */
export function decisionInWords({ decision }: ScoreValidation): string {
  const better = decision.map(({ model, all }) => model > Math.max(all, 0) + 1e-12);
  const [first, last] = [better.indexOf(true), better.lastIndexOf(true)];
  const [from, to] = [decision[first], decision[last]];
  if (!from || !to) return "At no threshold is treating by the risk worth more than treating all or nobody.";
  const percent = ({ threshold }: typeof from) => `${numberInWords(Math.round(threshold * 100))}%`;
  const throughout = better.slice(first, last + 1).every(Boolean);
  if (first === last) return `Worth more than treating all or nobody at a threshold of ${percent(from)}.`;
  return `Worth more than treating all or nobody at ${throughout ? "thresholds from" : "some thresholds between"} ${percent(from)} ${throughout ? "to" : "and"} ${percent(to)}.`;
}

const why: Record<Extract<Validation, { state: "blocked" }>["reason"], string> = {
  noSubjects: "nobody has points and a time",
  samplingWeights: "patients carry sampling weights",
  severalRows: "rows are intervals of patients",
  delayedEntry: "patients come under observation late",
};

/** Why predictions are not judged. */
export const notJudgedInWords = ({ reason }: Extract<Validation, { state: "blocked" }>): string =>
  `How well the points predict is not computed: ${why[reason]}.`;
