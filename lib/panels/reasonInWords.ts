import { counted, decimals } from "../format";
import { type Problem, problem } from "../result";
import type { Coefficient, CutPointResult, FitNotice, GrayResult, MaxComboResult, Unfitted } from "../survival";

type ReasonOf<Outcome> = Extract<Outcome, { kind: "undefined"; reason: unknown }>["reason"];

/** Why a test has no answer, after "cannot be computed:". */
export const reasonInWords: Record<ReasonOf<GrayResult> | ReasonOf<MaxComboResult>, string> = {
  noSubjects: "there is no patient",
  noEvents: "there is no event",
  oneGroup: "only one group has patients at risk when events happen",
  notTwoGroups: "it compares two groups",
  noVariance: "the groups are never at risk together, or all events happen at once",
  samplingWeights: "the patients carry sampling weights",
  delayedEntry: "patients enter late, or rows are intervals of time",
  severalRows: "patients have several events",
};

/** Why no cut-point of a number was searched. */
export const uncutInWords: Record<ReasonOf<CutPointResult>, string> = {
  noSubjects: "there is no patient with a value",
  noEvents: "there is no event",
  noCut: "no two groups of the sizes asked for are possible",
  noVariance: "all patients have the same course",
  delayedEntry: "patients enter late, which the corrected P does not allow for",
  weights: "patients carry sampling weights, which the corrected P does not allow for",
};

type Infinite = Extract<Coefficient, { kind: "infinite" }>;
type Inestimable = Extract<Coefficient, { kind: "inestimable" }>;

/** Why a hazard ratio is infinite or 0. */
export const unboundedInWords: Record<Infinite["why"], string> = {
  noEvent: "no event in this group",
  noEventInReference: "no event in the reference",
  apart: "all events on one side",
};

/** Why a hazard ratio cannot be estimated, after "cannot be estimated:". */
export const inestimableInWords: Record<Inestimable["reason"], string> = {
  aliased: "it does not vary, or covariates before it determine it",
  noEventInEither: "no event in this group or the reference",
  noInformation: "others are infinite or 0 and leave nothing to tell it by",
  notConverged: "the fit did not converge",
};

/** Why a model could not be fitted, and what to do. */
export function unfittedInWords(why: Unfitted): Problem {
  switch (why.reason) {
    case "noSubjects":
      return problem(
        "cox-no-rows",
        "No row has all values the model needs.",
        "Choose covariates with fewer missing values.",
      );
    case "noEvents":
      return problem(
        "cox-no-events",
        `None of the ${counted(why.n, "row")} has the event.`,
        "Check the coding of the event and the filters.",
      );
    case "weightInvalid":
      return problem(
        "weight-invalid",
        why.kind === "sampling"
          ? `${counted(why.rows.length, "weight is no positive number", "weights are not positive numbers")}.`
          : `${counted(why.rows.length, "weight is no positive whole number", "weights are not positive whole numbers")}.`,
        "Leave these rows out, or declare the weights as sampling weights.",
        why.rows,
      );
    case "unsupported":
      return unsupported[why.by];
  }
}

const unsupported: Record<Extract<Unfitted, { reason: "unsupported" }>["by"], Problem> = {
  exactTies: problem(
    "cox-exact-robust",
    "Exact ties allow neither sampling weights nor a robust variance.",
    "Choose Efron ties.",
  ),
  firth: problem(
    "firth-unsupported",
    "Firth's penalized likelihood takes neither exact ties nor clusters or sampling weights.",
    "Use Efron ties without them.",
  ),
  selection: problem(
    "selection-unsupported",
    "Covariates cannot be selected by AIC, BIC or likelihood-ratio P with sampling weights or clusters: their likelihood is not one.",
    "Select by Wald P, or name the covariates beforehand.",
  ),
  fineGray: problem(
    "fine-gray-unsupported",
    "Fine–Gray regression takes no delayed entry, strata, clusters or sampling weights.",
    "Leave these out, or use cause-specific Cox regression.",
  ),
};

/** What the reader of a fit must hear. */
export function noticeInWords(notice: FitNotice): Problem {
  switch (notice.id) {
    case "notConverged":
      return problem(
        "cox-not-converged",
        `The fit did not converge within ${counted(notice.iterations, "iteration")}; its numbers are not a maximum.`,
        "Leave covariates out or check for extreme values.",
      );
    case "separated":
      return problem(
        "cox-separated",
        `${notice.columns.join(", ")}: the hazard ratio is infinite or zero, because a group has no events or all of them come first.`,
        "Use Firth's penalized likelihood, join groups, or leave the covariate out.",
      );
    case "aliased":
      return problem(
        "cox-aliased",
        `${notice.columns.join(", ")}: not estimable, because it does not vary or is determined by the covariates before it.`,
        "Leave it out.",
      );
    case "noEventInEither":
      return problem(
        "cox-no-event-in-either",
        `${notice.columns.join(", ")}: not estimable, because there is no event in it or in its reference.`,
        "Join groups, or choose a reference with events.",
      );
    case "emptyLevels":
      return problem(
        "cox-empty-level",
        `${notice.term}: no patient analyzed has ${notice.levels.join(", ")}.`,
        "These levels have no hazard ratio.",
      );
    case "referenceReplaced":
      return problem(
        "cox-reference-replaced",
        `${notice.term}: no patient analyzed has the reference ${notice.asked}; compared with ${notice.taken} instead.`,
        "Choose another reference.",
      );
    case "fewEvents":
      return problem(
        "cox-few-events",
        `${counted(notice.events, "event")} for ${counted(notice.coefficients, "coefficient")}: ${decimals(notice.events / notice.coefficients, 1)} events per coefficient, fewer than ${notice.wanted}.`,
        "Use fewer covariates; read the estimates with caution.",
      );
  }
}
