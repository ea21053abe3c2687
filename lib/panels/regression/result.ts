import type { Score } from "../../board/score";
import type { LeftOut } from "../../cohort/ledger";
import type { Problem } from "../../result";
import type { Coefficient } from "../../survival";
import type { MarkerConcordance } from "../scoreStudy/markerConcordance";
import type { Setting } from "../setting";
import type { ShownEndpoint } from "../shownEndpoint";
import type { Counts } from "./counts";

/** One line of the table and of the forest plot. */
export interface RegressionLine {
  /** A level or a contrast of a covariate; `reference` lines have no hazard ratio, `head` lines are the name of a covariate with lines of its own. */
  kind: "head" | "reference" | "estimate";
  /** The covariate it belongs to. */
  term: string;
  /** Under the name of its covariate: "male v female". */
  label: string;
  /** By itself: "Sex: male v female". */
  name: string;
  /** The patients it counts: "Sex: male". */
  who: string;
  /** Of a covariate in an interaction, where its hazard ratio in the model of all holds; else null. */
  mainEffectAt: string | null;
  /** Patients of each model who have this level (or are beyond a cut), and events among them; null where there is no such model or that says nothing. */
  counts: { alone: Counts | null; together: Counts | null };
  /** On heads: the test of the covariate or interaction as a whole in each model; null where it has one coefficient. */
  whole: { alone: WholeTest | null; together: WholeTest | null } | null;
  /** From the model of this covariate alone; null where there is none (interactions). */
  alone: Coefficient | null;
  /** From the model of all covariates; null where the search dropped it. */
  together: Coefficient | null;
}

/** A covariate with all its coefficients against none of them: by the likelihood ratio, or where weights or clusters leave none by the robust Wald test. */
export interface WholeTest {
  p: number;
  df: number;
  test: "likelihood ratio" | "robust Wald test";
}

export interface RegressionTerm {
  id: string;
  label: string;
  /** Patients in the figure without a value. */
  missing: number;
  /** Test of proportional hazards in the model of all; NaN where there is none. */
  pProportional: number;
  /** Dropped by the search. */
  dropped: boolean;
  /** Alone, or together, by Firth's penalized likelihood. */
  penalizedAlone: boolean;
}

/** The model of all covariates. */
export interface JointModel {
  /** Patients with every value, and events among them. */
  n: number;
  events: number;
  coefficients: number;
  penalized: boolean;
  /** P of the model against no covariate, by the likelihood ratio, or where weights or clusters leave none by the robust Wald test. */
  p: number;
  test: WholeTest["test"];
  aic: number;
  concordance: MarkerConcordance | null;
  /** Test of proportional hazards of all covariates at once. */
  pProportional: number;
}

/** Scaled Schoenfeld residuals of one coefficient over time, with their smooth: a flat line where hazards are proportional. */
export interface ResidualPlot {
  term: string;
  label: string;
  p: number;
  /** Of each event, by time; `x` is the time on the Kaplan–Meier scale of the test. */
  time: Float64Array;
  x: Float64Array;
  value: Float64Array;
  /** Over x, with its band; empty where there are too few events. */
  smooth: { x: number; value: number; lower: number; upper: number }[];
  /** The coefficient of the model, which takes one value for all times. */
  coefficient: number;
}

/** Points in proportion to the coefficients, as a score of its own. */
export interface ScoreProposal {
  score: Score;
  /** Harrell's C of the model and of the rounded points, on the patients of the model. */
  modelC: number;
  pointsC: number;
  /** Of each factor its points, and the points at the limits of its coefficient. */
  carried: { label: string; points: number; lower: number; upper: number }[];
  /** Factors whose coefficient carries no point, which are left out. */
  withoutPoints: string[];
}

export interface RegressionResult {
  kind: "regression";
  endpoint: ShownEndpoint;
  setting: Setting;
  /** Patients in the figure (usable, selected, and with a stratum where there are strata), and events among them. */
  patients: number;
  events: number;
  /** Of the patients the filters keep, those in no model, by reason. */
  leftOut: LeftOut[];
  level: number;
  lines: RegressionLine[];
  terms: RegressionTerm[];
  joint: JointModel | null;
  /** Why there is no model of all; null where there is one, or where a search left no covariate in it. */
  withoutJoint: string | null;
  /** Test of each interaction as a whole in the model of all. */
  interactions: ({ term: string; label: string } & WholeTest)[];
  /** The search, step by step, in words; null where there was none. */
  search: string | null;
  residuals: ResidualPlot[];
  proposal: ScoreProposal | null;
  notices: Problem[];
}
