/**
 * Why there is no answer for these data, by id: this library speaks no prose, `panels/reasonInWords.ts` has the words.
 */
export type Reason =
  /** Nobody is in the analysis. */
  | "noSubjects"
  /** Nobody has the event. */
  | "noEvents"
  /** Fewer than two groups were at risk at an event time. */
  | "oneGroup"
  /** More or fewer groups than the two a method compares. */
  | "notTwoGroups"
  /**
   * Nothing can vary: everybody at risk had the event at the same time, groups were never at risk together, or all
   * scores are equal.
   */
  | "noVariance"
  /** No two groups of the admissible sizes. */
  | "noCut"
  /** The method counts patients, which sampling weights are not, or needs a likelihood, which theirs is not. */
  | "samplingWeights"
  /** The permutation theory knows no weights. */
  | "weights"
  /** The likelihood has no maximum: a hazard ratio is infinite or 0, or the search was given up. */
  | "noMaximum"
  /** Patients have several events or rows, which the method would take for as many patients. */
  | "severalRows"
  /** The method knows no late entries. */
  | "delayedEntry"
  /** Weights that are not positive, or, as counts, not whole. */
  | "weightInvalid"
  /** A model cannot take something it was asked for. */
  | "unsupported";

/** Some of the reasons, those a method can have. */
export type ReasonOf<R extends Reason> = R;

/** Why a model was not fitted, with what the words need. */
export type Unfitted =
  | { reason: ReasonOf<"noSubjects"> }
  | { reason: ReasonOf<"noEvents">; n: number }
  /** `rows` are 1-based. */
  | { reason: ReasonOf<"weightInvalid">; kind: "count" | "sampling"; rows: number[] }
  | { reason: ReasonOf<"unsupported">; by: "exactTies" | "firth" | "fineGray" | "selection" };

/** A value, or why there is none. */
export type Answer<T> = { ok: true; value: T } | ({ ok: false } & Unfitted);

export const answer = <T>(value: T): Answer<T> => ({ ok: true, value });

export const unfitted = <T>(why: Unfitted): Answer<T> => ({ ok: false, ...why });
