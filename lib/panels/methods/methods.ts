import type { CountedSource } from "../../board/fields";
import {
  capitalized,
  counted,
  formatCount,
  formatLevel,
  inSentence,
  limitTime,
  listed,
  numberInWords,
  pInWords,
  withUnit,
} from "../../format";
import type { IntervalType } from "../../survival";
import type { CitationId } from "./citations";

/** Every method a number can have been had by, with what its sentence needs to know. A paragraph lists them in this order. */
export interface MethodFacts {
  endpoint: { label: string; origin: string; unit: string; definition: string };
  delayedEntry: object;
  severalRows: { definition: string };
  correctedCells: { corrected: readonly { column: string; count: number }[] };
  intervals: { toFirstEvent: boolean };
  countWeights: object;
  countedCells: CountedSource;
  samplingWeights: object;
  score: { label: string; definition: string };
  filters: { filters: readonly string[] };
  causeSpecific: { causes: readonly string[] };
  landmark: { at: number; unit: string; leftOut: number };
  cutFollowUp: { at: number; unit: string; landmark: boolean };
  changingGroups: { label: string };
  searchedCut: { label: string; shown: string; tried: number; shares: readonly [number, number] };

  kaplanMeier: { changes: boolean; sampled: boolean; level: number; type: IntervalType };
  /** Whether a curve stays at 50% before it falls, or to its end. */
  median: { level: number; falls: boolean; ends: boolean };
  sampleSizes: object;
  aalenJohansen: { sampled: boolean; level: number; type: IntervalType; causes: readonly string[] };

  test: { name: string; source: string; strata: string | null; robust: boolean; emphasis: string | null };
  maxCombo: { strata: string | null };
  maximallySelected: { by: "gaussian" | "lausen1994" };
  otherCutP: { hothornLausen: boolean };
  permutation: { count: number; seed: number; strata: string | null; ofCut: boolean };
  trend: { test: string; strata: string | null };
  pairs: { test: string; strata: string | null; robust: boolean; adjust: "holm" | "benjaminiHochberg" | "bonferroni" };
  gray: object;

  cox: { reference: string; strata: string | null; robust: boolean; level: number };
  causeSpecificCox: { reference: string; robust: boolean; level: number };
  fineGray: { reference: string; level: number };
  firth: { level: number };
  /** `uneven`: a caution is due. */
  proportionalHazards: { p: number; uneven: boolean; averaged: boolean };
  /** `wald`: not every interval and P is one by Firth. */
  coxModels: { strata: string | null; robust: boolean; level: number; together: boolean; wald: boolean };
  firthModels: { always: boolean };
  selection: { by: "aic" | "p"; alpha: number };
  interactions: object;
  wholeTests: { by: "likelihood ratio" | "robust Wald test"; covariates: boolean; interactions: boolean };
  missingCovariates: object;
  subgroupRatios: { contrast: string; robust: boolean; level: number; parted: boolean };
  interactionTests: { by: "likelihood ratio" | "robust Wald test" };
  missingSubgroups: object;
  modelTest: { by: "likelihood ratio" | "robust Wald test"; penalized: boolean };
  aic: object;
  concordance: object;
  proportionalCovariates: object;
  residuals: object;

  atTimes: object;
  /** Whether a P stands beside it, as it does not in a reading. */
  differenceAt: { tested: boolean };
  conditional: { given: string; at: string };
  /** Whether a group has no event until then, whose limit is an exact one. */
  restrictedMeans: { tau: string; chosen: boolean; eventFree: boolean };
  restrictedContrasts: object;
  /** Whether a median is not reached in some resample. */
  medianContrasts: { count: number; seed: number; level: number; lost: boolean };
  /** Medians, and restricted means where they are given, of curves frozen and of the same panel now. */
  frozen: { tau: string | null };
  rates: { level: number };
  /** `fromEntry`: where patients enter after time zero it is not on the clock of the curves. */
  followUp: { wholeOnly: boolean; fromEntry: boolean };

  /** What is compared on other patients than the rest: the scores beside which this one is set. */
  scoreConcordance: { of: readonly ("points" | "groups")[]; level: number; beside: boolean };
  /** `risks`: of a Cox model of the points; `differences`: from other scores. */
  prediction: { unit: string; at: number; until: number; level: number; risks: boolean; differences: boolean };
  factorRatios: { level: number; robust: boolean; together: boolean };
  publishedMedians: { of: string };

  /** What of the words is not the category itself, in words; whether empty cells count as not evaluable. */
  bestResponse: { label: string; words: readonly string[]; blank: boolean };
  responseRates: { level: number; denominator: "all" | "evaluable" };
  clinicalBenefit: { months: number; endpoint: string };
  responseDifference: { level: number };
  responseOddsRatio: { level: number };
  /** How many tables were drawn where P was not counted out. */
  responseTest: { rate: string; drawn: number | null };
  /** `turned`: numbers above 0 are shrinkage. */
  bestChange: { label: string; fractions: boolean; turned: boolean };
  /** No column says best response: patients measured, and those with a smaller tumor. */
  changesAlone: object;
  measurements: { as: "sum" | "percent" };
  characteristics: {
    ways: readonly ("median" | "range" | "mean" | "dates" | "levels")[];
    percentOf: "known" | "all";
  };
  weightedTable: object;
  assignedAtRandom: object;
  rowTest: {
    test:
      | "rankSum"
      | "kruskalWallis"
      | "welch"
      | "welchOneWay"
      | "chiSquare"
      | "fisher"
      | "cochranArmitage"
      | "jonckheere"
      | "spearman";
    /** Fisher’s test because fewer than 5 patients are expected somewhere. */
    sparse: boolean;
    /** The rank sum test counted, and approximated, for some rows each. */
    exact: boolean;
    approximate: boolean;
    /** Tables drawn for P where counting is out of reach; 0 where it was counted. */
    drawn: number;
  };
  standardizedDifferences: { several: boolean; numbers: boolean; levels: boolean };
  geneSources: { sources: readonly string[]; counted: readonly string[] };
  geneShares: { level: number; sampled: boolean };
  genesByGroup: { label: string; drawn: boolean };
  genePairs: { paired: number };
  geneSurvival: { endpoint: string; level: number; leastAltered: number; leastEvents: number; robust: boolean };

  multiples: { label: string };
  second: { label: string };
  /** What is adjusted, in words: "those of pairs"; none where nothing is. */
  multiplicity: { but: readonly string[] };
}

export type MethodId = keyof MethodFacts;

/** A method that was used, by its id, with the facts of its sentence. */
export type MethodUse = { [Id in MethodId]: { id: Id } & MethodFacts[Id] }[MethodId];

const intervals: Record<IntervalType, string> = {
  "log-log": "on the log(−log) scale",
  log: "on the log scale",
  plain: "on the plain scale",
  logit: "on the logit scale",
  arcsine: "on the arcsine scale",
};

const adjustments = {
  holm: ["Holm’s method", "holm"],
  benjaminiHochberg: ["the false discovery rate", "benjaminiHochberg"],
  bonferroni: ["Bonferroni’s method", null],
} as const;

/** Publications in parentheses, with the space before them. */
export type Cite = (...ids: CitationId[]) => string;

const stratified = (strata: string | null) => (strata === null ? "" : ` stratified by ${strata}`);
const robustly = (robust: boolean, cite: Cite) => (robust ? ` and robust variance${cite("linWei")}` : "");

const testSources: Partial<Record<string, readonly CitationId[]>> = {
  logRank: ["mantel", "peto"],
  gehanBreslow: ["gehan", "breslow"],
  taroneWare: ["taroneWare"],
  petoPeto: ["peto", "harringtonFleming"],
  petoPetoModifiedKM: ["kleinMoeschberger"],
  modifiedPeto: ["andersen"],
  flemingHarrington: ["flemingHarrington"],
  mantelByar: ["mantelByar"],
};

/** Where a test is published, by its id; none where nobody has said it: a publication of another test would be untrue. */
export const publicationsOfTest = (id: string): readonly CitationId[] => testSources[id.replace(/\(.*/, "")] ?? [];

/** How the test of a row of characteristics is told. */
const rowTests: Record<MethodFacts["rowTest"]["test"], (facts: MethodFacts["rowTest"], cite: Cite) => string> = {
  rankSum: ({ exact, approximate }, cite) => {
    const normal = "by the normal approximation with continuity correction";
    const how =
      exact && approximate
        ? `exact without ties and below 50 patients in each group, else ${normal}`
        : exact
          ? "exact"
          : normal;
    return `Numbers were compared by the Wilcoxon rank sum test${cite("wilcoxon", "mannWhitney")}, ${how}.`;
  },
  kruskalWallis: (_, cite) => `Numbers were compared by the Kruskal–Wallis test${cite("kruskalWallis")}.`,
  welch: (_, cite) => `Means were compared by Welch’s t test${cite("welch")}.`,
  welchOneWay: (_, cite) => `Means were compared by Welch’s one-way test${cite("welchSeveral")}.`,
  chiSquare: (_, cite) => `Categories were compared by the χ² test without continuity correction${cite("pearson")}.`,
  fisher: ({ sparse, drawn }, cite) =>
    `Fisher’s exact test${cite("freemanHalton")} was used ${sparse ? "where an expected count is below 5" : "where chosen"}${drawn > 0 ? `, with P from ${formatCount(drawn)} drawn tables (seed 1) where counting is out of reach` : ""}.`,
  cochranArmitage: (_, cite) =>
    `Trends in shares were tested by the Cochran–Armitage test${cite("cochran", "armitage")}.`,
  jonckheere: (_, cite) =>
    `Trends in numbers over the ordered groups were tested by the Jonckheere–Terpstra test${cite("jonckheere", "terpstra")}.`,
  spearman: (_, cite) =>
    `Trends of ordered levels over ordered groups were tested by Spearman’s rank correlation${cite("spearman")}.`,
};

/** How each method is told in a methods section. */
const sentences: { [Id in MethodId]: (facts: MethodFacts[Id], cite: Cite) => string } = {
  endpoint: ({ label, origin, unit, definition }) =>
    `${label} was measured${origin === "" ? "" : ` from ${origin}`} in ${unit}.${definition === "" ? "" : ` ${definition}`}`,
  severalRows: ({ definition }) => definition,
  correctedCells: ({ corrected }) => {
    const all = corrected.reduce((sum, { count }) => sum + count, 0);
    const columns = listed(corrected.map(({ column, count }) => `${formatCount(count)} of “${column}”`));
    return `In the file ${counted(all, "cell")} ${all === 1 ? "was" : "were"} corrected by hand before the analysis: ${columns}.`;
  },
  intervals: ({ toFirstEvent }, cite) =>
    `Rows are intervals of time: patients are at risk from the start of each interval to its end and are counted once, and robust variances are clustered by patient${cite("linWei")}.${toFirstEvent ? " Only intervals up to the first event were used." : ""}`,
  delayedEntry: () =>
    "Patients who enter observation after time zero are at risk from their entry on (left truncation).",
  countWeights: () => "Each row stands for as many equal patients as its weight says.",
  countedCells: ({ from, grid, smallest, merged: many, someLeft = false }) => {
    const times = grid === null ? "" : `, with each time raised to the end of its ${grid.slice(0, -1)}`;
    const few = formatCount(smallest);
    const whom =
      many === undefined
        ? `Fewer than ${few} equal patients`
        : `${counted(many, "patient")} in cells of fewer than ${few}`;
    const left = someLeft ? ` In no cell are 1 to ${formatCount(smallest - 1)} more, whose number is held back.` : "";
    const merged =
      smallest > 1 && grid !== null && many !== 0
        ? ` ${whom} were merged with others up to 12 ${grid} later, or left out as too few.${left}`
        : left;
    return `Patients were counted in ${from}${times}.${merged}`;
  },
  samplingWeights: (_, cite) =>
    `Rows carry sampling weights: estimates are weighted, and their standard errors robust${cite("linWei")}.`,
  score: ({ label, definition }) => `${capitalized(label)}: ${inSentence(definition)}`,
  filters: ({ filters }) => `Patients were filtered: ${filters.join("; ")}.`,
  causeSpecific: ({ causes }) =>
    `Cause-specific: competing events count as censored${causes.length > 0 ? ` (${listed(causes.map(inSentence))})` : ""}.`,
  landmark: ({ at, unit, leftOut }, cite) =>
    `Landmark at ${withUnit(at, unit)}${cite("anderson")}: ${Number.isNaN(leftOut) ? "patients" : counted(leftOut, "patient")} whose follow-up had ended by then, with the event or without, ${leftOut === 1 ? "is" : "are"} left out, and time counts from there.`,
  cutFollowUp: ({ at, unit, landmark }) =>
    `Follow-up is censored at ${withUnit(at, unit)}${landmark ? " of the original clock" : ""}.`,
  changingGroups: ({ label }) =>
    `The group changes with time (${label}): a patient is counted in one group until the change and in the other from there on; who changes leaves the first curve like one censored.`,
  searchedCut: ({ label, shown, tried, shares }) =>
    `Exploratory: the cut-point ${shown} of ${label} is the one of ${formatCount(tried)} tried among these patients, with ${percent(shares[0])} to ${percent(shares[1])} of them in the low group, that separates them most; hazard ratios at it are too far from 1, and their intervals ignore the search.`,

  kaplanMeier: ({ changes, sampled, level, type }, cite) =>
    `${changes ? `Curves of the changing group are those of Simon and Makuch${cite("simonMakuch")}` : `Curves were estimated by the Kaplan–Meier method${cite("kaplanMeier")}`}, with pointwise ${formatLevel(level)} confidence intervals ${intervals[type]} from ${sampled ? "the robust standard error" : `Greenwood’s standard error${cite("greenwood")}, and before a group’s first event with the exact binomial limit${cite("clopperPearson")}`}.`,
  median: ({ level, falls, ends }, cite) => {
    const flat = falls
      ? " A curve that stays at exactly 50% before it falls has the middle of that stretch as its median."
      : "";
    const last = ends ? " A curve that ends at exactly 50% has as its median the time at which it got there." : "";
    return `Medians have ${formatLevel(level)} intervals from where the band crosses 50%${cite("brookmeyerCrowley")}.${flat}${last}`;
  },
  sampleSizes: (_, cite) =>
    `Beside the patients counted stand the sums of their weights, and as effective number (Σw)² / Σw²${cite("kish")}.`,
  aalenJohansen: ({ sampled, level, type, causes }, cite) =>
    `Cumulative incidence was estimated by the Aalen–Johansen method${cite("aalenJohansen")}${causes.length > 0 ? ` with ${listed(causes.map(inSentence))} competing` : ", though no other event competes"}, with pointwise ${formatLevel(level)} confidence intervals ${intervals[type]} from ${sampled ? "the robust standard error" : `its standard error, and before a group’s first event of the cause with the exact binomial limit${cite("clopperPearson")}`}.`,

  test: ({ name, source, strata, robust, emphasis }, cite) =>
    `Groups were compared by the two-sided ${name} test${stratified(strata)}${emphasis === null ? "" : `, which weighs ${emphasis}`}${robust ? `, as a robust score test of the weighted rows${cite("linWei")}` : `${cite(...publicationsOfTest(source))}`}.`,
  maxCombo: ({ strata }, cite) =>
    `Groups were compared by the MaxCombo test${stratified(strata)}: the largest of the log-rank and three Fleming–Harrington tests, (0, 1), (1, 1) and (1, 0), with P from their joint normal distribution${cite("karrison")}.`,
  maximallySelected: ({ by }, cite) =>
    `The groups at the cut were compared by the maximally selected log-rank statistic, with P corrected for the search by ${by === "gaussian" ? `the exact Gaussian approximation${cite("hothornLausen")}` : `the improved Bonferroni bound${cite("lausenSauerbrei")}`}.`,
  otherCutP: ({ hothornLausen }, cite) =>
    `Other corrections given beside it are the limiting distribution${cite("lausenSchumacher")}${hothornLausen ? `, the bound from the exact distribution${cite("hothornLausen")}` : ""} and the improved Bonferroni bound${cite("lausenSauerbrei")}.`,
  permutation: ({ count, seed, strata, ofCut }, cite) =>
    `A permutation P comes from dealing ${ofCut ? "the values" : "the groups"} out anew ${formatCount(count)} times${strata === null ? "" : ` within ${strata}`} (seed ${numberInWords(seed)})${cite("phipsonSmyth")}; it assumes that censoring and entry are alike in the groups.`,
  trend: ({ test, strata }, cite) =>
    `A trend over the ordered groups was tested by the ${test} test${stratified(strata)} with scores 1, 2, 3 …${cite("kleinMoeschberger")}.`,
  pairs: ({ test, strata, robust, adjust }, cite) => {
    const [name, source] = adjustments[adjust];
    return `Every two groups were compared on their own patients by the ${test} test${stratified(strata)}${robust ? ` as a robust score test${cite("linWei")}` : ""}, with P adjusted for the number of pairs by ${name}${source === null ? "" : `${cite(source)}`}.`;
  },
  gray: (_, cite) => `Groups were compared by Gray’s test${cite("gray")}.`,

  cox: ({ reference, strata, robust, level }, cite) =>
    `Hazard ratios (reference: ${reference}) with ${formatLevel(level)} Wald intervals come from a Cox model${stratified(strata)} with Efron’s method for ties${cite("cox", "efron")}${robustly(robust, cite)}.`,
  causeSpecificCox: ({ reference, robust, level }, cite) =>
    `Cause-specific hazard ratios (reference: ${reference}) with ${formatLevel(level)} Wald intervals come from Cox models with Efron’s method for ties${cite("cox", "efron")}${robustly(robust, cite)}, in which competing events count as censored.`,
  fineGray: ({ reference, level }, cite) =>
    `Subdistribution hazard ratios (reference: ${reference}) with ${formatLevel(level)} Wald intervals come from Fine–Gray models${cite("fineGray")}.`,
  firth: ({ level }, cite) =>
    `Because a hazard ratio has no finite estimate, those by Firth’s penalized likelihood are given too, with ${formatLevel(level)} profile intervals and penalized likelihood-ratio P${cite("firth", "heinzeSchemper")}.`,
  proportionalHazards: ({ p, uneven, averaged }, cite) =>
    `Proportional hazards were checked by the score test against time on the Kaplan–Meier scale${cite("grambschTherneau")}.${uneven ? ` They are not proportional (${pInWords(p)}): a hazard ratio is an average over the follow-up${averaged ? ", and restricted means, which assume no proportionality, are given beside it" : ""}.` : ""}`,
  coxModels: ({ strata, robust, level, together, wald }, cite) =>
    `Hazard ratios were estimated by Cox regression${stratified(strata)} with Efron’s method for ties${cite("cox", "efron")}${robustly(robust, cite)}, for each covariate alone${together ? " and for all together" : ""}, with ${formatLevel(level)} ${wald ? "Wald intervals and two-sided Wald P values" : "intervals"}.`,
  firthModels: ({ always }, cite) =>
    `Firth’s penalized likelihood was used ${always ? "in every model" : "where a hazard ratio would be 0 or infinite"}, with profile intervals and penalized likelihood-ratio P${cite("firth", "heinzeSchemper")}.`,
  selection: ({ by, alpha }, cite) =>
    `Covariates were chosen by backward elimination (${by === "aic" ? `by AIC${cite("akaike")}` : `while the largest Wald P was above ${numberInWords(alpha)}; one without a P stays`}), an exploratory search of which P values and intervals take no account.`,
  interactions: () =>
    "Interactions are products of two covariates; main effects hold at the reference, or at 0, of the other.",
  wholeTests: ({ by, covariates, interactions }) =>
    `${capitalized(listed([...(covariates ? ["covariates of several levels"] : []), ...(interactions ? ["interactions"] : [])]))} were tested as a whole by ${by === "likelihood ratio" ? "likelihood-ratio tests on the patients of the model" : "robust Wald tests"}.`,
  missingCovariates: () => "Patients with a missing covariate were left out of the models that need it.",
  subgroupRatios: ({ contrast, robust, level, parted }, cite) =>
    `Hazard ratios, ${contrast}, with ${formatLevel(level)} Wald intervals come from Cox models with Efron’s method for ties${cite("cox", "efron")}${robustly(robust, cite)}: in all patients${parted ? ", and in each subgroup of its patients alone; no P is given within a subgroup" : ""}.`,
  interactionTests: ({ by }) =>
    `Whether the ratio differs between the levels of a column was tested by ${by === "likelihood ratio" ? "the likelihood-ratio test" : "the robust Wald test"} of their products in a Cox model of both groups and the levels, in the patients with a value of it.`,
  missingSubgroups: () => "Patients without a value of a column are in none of its subgroups.",
  modelTest: ({ by, penalized }) =>
    `The model of all was tested against none by the ${penalized ? "penalized " : ""}${by === "likelihood ratio" ? "likelihood-ratio test" : by}.`,
  aic: (_, cite) => `Its AIC is −2 log likelihood plus twice the number of coefficients${cite("akaike")}.`,
  concordance: (_, cite) =>
    `Its discrimination is Harrell’s C of the linear predictor on the same patients, not corrected for optimism${cite("harrell")}.`,
  proportionalCovariates: (_, cite) =>
    `Proportional hazards were checked by the score test against time on the Kaplan–Meier scale${cite("grambschTherneau")}; a covariate that fails it keeps its hazard ratio, as an average over the follow-up.`,
  residuals: (_, cite) => `Scaled Schoenfeld residuals were plotted over time with a smooth${cite("schoenfeld")}.`,

  atTimes: () => "Values at chosen times are read from the curves, with the same pointwise intervals.",
  differenceAt: ({ tested }, cite) =>
    `Differences at a time have an interval joined from those of the two groups${cite("zouDonner")}${tested ? ` and P from the test of log(−log) survival${cite("klein")}` : ""}.`,
  conditional: ({ given, at }, cite) =>
    `Conditional estimates are of the patients ${given} and followed at ${at}, on the same clock${cite("zamboni")}.`,
  restrictedMeans: ({ tau, chosen, eventFree }, cite) =>
    `Restricted means are areas under the curves up to ${tau}, ${chosen ? "a time chosen" : "the end of the common follow-up"}, with intervals from the logarithm of the time lost${cite("roystonParmar")}${eventFree ? `, and in a group without an event until then from the exact binomial limit${cite("clopperPearson")}` : ""}.`,
  medianContrasts: ({ count, seed, level, lost }, cite) =>
    `Differences and ratios of medians have ${formatLevel(level)} percentile intervals of ${formatCount(count)} bootstrap resamples drawn within each group (seed ${numberInWords(seed)})${cite("efronCensored")}.${lost ? " Resamples in which a median is not reached are kept: they lie beyond every other, or on both sides where neither median is, and a limit that falls on one is not estimable (NE)." : ""}`,
  restrictedContrasts: (_, cite) =>
    `Differences and ratios of restricted means${cite("uno")} have intervals joined from those of the two groups${cite("zouDonner")}, of ratios on the log scale, and P is that of the ratio of the times lost; two groups are compared up to the end of their own common follow-up, unless a time was chosen.`,
  frozen: ({ tau }, cite) =>
    `Frozen curves and those of now share patients: their medians${tau === null ? "" : ` and restricted means, areas under the curves up to ${tau}, the end of the follow-up common to all of them${cite("roystonParmar")},`} stand beside each other without interval or P.`,
  rates: ({ level }, cite) =>
    `Rates are events by the time all patients of a group were followed, added up in years of ${numberInWords(365.25)} days, with exact ${formatLevel(level)} Poisson intervals${cite("garwood")}; they describe a hazard that is constant over the follow-up.`,
  followUp: ({ wholeOnly, fromEntry }, cite) =>
    `Median follow-up was estimated by the reverse Kaplan–Meier method${wholeOnly ? ", of all patients together" : ""}${fromEntry ? ", from each patient’s entry on" : ""}${cite("schemperSmith")}.`,
  scoreConcordance: ({ of, level, beside }, cite) =>
    `Harrell’s C of ${listed(of.map((each) => `the ${each}`))} is the share of comparable pairs of patients in which the one who stands higher has the event first, equal ones counting one half${cite("harrell")}, with ${formatLevel(level)} interval from its infinitesimal jackknife standard error${beside ? "; two scores are compared on the patients who have both, without a test" : ""}.`,
  prediction: ({ unit, at, until, level, risks, differences }, cite) =>
    `Uno’s C of the points counts events up to ${limitTime(until)} ${unit}, to when more than a tenth of the patients are not yet censored, each pair by the inverse square of the share not censored${cite("unoC")}; the area under the curve at ${withUnit(at, unit)} is cumulative and dynamic, weighted by the inverse of that share, with ${formatLevel(level)} interval from its influence function${cite("blanche")}. Both take censoring to have nothing to do with the points.${risks ? ` Brier scores${cite("graf", "gerdsSchumacher")}, calibration and net benefit${cite("vickers")} are of the risks that a Cox model of the points gives, fitted to the same patients.` : ""}${differences ? " Differences from another score are of the patients who have both, with intervals that allow for these being the same." : ""}`,
  factorRatios: ({ level, robust, together }, cite) =>
    `Hazard ratios of the factors with ${formatLevel(level)} Wald intervals come from Cox models with Efron’s method for ties${cite("cox", "efron")}${robustly(robust, cite)}: of each alone in the patients in whom it is known${together ? ", and of all together in those in whom all are" : ""}.`,
  publishedMedians: ({ of }) => `Published medians are ${of}.`,

  bestResponse: ({ label, words, blank }, cite) =>
    `Best response is that of “${label}” in the categories of RECIST 1.1${cite("eisenhauer")}${words.length > 0 ? `, with ${words.join("; ")}` : ""}${blank ? "; empty cells count as not evaluable" : ""}.`,
  responseRates: ({ level, denominator }, cite) =>
    `Rates are of ${denominator === "all" ? "all patients, those not evaluable being without a response" : "evaluable patients"}, with exact ${formatLevel(level)} intervals${cite("clopperPearson")}: objective response is complete or partial response, disease control adds stable disease.`,
  clinicalBenefit: ({ months, endpoint }) =>
    `Clinical benefit is objective response, or stable disease that lasted at least ${withUnit(months, "months")} by ${inSentence(endpoint)}; stable disease not followed so long does not count.`,
  responseDifference: ({ level }, cite) =>
    `Differences of rates have ${formatLevel(level)} intervals joined from the score intervals of each${cite("newcombe")}.`,
  responseOddsRatio: ({ level }, cite) =>
    `Odds ratios and their exact ${formatLevel(level)} intervals are conditional on the margins${cite("fisher")}.`,
  responseTest: ({ rate, drawn }, cite) =>
    `Groups were compared in ${rate} by Fisher’s exact test, two-sided${cite("fisher")}${drawn === null ? "" : `, with P from ${formatCount(drawn)} tables drawn at random`}.`,
  bestChange: ({ label, fractions, turned }) =>
    `Best change from baseline is that of “${label}”${fractions ? ", whose numbers are fractions of 1" : ", in percent"}${turned ? ", positive where the tumor shrank" : ""}.`,
  changesAlone: () =>
    "No column says best response: there are no rates. A tumor is smaller than at baseline where its best change is below 0.",
  measurements: ({ as }, cite) =>
    `${as === "sum" ? `Changes over time are of the sum of diameters from baseline, the last measurement at or before time zero${cite("eisenhauer")}` : "Changes over time are as given in the file of measurements"}; the best change is the smallest after time zero.`,
  characteristics: ({ ways, percentOf }, cite) => {
    const words = {
      median: `medians with quartiles (linear between values)${cite("hyndmanFan")}`,
      range: "medians with ranges",
      mean: "means with standard deviations",
      dates: "first and last dates",
      levels: "counts with percentages",
    };
    const of = percentOf === "known" ? "of patients with a value" : "of all patients of a group";
    return `Characteristics are given as ${listed(ways.map((way) => words[way]))}${ways.includes("levels") ? `, ${of}` : ""}; those without a value are counted.`;
  },
  weightedTable: (_, cite) =>
    `Rows carry sampling weights: counts are sums of weights, and percentages, quartiles (of the weighted distribution), means and standardized differences are weighted${cite("austinStuart")}; no test is made.`,
  assignedAtRandom: () =>
    "The groups were assigned at random, so that no P is given of differences between them at the start.",
  rowTest: (facts, cite) => rowTests[facts.test](facts, cite),
  standardizedDifferences: ({ several, numbers, levels }, cite) => {
    const of = [
      ...(numbers ? [`of means over the root of the mean variance${cite("austin")}`] : []),
      ...(levels ? [`of shares over their covariance${cite("yangDalton")}`] : []),
    ];
    return `Standardized differences are ${listed(of)}${several ? "; of several groups the largest of any two is given" : ""}.`;
  },
  geneSources: ({ sources, counted: classes }) =>
    `Genes were read from ${listed(sources)}; a gene is altered in a patient with any finding that is ${listed(classes, "or")}, wild type in one who was tested and has none, and not tested in all others, who are left out of its counts.`,
  geneShares: ({ level, sampled }, cite) =>
    `Shares of patients altered among those tested have exact ${formatLevel(level)} confidence intervals${cite("clopperPearson")}${sampled ? "; each patient counts once there, without a sampling weight" : ""}.`,
  genesByGroup: ({ label, drawn }, cite) =>
    `Each gene was compared by ${label} with Fisher’s exact test${cite("fisher")}${drawn ? " (P of large tables from 20,000 drawn ones)" : ""}, and q controls the false discovery rate over the genes shown${cite("benjaminiHochberg")}.`,
  genePairs: ({ paired }, cite) =>
    `Every two of ${counted(paired, "gene")} were compared in the patients tested for both with Fisher’s exact test and its conditional odds ratio${cite("fisher")}; q controls the false discovery rate over the pairs${cite("benjaminiHochberg")}.`,
  geneSurvival: ({ endpoint, level, leastAltered, leastEvents, robust }, cite) =>
    `${capitalized(endpoint)} of altered against wild type, in the patients tested for each gene with at least ${formatCount(leastAltered)} altered and ${counted(leastEvents, "event")}, is given as hazard ratio with ${formatLevel(level)} Wald interval by Cox regression with Efron’s method for ties${cite("cox", "efron")}${robustly(robust, cite)} and P of the log-rank test${robust ? ", as its robust score test" : cite("mantel", "peto")}; q controls the false discovery rate over the genes compared${cite("benjaminiHochberg")}. Patients are at risk from time zero, also those sequenced later, unless their entry is said.`,

  multiples: ({ label }) =>
    `Whatever is given of each ${label} was computed by the same methods of its patients alone; no P compares one with another.`,
  second: ({ label }) => `${label} was estimated by the same methods; no test compares the two endpoints.`,
  multiplicity: ({ but }) =>
    `P values are two-sided${but.length > 0 ? `; apart from ${listed(but)} none is` : " and not"} adjusted for multiple comparisons.`,
};

const percent = (share: number) => `${numberInWords(Number((share * 100).toPrecision(3)))}%`;

/** Every id, in the order of a paragraph. */
export const methodIds = Object.keys(sentences) as readonly MethodId[];

/** The sentence of a method, with its publications as `cite` has them. */
export const sentenceOf = (use: MethodUse, cite: Cite): string =>
  (sentences[use.id] as (facts: MethodUse, cite: Cite) => string)(use, cite);

/** The sentence of a method as a caption has it: without publications. */
export const methodInWords = (use: MethodUse): string => sentenceOf(use, () => "");
