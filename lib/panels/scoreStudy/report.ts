import type { Board } from "../../board/board";
import type { Score } from "../../board/score";
import { publishedOf } from "../../cohort/scores/published";
import { coverageInWords, type ScoreView } from "../../cohort/scores/scoreTally";
import { comparisonInWords, definitionOf } from "../../cohort/scores/words";
import { ciInWords, decimals, formatCount, formatEstimate, formatMedian, limitOfP, withUnit } from "../../format";
import { nth } from "../../numeric/nth";
import { methodsInWords, referencesIn } from "../methods/paragraph";
import { whyLimits, whyMedian } from "../whyUnknown";
import type { MarkerConcordance } from "./markerConcordance";
import type { ScoreStudy } from "./scoreStudy";
import { groupsConcordance, studyMethods } from "./stats";
import { studyLevel } from "./studyLevel";
import { apparentInWords, besideInWords, limitReasons, validationRows } from "./validation/words";

interface Reported {
  score: Score;
  view: ScoreView;
  study: ScoreStudy;
  board: Board;
  total: number;
}

type Numbers = Pick<MarkerConcordance, "c" | "lower" | "upper">;

/** "0.66 (0.60–0.72)", as under a heading that names the level; where the whole interval lies below .5, also what that means. */
export const concordanceNumbers = ({ c, lower, upper }: Numbers): string =>
  `${formatEstimate({ estimate: c, lower, upper }, (each) => decimals(each, 2))}${upper < 0.5 ? `, below ${limitOfP(0.5)}: higher values go with later events` : ""}`;

/** "0.66 (95% CI 0.60–0.72)". */
export const concordanceInWords = (of: MarkerConcordance): string =>
  concordanceNumbers(of).replace("(", `(${ciInWords(of.level)} `);

/** How the numbers of a study were had, with where that is published. */
export function studyMethodsText({ study, score }: Pick<Reported, "study" | "score">): string {
  const methods = methodsInWords(studyMethods(study, score));
  return [methods, referencesIn(methods)].filter((part) => part !== "").join(" ");
}

/** A score on this cohort in a paragraph: definition and citation, coverage, factors, groups with observed and published medians, C, and how these were had. */
export function reportText(reported: Reported): string {
  const { score, view, study, total } = reported;
  const factors = view.factors.map(
    (count, f) =>
      `${nth(score.factors, f).label} ${formatCount(count.adverse)} of ${formatCount(total - count.unknown)}`,
  );
  const parts = [
    `${score.label}. ${definitionOf(score)}`,
    coverageInWords(score, view, total),
    factors.length > 0 ? `Patients with each factor: ${factors.join("; ")}.` : "",
    ...(study.state === "ready"
      ? [
          `${study.curves.endpoint.label} by group: ${groupRows(reported).map(groupInWords).join("; ")}.`,
          ...groupReasons(reported),
          study.points
            ? `Harrell’s C of the points ${concordanceInWords(study.points)} (${formatCount(study.points.patients)} patients, ${formatCount(study.points.events)} events).`
            : "",
          ...predictionInWords(reported),
          studyMethodsText(reported),
        ]
      : []),
  ];
  return [...new Set(parts)].filter((part) => part !== "").join(" ");
}

function predictionInWords({ score, study }: Reported): string[] {
  const judged = study.state === "ready" ? study.validation : null;
  if (judged?.state !== "ready") return [];
  const shown = judged.validation;
  const rows = validationRows(shown).map(
    ({ name, value, note }) => `${name} ${value.replace("(", `(${ciInWords(studyLevel)} `)} (${note})`,
  );
  const when = withUnit(shown.at, shown.unit);
  return [
    `${rows.join("; ")}.`,
    ...shown.beside.map((each) => besideInWords(each, when)),
    ...limitReasons(shown),
    apparentInWords(score, shown),
  ];
}

interface GroupRow {
  group: string;
  patients: number;
  events: number | null;
  observed: string;
  published: string;
}

const groupInWords = ({ group, patients, events, observed, published }: GroupRow) =>
  `${group}: ${formatCount(patients)} patients, ${events === null ? "–" : formatCount(events)} events, median ${observed.replace("(", `(${ciInWords(studyLevel)} `)}${published && published !== "–" ? `, published ${published}` : ""}`;

/** Per group of the score: patients and events of the endpoint, the observed median and the published one ("–" where none is entered). */
export function groupRows({ score, study }: Pick<Reported, "score" | "study">): GroupRow[] {
  const published = publishedOf(score);
  return score.groups.map(({ label }, g) => {
    const shown = study.state === "ready" ? study.curves.groups.find(({ level }) => level === label) : undefined;
    const median = published?.kind === "medians" ? nth(published.medians, g) : null;
    const unit = study.state === "ready" ? study.curves.endpoint.unit : "";
    return {
      group: label,
      patients: shown?.curve.n ?? 0,
      events: shown ? shown.events : null,
      observed: shown ? `${formatMedian(shown.median)} ${unit}` : "–",
      published: published?.kind === "medians" && median !== null ? `${decimals(median, 1)} ${published.unit}` : "–",
    };
  });
}

/** Why medians of the groups, their limits, and those of C are not known. */
export const groupReasons = ({ study }: Pick<Reported, "study">): string[] => [
  ...new Set(
    study.state === "ready"
      ? [
          ...study.curves.groups.flatMap(({ median }) => whyMedian(median)),
          ...whyLimits([
            study.points,
            groupsConcordance(study),
            ...study.beside.flatMap(({ own, other }) => [own, other]),
          ]),
        ]
      : [],
  ),
];

/** The same as a table: factors with their tallies, then groups; the last row is the citation. */
export function reportTable(reported: Reported): string[][] {
  const { score, view, board, total } = reported;
  const factors = score.factors.map((factor, f) => {
    const count = view.factors[f];
    return [
      factor.label,
      comparisonInWords(factor, board),
      String(factor.points),
      count ? formatCount(count.adverse) : "–",
      count ? formatCount(count.unknown) : "–",
    ];
  });
  return [
    ["Risk factor", "Adverse when", "Points", "Patients with it", "Missing"],
    ...factors,
    ["Group", "Patients", "Events", `Median (${ciInWords(studyLevel)})`, "Published median"],
    ...groupRows(reported).map(({ group, patients, events, observed, published }) => [
      group,
      formatCount(patients),
      events === null ? "–" : formatCount(events),
      observed,
      published,
    ]),
    ...groupReasons(reported).map((reason) => [reason]),
    [coverageInWords(score, view, total)],
    ...(score.citation ? [[score.citation]] : []),
  ];
}
