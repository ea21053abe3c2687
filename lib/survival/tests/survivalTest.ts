/** What a test may weigh an event time by, of all groups together. */
export interface Pooled {
  nRisk: number;
  nEvent: number;
  /** Kaplan–Meier estimate just before the event time. */
  survivalBefore: number;
  /** Product of 1 − d / (n + 1) through the event time, the modified Kaplan–Meier estimate. */
  modifiedSurvival: number;
}

/** A weighted log-rank test is its weight function. */
export interface SurvivalTest {
  id: string;
  label: string;
  /** What it looks at most, in words. */
  emphasis: string;
  /** The weight at the event time tⱼ as a formula: nⱼ at risk, Ŝ the survival, S̃ the modified one, all groups together. */
  formula: string;
  /**
   * The weight in R, from n at risk, s the survival just before and m the modified survival through the event time, all
   * groups together; null for the plain log-rank test. The R script of a board computes the test by it.
   */
  inR: string | null;
  source: string;
  /** Missing for the plain log-rank test, whose weight is 1. */
  weight?: (pooled: Pooled) => number;
}
