import { type CitationId, citations } from "../../lib/panels/methods/citations";
import { type MethodId, publicationsOfTest } from "../../lib/panels/methods/methods";
import { survivalTests } from "../../lib/survival";

export interface Method {
  name: string;
  /** The methods of the paragraphs that it explains. */
  of: readonly MethodId[];
  says: string;
  formula: string;
  sources: readonly CitationId[];
  r: string;
}

export interface MethodGroup {
  title: string;
  methods: readonly Method[];
}

/** The publications of a method, whole. */
export const sourceOf = ({ sources }: Method): string => sources.map((id) => citations[id].whole).join("; ");

const curves: MethodGroup = {
  title: "Curves",
  methods: [
    {
      name: "Kaplan–Meier curve",
      of: ["kaplanMeier", "delayedEntry"],
      says: "The product-limit estimate. A patient whose follow-up ends at t is at risk at t; at tied times events come before censorings. Times that differ by rounding only are tied, as in R. With delayed entry a patient is at risk after the entry time.",
      formula: "Ŝ(t) = ∏ over event times tⱼ ≤ t of (1 − dⱼ / nⱼ)",
      sources: ["kaplanMeier"],
      r: "survfit(Surv(time, event) ~ group)",
    },
    {
      name: "Standard error",
      of: [],
      says: "Of Ŝ(t); not defined where Ŝ has reached 0.",
      formula: "SE = Ŝ(t) · √ Σ dⱼ / (nⱼ (nⱼ − dⱼ))",
      sources: ["greenwood"],
      r: "summary(survfit(…))$std.err",
    },
    {
      name: "Confidence band",
      of: [],
      says: "Pointwise, 95% and on the log(−log) scale unless chosen otherwise, so that it stays between 0 and 1. It says where the curve may lie at one time, not everywhere at once. Plain, log, logit and arcsine scales are the others.",
      formula: "exp(−exp(log(−log Ŝ) ± z · SE / (Ŝ log Ŝ)))",
      sources: ["kalbfleischPrentice", "borganLiestol"],
      r: 'survfit(…, conf.type = "log-log")',
    },
    {
      name: "Before a group’s first event",
      of: [],
      says: "A standard error of 0 says nothing; the lower limit is the exact one for the fewest m at risk so far.",
      formula: "(α / 2)^(1 / m)",
      sources: ["clopperPearson"],
      r: "binom.test(m, m)$conf.int",
    },
    {
      name: "Median",
      of: ["median"],
      says: "The first time at which Ŝ is at most 0.5; where Ŝ equals 0.5 over a stretch, its middle. NR: not reached. The interval is made of the times at which the band crosses 0.5. NE: a limit that cannot be estimated.",
      formula: "median = min { t : Ŝ(t) ≤ 0.5 }",
      sources: ["brookmeyerCrowley"],
      r: "quantile(survfit(…), 0.5)",
    },
    {
      name: "Comparison of medians",
      of: ["medianContrasts"],
      says: "Each group against the reference, as difference and as ratio, without a P. Patients are drawn with replacement within each group, by a generator with a stated seed, and the interval is of the medians of these resamples. None is dropped: where a median is not reached in one, it lies beyond all others, and a limit that falls on it is NE.",
      formula:
        "m₁ − m₂ and m₁ / m₂; of B resamples the k-th smallest and k-th largest, k = (B + 1) α / 2, rounded down",
      sources: ["efronCensored"],
      r: "quantile(survfit(…), 0.5) of resamples; quantile(…, type = 6)",
    },
    {
      name: "Values at chosen times",
      of: ["atTimes"],
      says: "Read from the curve with its interval, at times chosen beforehand; nothing is given past the last follow-up.",
      formula: "Ŝ(t), or I(t) of a cumulative incidence",
      sources: ["kaplanMeier"],
      r: "summary(survfit(…), times = t)",
    },
    {
      name: "Difference at a time",
      of: ["differenceAt"],
      says: "Between a group and the reference, at a time chosen beforehand, or without P where two curves are read: the interval joins those of the two groups, and P is that of log(−log Ŝ). P holds in small groups, and so does the interval where those of the groups are on the log(−log) scale, as they are unless another is chosen; on the plain scale it claims too much there.",
      formula:
        "Ŝ₁ − Ŝ₂, lower limit Ŝ₁ − Ŝ₂ − √((Ŝ₁ − L₁)² + (U₂ − Ŝ₂)²); Z = (log(−log Ŝ₂) − log(−log Ŝ₁)) / √(V₁ + V₂)",
      sources: ["klein", "zouDonner"],
      r: "from summary(survfit(…), times = t)",
    },
    {
      name: "Restricted mean",
      of: ["restrictedMeans"],
      says: "The mean time without the event within the first τ: the area under the curve. Its limits come from the logarithm of the time lost; without an event until τ the lower one is τ times the exact limit of survival.",
      formula: "∫₀^τ Ŝ(t) dt, with variance Σ (∫ from tⱼ to τ of Ŝ)² · dⱼ / (nⱼ (nⱼ − dⱼ))",
      sources: ["roystonParmar"],
      r: "print(survfit(…), rmean = τ)",
    },
    {
      name: "Comparison of restricted means",
      of: ["restrictedContrasts"],
      says: "Each group against the reference, as difference and as ratio, up to their own common follow-up; P is that of the ratio of the times lost. None assumes proportional hazards.",
      formula: "μ₁ − μ₂, limits squared and added; μ₁ / μ₂, the same on the log scale; P of (τ − μ₁) / (τ − μ₂)",
      sources: ["uno", "zouDonner"],
      r: "survRM2::rmst2(…)",
    },
    {
      name: "Frozen curves and now",
      of: ["frozen"],
      says: "Medians and restricted means of curves frozen before a filter was moved, beside those of now, up to the end of the follow-up common to all of them. The patients overlap, so there is neither interval nor P.",
      formula: "median and ∫₀^τ Ŝ(t) dt, then and now",
      sources: ["roystonParmar"],
      r: "print(survfit(…), rmean = τ) of both",
    },
    {
      name: "Conditional estimate",
      of: ["conditional"],
      says: "The chance to be without the event at t, given without it and followed past s.",
      formula: "Ŝ(t) / Ŝ(s)",
      sources: ["zamboni"],
      r: "survfit on the rows with time > s",
    },
    {
      name: "Events by person-years",
      of: ["rates"],
      says: "Events of a group by the time all its patients were followed, from entry or time zero to the event, a competing one or the end; a year has 365.25 days. None with sampling weights, or where a patient has several events.",
      formula: "d / T; limits χ²(α/2; 2d) / 2 and χ²(1 − α/2; 2d + 2) / 2, by T",
      sources: ["garwood"],
      r: "poisson.test(events, time)",
    },
    {
      name: "Median follow-up",
      of: ["followUp"],
      says: "By the reverse Kaplan–Meier method: being censored is the event, and every other ending counts as censored.",
      formula: "median of the Kaplan–Meier curve with the roles exchanged",
      sources: ["schemperSmith"],
      r: "survfit(Surv(time, event == 0) ~ 1)",
    },
    {
      name: "Several rows of a patient",
      of: ["severalRows"],
      says: "One row, or one value of each column, stands for a patient. The greatest and the smallest pass over what is no number or date; the latest of one day is the last in the file, the earliest the first; of two equally near to a date the earlier counts; “after” leaves out the day itself.",
      formula: "argmin over the patient’s rows with a value of |day − date|",
      sources: [],
      r: "do.call(rbind, by(d, d$id, function(p) p[which.min(abs(p$day - p$date)), ]))",
    },
    {
      name: "Corrected cells",
      of: ["correctedCells"],
      says: "A cell corrected by hand counts as what it was corrected to, before anything else is made of the file, which stays as it is. It counts in a later cut where the cell of the same patient still says what it said.",
      formula: "value(patient, column) := correction, where the file says what was corrected",
      sources: [],
      r: 'd$start[d$id == "P009" & d$start == "31/02/2019"] <- "2019-02-28"',
    },
    {
      name: "Intervals of patients",
      of: ["intervals"],
      says: "Rows of one patient that follow each other without an event count as one: nobody is counted twice, or censored who is followed on. Models have robust standard errors over patients. Follow-up is from the first start to the last end. Several events of a patient are not computed; the first can be chosen.",
      formula: "at risk at t: start < t ≤ stop; V = Σ over patients of (Σ dfbeta)(Σ dfbeta)ᵀ",
      sources: ["linWei"],
      r: "survfit(Surv(start, stop, event) ~ group, id = id); coxph(Surv(start, stop, event) ~ x, cluster = id)",
    },
    {
      name: "Count weights",
      of: ["countWeights"],
      says: "A count stands for so many equal patients, and every formula is that of the rows written out. With Efron’s ties it therefore differs from R’s weights argument on purpose.",
      formula: "w equal rows",
      sources: [],
      r: "the rows replicated",
    },
    {
      name: "Sampling weights",
      of: ["samplingWeights", "sampleSizes"],
      says: "Estimates are weighted, variances robust, and tests robust score and Wald tests. Whatever number all weights are multiplied by changes no estimate, interval or P. Patients and events are counted; sums of weights and the effective number stand beside them.",
      formula: "V = Σ over rows of (w · dfbeta)(w · dfbeta)ᵀ; effective n = (Σw)² / Σw²",
      sources: ["linWei", "kish"],
      r: "survfit(…, weights, robust = TRUE); coxph(…, weights, robust = TRUE)",
    },
  ],
};

/** How R has a test of such a weight. */
const testInR = (inR: string | null): string =>
  inR === null
    ? "survdiff(Surv(time, event) ~ group + strata(…))"
    : inR === "s"
      ? "survdiff(Surv(time, event) ~ group, rho = 1)"
      : "from survdiff’s sums, weighted";

const tests: MethodGroup = {
  title: "Tests",
  methods: [
    {
      name: "Comparison of groups",
      of: ["test"],
      says: "Compares the curves over the whole time; two-sided, with the hypergeometric variance, stratified where strata are given. The tests below weigh the same differences between observed and expected by time. A test other than the log-rank is named on the figure; choosing after looking is exploratory.",
      formula: "χ² = (O − E)ᵀ V⁻ (O − E) of the weighted sums, on (groups − 1) degrees of freedom",
      sources: ["mantel"],
      r: "survdiff(Surv(time, event) ~ group)",
    },
    ...survivalTests.map(
      ({ id, label, emphasis, formula, inR }): Method => ({
        name: label,
        of: [],
        says: `Weighs ${emphasis}.`,
        formula,
        sources: publicationsOfTest(id),
        r: testInR(inR),
      }),
    ),
    {
      name: "MaxCombo",
      of: ["maxCombo"],
      says: "For two groups: the largest of the log-rank and three Fleming–Harrington tests (0, 1), (1, 1) and (1, 0), judged by their joint normal distribution.",
      formula: "P = 1 − P(all |Zₖ| ≤ max |Z|)",
      sources: ["karrison", "lin"],
      r: "no function here; checked against survdiff sums and mvtnorm::pmvnorm",
    },
    {
      name: "Trend",
      of: ["trend"],
      says: "For three or more ordered groups, such as those of a score, with the groups numbered 1, 2, 3 …; two-sided.",
      formula: "Z = Σ a(O − E) / √(aᵀVa)",
      sources: ["kleinMoeschberger"],
      r: "computed from survdiff(…)$obs, $exp and $var",
    },
    {
      name: "Pairs of groups",
      of: ["pairs"],
      says: "Every two groups by the chosen test on their own patients, with P adjusted for the number of pairs by Holm, by the false discovery rate, or by Bonferroni.",
      formula: "Holm: the k-th smallest of m P times (m − k + 1), never below one before it",
      sources: ["holm", "benjaminiHochberg"],
      r: "survminer::pairwise_survdiff(…); p.adjust(…)",
    },
    {
      name: "Permutation P",
      of: ["permutation"],
      says: "For groups too small for χ²: groups are dealt out anew among the patients of each stratum, by a generator with a stated seed. It assumes that censoring and entry are alike in the groups.",
      formula: "(1 + how often χ² is reached) / (1 + permutations)",
      sources: ["phipsonSmyth"],
      r: "no function here; checked against all arrangements of small groups",
    },
  ],
};

const regression: MethodGroup = {
  title: "Cox regression",
  methods: [
    {
      name: "Hazard ratio",
      of: ["cox", "coxModels"],
      says: "From a Cox model with Efron’s ties, strata and delayed entry; Wald interval. Iterated until a step no longer changes the digits.",
      formula: "h(t | x) = h₀(t) · exp(βᵀx)",
      sources: ["cox", "efron"],
      r: 'coxph(Surv(time, event) ~ …, ties = "efron", control = coxph.control(eps = 1e-14))',
    },
    {
      name: "Separation",
      of: ["firth", "firthModels"],
      says: "Where a hazard ratio has no finite estimate this is said; Firth’s penalized likelihood gives one, with a profile interval and a penalized likelihood-ratio P. Collinear and constant covariates are named and left out.",
      formula: "log L(β) + ½ log |I(β)|",
      sources: ["firth", "heinzeSchemper"],
      r: "coxphf::coxphf(…); checked against a second implementation written in R",
    },
    {
      name: "Proportional hazards",
      of: ["proportionalHazards", "proportionalCovariates"],
      says: "Tests whether a hazard ratio changes with time, on the Kaplan–Meier scale. A small P says that one ratio does not describe the whole time.",
      formula: "score test of adding x · (1 − Ŝ(t)) to the model",
      sources: ["grambschTherneau"],
      r: 'cox.zph(fit, transform = "km")',
    },
    {
      name: "Residuals over time",
      of: ["residuals"],
      says: "Scaled Schoenfeld residuals of each coefficient with a smooth: a flat line where hazards are proportional.",
      formula: "β̂ + (events) · V · (x − x̄(t)) at each event",
      sources: ["schoenfeld", "grambschTherneau"],
      r: "plot(cox.zph(fit))",
    },
    {
      name: "Subgroups",
      of: ["subgroupRatios", "interactionTests", "missingSubgroups"],
      says: "The hazard ratio of two groups in all patients and in those of each level alone. Whether it differs between the levels is tested by the products of the group with all of them; no P is given within a subgroup, because one below .05 there and one above elsewhere is no difference between them.",
      formula: "2 (log L(group + level + group × level) − log L(group + level))",
      sources: ["cox", "efron"],
      r: "anova(coxph(y ~ group + level), coxph(y ~ group * level))",
    },
    {
      name: "Test of a model",
      of: ["modelTest", "wholeTests"],
      says: "All covariates against none, and a covariate or interaction of several coefficients as a whole, by the likelihood ratio; under sampling weights by the robust Wald test.",
      formula: "2 (log L(β̂) − log L(0))",
      sources: ["cox"],
      r: 'summary(fit)$logtest; drop1(fit, test = "Chisq")',
    },
    {
      name: "Information criterion",
      of: ["aic"],
      says: "Of models of the same patients the one with the smaller value fits better for its size.",
      formula: "AIC = −2 log L + 2p",
      sources: ["akaike"],
      r: "AIC(fit)",
    },
    {
      name: "Concordance",
      of: ["concordance"],
      says: "The share of comparable pairs whose order the model or a score gets right, on the patients it was fitted to: too good for others.",
      formula: "C = (concordant + ½ tied) / comparable",
      sources: ["harrell"],
      r: "concordance(fit)",
    },
    {
      name: "Factors of a score",
      of: ["factorRatios"],
      says: "In the Scores place: a model of each factor alone, in the patients in whom it is known, and one of all together, in those in whom all are.",
      formula: "h(t | x) = h₀(t) · exp(βx), x = 1 where the factor is met",
      sources: ["cox", "efron"],
      r: "coxph(Surv(time, event) ~ factor); coxph(Surv(time, event) ~ all factors)",
    },
    {
      name: "Concordance of a score",
      of: ["scoreConcordance"],
      says: "Of the points, and of the groups in their order: the one who stands higher should have the event first. Two scores are set beside each other on the patients who have both.",
      formula: "C ± z · SE, SE by the infinitesimal jackknife, within 0 and 1",
      sources: ["harrell"],
      r: "concordance(Surv(time, event) ~ points, reverse = TRUE)",
    },
    {
      name: "Prediction by a score",
      of: ["prediction"],
      says: "Uno’s C, the area under the curve and the Brier score weight those whose state at a time is known by the inverse of the share not yet censored, Ĝ. Risks are those of a Cox model of the points, fitted to the same patients. The net benefit of treating from a threshold on sets those without the event against those with it by the odds of the threshold.",
      formula: "BS(t) = 1/n Σ [1(T ≤ t, event) (1 − π)² / Ĝ(T−) + 1(T > t) π² / Ĝ(t)]; NB(p) = TP/n − FP/n · p/(1 − p)",
      sources: ["unoC", "blanche", "graf", "gerdsSchumacher", "vickers"],
      r: 'concordance(Surv(time, event) ~ points, reverse = TRUE, timewt = "n/G2", ymax = until); riskRegression::Score(cens.model = "km")',
    },
    {
      name: "Selection of covariates",
      of: ["selection"],
      says: "Backward, while the AIC falls or the largest Wald P is above a level. What is selected is exploratory: its P values and intervals do not know of the search.",
      formula: "drop the covariate without which AIC is smallest",
      sources: ["akaike"],
      r: "step(fit); drop1(fit)",
    },
  ],
};

const competing: MethodGroup = {
  title: "Competing risks",
  methods: [
    {
      name: "Cumulative incidence",
      of: ["aalenJohansen"],
      says: "The chance to have had an event of one cause by t while others compete. 1 − Ŝ of a curve that censors the others overstates it.",
      formula: "I(t) = Σ Ŝ(tⱼ−) · dⱼ / nⱼ, with Ŝ of any event",
      sources: ["aalenJohansen"],
      r: "survfit(Surv(time, status as a factor) ~ group)",
    },
    {
      name: "Gray’s test",
      of: ["gray"],
      says: "Compares the cumulative incidence of a cause between groups.",
      formula: "log-rank test of the subdistribution hazard",
      sources: ["gray"],
      r: "cmprsk::cuminc(…)$Tests",
    },
    {
      name: "Fine–Gray regression",
      of: ["fineGray"],
      says: "How the group changes the cumulative incidence of one cause. Events come before censorings at the same time, as in crr.",
      formula: "λ(t | x) = λ₀(t) · exp(βᵀx), patients with a competing event weighted by Ĝ(t−) / Ĝ(T−)",
      sources: ["fineGray"],
      r: "cmprsk::crr(…)",
    },
    {
      name: "Cause-specific hazard ratio",
      of: ["causeSpecificCox", "causeSpecific"],
      says: "How the group changes the rate of one cause among those still without any event.",
      formula: "Cox model in which other causes count as censored",
      sources: ["cox"],
      r: "coxph(Surv(time, status == cause) ~ group)",
    },
  ],
};

const guards: MethodGroup = {
  title: "Against bias",
  methods: [
    {
      name: "Landmark",
      of: ["landmark"],
      says: "For a group that is known only later: patients still followed past L, with the clock set back to 0 there.",
      formula: "rows with time > L; time − L",
      sources: ["anderson"],
      r: "survfit(Surv(time − L, event) ~ group, subset = time > L)",
    },
    {
      name: "Group that changes with time",
      of: ["changingGroups"],
      says: "Each patient counts in the first group until the change and in the second from there on: Simon–Makuch curves, Mantel–Byar test, time-dependent Cox model.",
      formula: "rows (0, change] and (change, end]",
      sources: ["mantelByar", "simonMakuch"],
      r: "survfit, survdiff and coxph of Surv(start, stop, event) ~ group",
    },
    {
      name: "Cut-point search",
      of: ["searchedCut", "maximallySelected", "otherCutP"],
      says: "The best of many cuts has a small P by chance. Its P is corrected for the search in several ways, of which the permutation null needs no approximation.",
      formula: "max over cuts of |standardized log-rank statistic|",
      sources: ["lausenSchumacher", "lausenSauerbrei", "hothornLausen"],
      r: "maxstat::maxstat.test(…, pmethod)",
    },
  ],
};

const responses: MethodGroup = {
  title: "Response",
  methods: [
    {
      name: "Best response",
      of: ["bestResponse"],
      says: "CR, PR, SD, PD and not evaluable as the file says it. Words of RECIST 1.1, iRECIST, RANO and Lugano, in English and German, have their usual meaning; any other word blocks the panel until somebody says what it counts as.",
      formula: "none: taken from the file",
      sources: ["eisenhauer"],
      r: "table(group, response)",
    },
    {
      name: "Response rates",
      of: ["responseRates"],
      says: "Of all patients of a group, those not evaluable being without a response, or of evaluable patients alone; the interval is the exact one.",
      formula: "(CR + PR) / n, (CR + PR + SD) / n; limits solve the binomial tails for α / 2",
      sources: ["clopperPearson"],
      r: "binom.test(x, n)$conf.int",
    },
    {
      name: "Clinical benefit",
      of: ["clinicalBenefit"],
      says: "Adds stable disease whose time to the event of the endpoint of progression is at least as long as stated; stable disease censored before counts as none, and is said.",
      formula: "(CR + PR + SD with time ≥ m) / n",
      sources: ["eisenhauer"],
      r: "binom.test(x, n)",
    },
    {
      name: "Difference of rates",
      of: ["responseDifference"],
      says: "Method 10 of Newcombe: from the score intervals of the two rates, so that it stays within −1 and 1.",
      formula: "d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²)",
      sources: ["newcombe"],
      r: "prop.test(x, n, correct = FALSE)$conf.int of each group",
    },
    {
      name: "Comparison of rates",
      of: ["responseTest"],
      says: "Fisher’s exact test over all groups: all tables with the same margins that are no likelier.",
      formula: "Σ of the probabilities of the tables no likelier than this one",
      sources: ["fisher"],
      r: "fisher.test(group, responded)",
    },
    {
      name: "Odds ratio of rates",
      of: ["responseOddsRatio"],
      says: "The conditional maximum likelihood estimate with its exact interval, which is not ad / bc.",
      formula: "the ratio at which the mean of the cell, given the margins, is the one seen",
      sources: ["fisher"],
      r: "fisher.test(…)$estimate",
    },
    {
      name: "Best change",
      of: ["bestChange", "measurements", "changesAlone"],
      says: "From a column, or from measurements over time: the smallest change after time zero. The baseline is the last measurement at or before time zero; patients without one, or with a sum of 0, have no change and are named. Without a column of best response no rate is given; a tumor is smaller where its change is below 0. A column called shrinkage, or whose responders are all above 0, is asked what a number above 0 means.",
      formula: "min over t > 0 of 100 (S(t) − S₀) / S₀",
      sources: ["eisenhauer"],
      r: "min(100 * (sum - baseline) / baseline)",
    },
  ],
};

const patients: MethodGroup = {
  title: "Patients",
  methods: [
    {
      name: "Numbers of patients",
      of: ["characteristics"],
      says: "Median with quartiles or range, or mean with standard deviation, with as many decimals as the file has and one more for means. Percentages are of patients with a value, or of all of the column, as is said; of fewer than 100 patients they have no decimals. Missing values are counted in a row of their own.",
      formula:
        "x₍ₖ₎ + (h − k)(x₍ₖ₊₁₎ − x₍ₖ₎) with h = (n − 1) p + 1 and k its whole part for the quartiles; SD = √(Σ (xⱼ − x̄)² / (n − 1))",
      sources: ["hyndmanFan"],
      r: "quantile(x, c(.25, .5, .75), type = 7); sd(x)",
    },
    {
      name: "Standardized difference",
      of: ["standardizedDifferences"],
      says: "How far apart two groups are, in standard deviations, whatever their size; above 0.1 it is worth a look, above 0.2 it is told of. Of several groups the largest of any two. ∞: two groups that share no value.",
      formula:
        "|x̄₁ − x̄₂| / √((s₁² + s₂²) / 2) of numbers; √(dᵀ S⁻¹ d) of levels, d = p₁ − p₂ without the first level, S the mean of the two multinomial covariances",
      sources: ["austin", "yangDalton"],
      r: "abs(mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2)",
    },
    {
      name: "Comparison of numbers by ranks",
      of: ["rowTest"],
      says: "Wilcoxon’s rank sum test of two groups, exact without ties and with fewer than 50 patients in each, else by the normal approximation with continuity correction; Kruskal and Wallis’s of several, corrected for ties.",
      formula:
        "W = Σ ranks of the first group − n₁ (n₁ + 1) / 2; H = 12 / (N (N + 1)) · Σ nⱼ (r̄ⱼ − (N + 1) / 2)² / (1 − Σ (t³ − t) / (N³ − N))",
      sources: ["wilcoxon", "mannWhitney", "kruskalWallis"],
      r: "wilcox.test(x ~ group); kruskal.test(x ~ group)",
    },
    {
      name: "Comparison of means",
      of: [],
      says: "Welch’s tests, which do not take variances for equal.",
      formula: "t = (x̄₁ − x̄₂) / √(s₁² / n₁ + s₂² / n₂), with Satterthwaite’s degrees of freedom",
      sources: ["welch", "welchSeveral"],
      r: "t.test(x ~ group); oneway.test(x ~ group)",
    },
    {
      name: "Comparison of categories",
      of: [],
      says: "The χ² test without continuity correction where at least 5 patients are expected in every cell, else Fisher’s exact test of r × c counts. Where it cannot be counted out P comes of 20,000 tables drawn with a fixed seed, with its standard error, marked ≈.",
      formula:
        "χ² = Σ (O − E)² / E; Fisher: Σ of the probabilities of the tables with these margins that are no likelier",
      sources: ["pearson", "freemanHalton"],
      r: "chisq.test(x, group, correct = FALSE); fisher.test(x, group)",
    },
    {
      name: "Trend over groups",
      of: [],
      says: "Where asked for, over groups or levels in their order: Cochran and Armitage’s test of shares, Jonckheere and Terpstra’s of numbers with ties, Spearman’s rank correlation of levels over groups.",
      formula: "χ² = (Σ xⱼ (rⱼ − nⱼ p))² / (p (1 − p) (Σ nⱼ xⱼ² − (Σ nⱼ xⱼ)² / N)), with places xⱼ = 1, 2, …",
      sources: ["cochran", "armitage", "jonckheere", "terpstra", "spearman"],
      r: 'prop.trend.test(r, n); cor.test(x, g, method = "kendall", exact = FALSE)',
    },
    {
      name: "Patients of a weighted sample",
      of: ["weightedTable"],
      says: "Counts are sums of weights; quartiles are the smallest values at or below which that share of the weights lies. No test is made.",
      formula: "x̄ = Σ wⱼ xⱼ / Σ wⱼ; s² = Σ wⱼ (xⱼ − x̄)² · Σ wⱼ / ((Σ wⱼ)² − Σ wⱼ²)",
      sources: ["austinStuart"],
      r: "weighted.mean(x, w)",
    },
  ],
};

const genes: MethodGroup = {
  title: "Gene aberrations",
  methods: [
    {
      name: "Altered, wild type, not tested",
      of: ["geneSources"],
      says: "A patient is altered in a gene with any finding of a class that is counted, wild type if tested without one, and otherwise not tested and left out of that gene. Who was tested is said by the file (blank cells, words, panels of genes) or by the user; it is never assumed.",
      formula: "tested = altered + wild type",
      sources: [],
      r: "ifelse(altered, TRUE, ifelse(tested, FALSE, NA))",
    },
    {
      name: "Share of patients altered",
      of: ["geneShares"],
      says: "Of the patients tested for that gene, not of mutations or samples; the interval is the exact one.",
      formula: "altered / tested; limits solve the binomial tails for α / 2",
      sources: ["clopperPearson"],
      r: "binom.test(altered, tested)$conf.int",
    },
    {
      name: "Genes by group",
      of: ["genesByGroup"],
      says: "Fisher’s exact test of altered by group in the patients tested; q over the genes shown. With m genes and no true effect, some P is under .05 in 1 − .95^m of cohorts.",
      formula: "q₍ₖ₎ = min over j ≥ k of m p₍ⱼ₎ / j",
      sources: ["fisher", "benjaminiHochberg"],
      r: 'fisher.test(group, altered), p.adjust(p, "BH")',
    },
    {
      name: "Two genes together, or apart",
      of: ["genePairs"],
      says: "Of the patients tested for both, at most the first 20 genes; q over the pairs. A pair in which one gene is never or always altered has no P.",
      formula: "log₂ of the conditional odds ratio of [both, first; second, neither]",
      sources: ["fisher", "benjaminiHochberg"],
      r: 'fisher.test(a, b), log2(estimate), p.adjust(p, "BH")',
    },
    {
      name: "Survival by gene",
      of: ["geneSurvival"],
      says: "Altered against wild type in the patients tested, for every gene with enough altered and events. A patient must live to be sequenced: where the date of the report is known, patients can enter there.",
      formula: "HR by Cox regression (Efron); P of the log-rank test; q over the genes compared",
      sources: ["cox", "efron", "mantel", "benjaminiHochberg"],
      r: 'coxph(Surv(time, event) ~ altered), survdiff(…), p.adjust(p, "BH")',
    },
  ],
};

/** Every method of the page, by what it is for. */
export const methodGroups: readonly MethodGroup[] = [
  curves,
  tests,
  regression,
  competing,
  patients,
  responses,
  genes,
  guards,
];
