/** A caution that a test tells: its rule, how often it is said without cause, and with it. Of `npm run cautions`. */
export interface CautionRates {
  name: string;
  says: string;
  rule: string;
}

export const cautionsInWords =
  "Where groups do not differ, a figure of 75 patients has a caution in 5–6% of cohorts, with sampling weights in about 2%: drawn with a seed, with exponential and Weibull times, 40 to 120 patients in two or three groups, and with delayed entry. Each that a test tells is below, with how often it is said where it does not hold and where it does. The others are no tests: they state counts (few patients or events, few observed at first), names (known only later) or choices (another test, a score made here, comparisons, subgroups).";

export const cautionRates: readonly CautionRates[] = [
  {
    name: "Hazards not proportional",
    rule: "P < .03 of the test of proportional hazards, < .02 with more than three groups",
    says: "Without cause in 2–5%. Of an effect that begins at 6 months, with a ratio of 0.3 from then on: 29% at 75 patients, 40% at 120, 71% at 240. Of Weibull shapes 0.7 and 1.8: 93% at 75.",
  },
  {
    name: "Curves cross",
    rule: "|Ŝ₁ − Ŝ₂| ≥ 5 points and > z · √(SE₁² + SE₂²) on both sides, 10 at risk in both; .05 shared by the pairs",
    says: "Without cause in at most 1.4%. Of Weibull shapes 0.7 and 1.8 with one median: 12% at 75 patients, 52% at 120, 97% at 240.",
  },
  {
    name: "Immortal time",
    rule: "hypergeometric P(no event of the group before its first), given all events and one ratio of hazards, < .02 shared by the groups",
    says: "Without cause in at most 2.1%. Of a group one had to live 6 months to be in: 67% at 75 patients, 96% at 120. Where the wait differs, with a median of 3 months: 8%, 14%, and 29% at 240, so that its absence excludes nothing. A group whose risk is low only at first looks the same: of Weibull shapes 0.7 and 1.8 it is said in 56% at 75.",
  },
  {
    name: "Shorter follow-up",
    rule: "median at most 0.6 of another's, and log-rank P of the ends of follow-up < .02 shared by the pairs",
    says: "Without cause in at most 1.8%. Of follow-up of 6 to 24 and 12 to 60 months: 94% at 75 patients, 98% at 120.",
  },
];

export const intervalsInWords =
  "Of the same cohorts without a difference, 95% intervals hold the truth in 93–98% (survival at 12 months), 94–97% (median) and 93–96% (hazard ratio). Those of restricted means hold in 91–95% at 40 patients and 94–95% at 120: with few events they are somewhat narrow. The log-rank test at .05 rejects in 5–7% at 40 patients and 4–6% at 120; with sampling weights in 6–9% and 5–8%, so that a weighted P near .05 of few patients is no evidence. A hazard ratio with a robust standard error has an interval and P from five patients of a group on: of 5, 10 and 20 beside 60 others its test rejects in 12%, 9% and 7%.";
