import type { MethodId } from "../../lib/panels/methods/methods";

interface PlainWords {
  /** As it is called on the screen. */
  name: string;
  /** For somebody who has not met it before. */
  says: string;
  /** The method that computes it; null of words that are no statistic. */
  method: MethodId | null;
}

/** What the words of the board mean, by what they are. */
export const plainWords = {
  n: {
    name: "Patients, events",
    says: "Patients in the curve, and how many of them had the event. Events, not patients, decide how much a figure can tell.",
    method: null,
  },
  median: {
    name: "Median",
    says: "The time by which half of the patients have had the event, read where the curve crosses 50%. It is no prediction for one patient.",
    method: "median",
  },
  at: {
    name: "Share at a time",
    says: "The share still without the event at that time, read from the curve, which allows for those followed less long.",
    method: "atTimes",
  },
  medianDifference: {
    name: "Difference of medians",
    says: "How much later half of one group have had the event than half of the other. Its interval comes from drawing the patients of each group anew, many times.",
    method: "medianContrasts",
  },
  difference: {
    name: "Difference at a time",
    says: "How many more of 100 patients are still without the event at that time. A time chosen after looking at the curves makes it too large.",
    method: "differenceAt",
  },
  mean: {
    name: "Restricted mean",
    says: "The average time without the event within the first so many months: the area under the curve up to there. It needs no assumption about the shape of the curves.",
    method: "restrictedMeans",
  },
  gained: {
    name: "Difference of restricted means",
    says: "How much longer, on average, patients of one group were without the event within that time.",
    method: "restrictedContrasts",
  },
  rate: {
    name: "Rate per 100 person-years",
    says: "How many events came in each 100 years that all patients together were followed. One number for the whole follow-up: where the event comes faster at first, it hides that.",
    method: "rates",
  },
  followUp: {
    name: "Median follow-up",
    says: "How long patients would have been followed had none had the event. Behind it the curves rest on few.",
    method: "followUp",
  },
  test: {
    name: "Log-rank and its relatives",
    says: "Asks whether the curves differ more than chance alone would make them. P is how often chance would do as much; a large P is no proof that they are alike.",
    method: "test",
  },
  trend: {
    name: "Trend",
    says: "Asks whether survival rises or falls from group to group in their order.",
    method: "trend",
  },
  pairs: {
    name: "Every two groups",
    says: "Each pair compared by itself. With many pairs some differ by chance, so the second P is raised by how many there are.",
    method: "pairs",
  },
  permutation: {
    name: "Permutation P",
    says: "The same question for small groups: patients are dealt out to the groups anew, many times, and P is how often the curves then differ as much.",
    method: "permutation",
  },
  ratio: {
    name: "Hazard ratio",
    says: "How many times as fast the event comes in one group as in the other: 0.5 is half as fast, 1 no difference. It is one number for all times, and holds where the curves keep their distance.",
    method: "cox",
  },
  firth: {
    name: "Hazard ratio, Firth",
    says: "Where nobody in a group had the event the ratio is infinite or 0; this way of fitting gives a finite one.",
    method: "firth",
  },
  proportional: {
    name: "Proportional hazards",
    says: "Asks whether the hazard ratio is the same at all times. A small P says it is not: then read the curves and the restricted means.",
    method: "proportionalHazards",
  },
  cut: {
    name: "Searched cut-point",
    says: "Of many cuts the one with the largest difference. By chance alone the best of many looks good; P is corrected for that, medians and ratio are not.",
    method: "searchedCut",
  },
  given: {
    name: "Given so far",
    says: "The share still without the event later, among those without it and followed at an earlier time.",
    method: "conditional",
  },
  incidence: {
    name: "Cumulative incidence",
    says: "The share who have had this event by a time, where another event may come first and rule it out.",
    method: "aalenJohansen",
  },
  gray: {
    name: "Gray’s test",
    says: "Asks whether this event came more often in one group, with the other events that may come first taken into account.",
    method: "gray",
  },
  subdistribution: {
    name: "Subdistribution hazard ratio",
    says: "How the groups differ in the share who have this event; above 1 it is more.",
    method: "fineGray",
  },
  causeSpecific: {
    name: "Cause-specific hazard ratio",
    says: "How many times as fast this event comes among those who have had none yet.",
    method: "causeSpecificCox",
  },
  interval: {
    name: "CI",
    says: "The confidence interval: a range made so that it holds the true value in nearly all such studies, in as many of 100 as its level says. A wide one says that little is known.",
    method: null,
  },
  p: {
    name: "P",
    says: "How often chance alone would make a difference as large as this one. It says nothing about how large the difference is, or whether it matters.",
    method: null,
  },
  nr: {
    name: "NR",
    says: "Not reached: while patients are followed, fewer than half have had the event.",
    method: null,
  },
  ne: {
    name: "NE",
    says: "Not estimable: the data do not say. Below the numbers stands why.",
    method: null,
  },
  v: {
    name: "v",
    says: "Against: the group before it is compared with the one after it, the reference. The button beside it turns them round.",
    method: null,
  },
  atRisk: {
    name: "At risk",
    says: "Patients still followed and without the event just before that time. Where they are few a curve says little.",
    method: null,
  },
  censored: {
    name: "Censored",
    says: "Without the event when last seen. What came later is not known, and the curve does not pretend to know.",
    method: null,
  },
  landmark: {
    name: "Landmark",
    says: "A fair start for groups that are known only later, such as responders: the clock begins at that time, with those still followed.",
    method: "landmark",
  },
} as const satisfies Record<string, PlainWords>;

export type PlainWord = keyof typeof plainWords;
