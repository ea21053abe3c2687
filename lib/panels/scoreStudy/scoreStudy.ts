import { kaplanMeierPanel } from "../../board/panelForms/kaplanMeier";
import type { Score } from "../../board/score";
import type { ScoreValues } from "../../cohort/scores/score";
import { counted, decimals } from "../../format";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import { type Coefficient, coxRegression, type Subjects } from "../../survival";
import { type Grouped, groupedRows, nobodyLeft } from "../grouped";
import { inFigureUnit } from "../inFigureUnit";
import { analyzeKaplanMeier } from "../kaplanMeier/analyze";
import { told } from "../kaplanMeier/besideNumbers";
import type { KaplanMeierResult } from "../kaplanMeier/result";
import type { Prepared } from "../prepared";
import { type BesideScore, besideScore } from "./besideScore";
import { judgingEndpoint } from "./judgingEndpoint";
import { type MarkerConcordance, markerConcordance } from "./markerConcordance";
import { studyLevel } from "./studyLevel";
import { type Validation, validationOf } from "./validation/validation";

/** How a score does on this cohort, judged by one endpoint: of all patients, whatever the filters say. */
export type ScoreStudy = FactorHazards &
  (
    | { state: "blocked"; id: string; problem: Problem }
    | {
        state: "ready";
        id: string;
        curves: KaplanMeierResult;
        /** Harrell's C of the points, and of the groups in their order. */
        points: MarkerConcordance | null;
        groups: MarkerConcordance | null;
        /** The other scores of the board on the patients who have both. */
        beside: BesideScore[];
        /** How well the points predict; null where the cohort is too large for it. */
        validation: Validation | null;
        notices: Problem[];
      }
  );

interface FactorHazards {
  /** Hazard ratio of each factor by itself (patients in whom it is known), and of all of them in one model (patients in whom all are). */
  factors: { id: string; alone: Coefficient | null; together: Coefficient | null }[];
  together: { n: number; events: number } | null;
}

/** Above so many patients the models take seconds. */
const mostModeled = 20_000;

export function scoreStudy(prepared: Prepared, score: Score): ScoreStudy {
  const { id } = score;
  const endpoint = judgingEndpoint(prepared.board, score);
  if (!endpoint)
    return blocked(
      id,
      problem("endpoint-absent", "There is no endpoint yet.", "Set one up in Data to see its curves by this score."),
    );
  const selection = { ...prepared.selection, failed: new Uint32Array(prepared.table.rows) };
  const everybody = { ...prepared, selection, filters: [], board: { ...prepared.board, filters: [] } };
  const grouped = groupedRows(everybody, { endpoint: endpoint.id, group: { score: id } });
  if ("state" in grouped) return blocked(id, grouped.problem);
  if (grouped.intervals) return blocked(id, ofIntervals);
  const values = prepared.variables.score(id);
  if (!values.ok) return blocked(id, values.problem);
  const panel = inFigureUnit(kaplanMeierPanel({ endpoint: endpoint.id, group: { score: id } }), prepared.board);
  const estimated = analyzeKaplanMeier(grouped, panel, "whole");
  const curves = { ...estimated, ...told(estimated, panel, everybody, grouped) };
  const subjects = usableSubjects(prepared, grouped);
  const judgedOn = (all: Subjects) =>
    validationOf({
      subjects: all,
      unit: curves.endpoint.unit,
      competing: grouped.data.causes.length > 0,
      score,
      values: values.value,
      others: prepared.board.scores.flatMap((other) => {
        const found = other.id === id ? null : prepared.variables.score(other.id);
        return found?.ok ? [{ id: other.id, label: other.label, points: found.value.points }] : [];
      }),
    });
  const hazards = prepared.patients.count <= mostModeled ? hazardsOf(score, values.value, subjects) : noHazards;
  if (curves.patients === 0) return blocked(id, nobodyWith(score, grouped, prepared.patients.count), hazards);
  return {
    state: "ready",
    id,
    curves,
    ...hazards,
    points: markerConcordance(subjects, values.value.points, studyLevel),
    groups: markerConcordance(subjects, asMarker(values.value.codes), studyLevel),
    beside: prepared.board.scores
      .filter((other) => other.id !== id)
      .flatMap((other) => besideScore(prepared, subjects, score, other, studyLevel) ?? []),
    validation: prepared.patients.count > mostModeled ? null : judgedOn(subjects),
    notices: noticesOf(score, hazards.together?.events ?? curves.events),
  };
}

const ofIntervals = problem(
  "score-of-intervals",
  "How well a score separates is not computed from rows that are intervals of time.",
  "Read one row a patient, or draw curves by the score on the board.",
);

const noHazards: FactorHazards = { factors: [], together: null };

const blocked = (id: string, reason: Problem, hazards = noHazards): ScoreStudy => ({
  state: "blocked",
  id,
  problem: reason,
  ...hazards,
});

function nobodyWith(score: Score, { ledger }: Grouped, total: number): Problem {
  if (ledger.used === 0 && score.factors.length > 0)
    return problem("score-nobody", "No patient has a group of this score.", "Answer what is open among its factors.");
  return nobodyLeft(ledger, total);
}

/** Everybody the endpoint can use, with or without a score. */
function usableSubjects({ patients }: Prepared, { data }: Grouped): Subjects {
  const group = Int16Array.from(patients.represents, (stands, row) =>
    stands === 1 && data.reason[row] === 0 ? 0 : -1,
  );
  return { ...data, group, groupCount: 1 };
}

const asMarker = (codes: Int32Array) => Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code));

function hazardsOf(score: Score, { factors }: ScoreValues, subjects: Subjects): FactorHazards {
  const covariates = score.factors.map(({ id }, f) => ({ name: id, values: nth(factors, f) }));
  const together = covariates.length > 0 ? coxRegression({ ...subjects, covariates }, { level: studyLevel }) : null;
  const joint = together?.ok ? together.value : null;
  return {
    factors: covariates.map((covariate, f) => {
      const alone = coxRegression({ ...subjects, covariates: [covariate] }, { level: studyLevel });
      return {
        id: covariate.name,
        alone: alone.ok ? (alone.value.coefficients[0] ?? null) : null,
        together: joint?.coefficients[f] ?? null,
      };
    }),
    together: joint && { n: joint.n, events: joint.events },
  };
}

const fewEvents = 10;

function noticesOf({ factors, fitted, missing }: Score, events: number): Problem[] {
  const notices: Problem[] = [];
  const perFactor = events / Math.max(1, factors.length);
  if (factors.length > 0 && perFactor < fewEvents)
    notices.push(
      problem(
        "score-few-events",
        `${counted(factors.length, "factor")} on ${counted(events, "event")}: ${decimals(perFactor, 1)} events per factor.`,
        "Hazard ratios together are unsteady below 10.",
      ),
    );
  if (fitted)
    notices.push(
      problem(
        "score-fitted",
        `Made from a model with a C of ${decimals(fitted.modelC, 3)}; these points had ${decimals(fitted.pointsC, 3)} when they were made.`,
        "Both are of the patients it was made from, and too good.",
      ),
    );
  if (missing === "absent")
    notices.push(
      problem(
        "score-missing-absent",
        "A missing factor counts as not adverse: patients with gaps look better than they may be.",
        "Leave them out unless missing truly means absent.",
      ),
    );
  return notices;
}
