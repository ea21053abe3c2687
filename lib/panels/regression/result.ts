import type { Score } from "../../board/score";
import type { Problem } from "../../result";
import type { Coefficient } from "../../survival";
import type { MarkerConcordance } from "../scoreStudy/markerConcordance";
import type { Setting } from "../setting";
import type { ShownEndpoint } from "../shownEndpoint";

/** One line of the table and of the forest plot. */
export interface RegressionLine {
  /** A level or a contrast of a covariate; `reference` lines have no hazard ratio, `head` lines are the name of a covariate with lines of its own. */
  kind: "head" | "reference" | "estimate";
  /** The covariate it belongs to. */
  term: string;
  label: string;
  /** Patients in the figure who have this level (or a value at all), and events among them; null on lines where that says nothing. */
  n: number | null;
  events: number | null;
  /** From the model of this covariate alone; null where there is none (interactions). */
  alone: Coefficient | null;
  /** From the model of all covariates; null where the search dropped it. */
  together: Coefficient | null;
}

export interface RegressionTerm {
  id: string;
  label: string;
  /** Patients in the figure without a value. */
  missing: number;
  /** Wald test of the covariate as a whole, alone and together; NaN where there is none. */
  pAlone: number;
  pTogether: number;
  df: number;
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
  test: "likelihood ratio" | "robust Wald test";
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
}

export interface RegressionResult {
  kind: "regression";
  endpoint: ShownEndpoint;
  setting: Setting;
  /** Patients in the figure (usable and selected), and events among them. */
  patients: number;
  events: number;
  level: number;
  lines: RegressionLine[];
  terms: RegressionTerm[];
  joint: JointModel | null;
  /** The search, step by step, in words; null where there was none. */
  search: string | null;
  residuals: ResidualPlot[];
  proposal: ScoreProposal | null;
  notices: Problem[];
}
