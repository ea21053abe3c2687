import type { MethodId, MethodUse } from "../../panels/methods/methods";

/** What a method is called in a cell of a table, where its sentence does not fit. */
const names: Partial<Record<MethodId, string>> = {
  kaplanMeier: "Kaplan–Meier",
  median: "Kaplan–Meier, where the band crosses 50%",
  sampleSizes: "sampling weights",
  aalenJohansen: "Aalen–Johansen",
  maxCombo: "MaxCombo test",
  maximallySelected: "maximally selected log-rank statistic",
  otherCutP: "maximally selected log-rank statistic",
  permutation: "permutation test",
  gray: "Gray’s test",
  cox: "Cox regression, Efron ties",
  causeSpecificCox: "cause-specific Cox regression, Efron ties",
  fineGray: "Fine–Gray regression",
  firth: "Cox regression by Firth’s penalized likelihood",
  proportionalHazards: "score test of scaled Schoenfeld residuals",
  atTimes: "read from the curves",
  differenceAt: "intervals of both joined, P by log(−log) survival",
  conditional: "Kaplan–Meier of those still at risk",
  restrictedMeans: "area under the curve",
  restrictedContrasts: "intervals of both joined, P by the ratio of the times lost",
  medianContrasts: "bootstrap within groups, percentile interval",
  rates: "events by person-years, exact Poisson interval",
  followUp: "reverse Kaplan–Meier",
  bestResponse: "counted",
  changesAlone: "counted",
  responseRates: "share, exact interval",
  responseDifference: "intervals of both joined (Newcombe)",
  responseOddsRatio: "conditional odds ratio, exact interval",
  responseTest: "Fisher’s exact test",
  endpoint: "Kaplan–Meier, where the band crosses 50%",
  second: "as the first endpoint",
  multiples: "as of all patients",
};

/** "log-rank test, stratified by sex"; "" of a method that has no short name. */
export function shortName(use: MethodUse): string {
  if (use.id === "test") return `${use.name} test${stratified(use.strata)}${use.robust ? ", robust" : ""}`;
  if (use.id === "trend") return `trend by the ${use.test} test${stratified(use.strata)}`;
  if (use.id === "pairs") return `${use.test} test of the two groups${stratified(use.strata)}, ${use.adjust}`;
  const name = names[use.id] ?? "";
  return use.id === "cox" ? `${name}${stratified(use.strata)}${use.robust ? ", robust" : ""}` : name;
}

const stratified = (strata: string | null) => (strata === null ? "" : `, stratified by ${strata}`);
