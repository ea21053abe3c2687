export interface Method {
  name: string;
  says: string;
  formula: string;
  source: string;
  r: string;
}

export interface MethodGroup {
  title: string;
  methods: readonly Method[];
}

const klein = "Klein and Moeschberger, Survival Analysis, 2nd ed., Springer 2003";

const curves: MethodGroup = {
  title: "Curves",
  methods: [
    {
      name: "Survival curve",
      says: "The product-limit estimate. A patient whose follow-up ends at t is at risk at t; at tied times events come before censorings. Times that differ by rounding only are tied, as in R. With delayed entry a patient is at risk after the entry time.",
      formula: "Ŝ(t) = ∏ over event times tⱼ ≤ t of (1 − dⱼ / nⱼ)",
      source: "Kaplan and Meier, J Am Stat Assoc 1958;53:457–481",
      r: "survfit(Surv(time, event) ~ group)",
    },
    {
      name: "Standard error",
      says: "Of Ŝ(t); not defined where Ŝ has reached 0. With sampling weights it is the robust one, by the infinitesimal jackknife.",
      formula: "SE = Ŝ(t) · √ Σ dⱼ / (nⱼ (nⱼ − dⱼ))",
      source: "Greenwood's formula, 1926",
      r: "summary(survfit(…))$std.err",
    },
    {
      name: "Confidence band",
      says: "Pointwise, 95% and on the log(−log) scale unless chosen otherwise, so that it stays between 0 and 1. It says where the curve may lie at one time, not everywhere at once. Plain, log, logit and arcsine scales are the others.",
      formula: "exp(−exp(log(−log Ŝ) ± z · SE / (Ŝ log Ŝ)))",
      source:
        "Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2nd ed., Wiley 2002; Borgan and Liestøl, Scand J Stat 1990;17:35–41",
      r: 'survfit(…, conf.type = "log-log")',
    },
    {
      name: "Median",
      says: "The first time at which Ŝ is at most 0.5; where Ŝ equals 0.5 over a stretch, its middle. NR: not reached. The interval is made of the times at which the band crosses 0.5. NE: a limit that cannot be estimated. Other quantiles go by the same rule.",
      formula: "median = min { t : Ŝ(t) ≤ 0.5 }",
      source: "Brookmeyer and Crowley, Biometrics 1982;38:29–41",
      r: "quantile(survfit(…), 0.5)",
    },
    {
      name: "Cumulative hazard",
      says: "Defined to the last time, also where Ŝ reaches 0.",
      formula: "H(t) = Σ dⱼ / nⱼ, with variance Σ dⱼ / nⱼ²",
      source: "Nelson, Technometrics 1972;14:945–966; Aalen, Ann Stat 1978;6:701–726",
      r: "survfit(…)$cumhaz",
    },
    {
      name: "Survival at a time",
      says: "With its interval; nothing is given past the last follow-up. The difference between two groups, at a time chosen beforehand, is tested on the log(−log) scale; its interval joins those of the two groups. Both hold in small groups, where plain ones claim too much.",
      formula:
        "Ŝ₁ − Ŝ₂, lower limit Ŝ₁ − Ŝ₂ − √((Ŝ₁ − L₁)² + (U₂ − Ŝ₂)²); Z = (log(−log Ŝ₂) − log(−log Ŝ₁)) / √(V₁ + V₂)",
      source:
        "Klein, Logan, Harhoff and Andersen, Stat Med 2007;26:4505–4519; Zou and Donner, Stat Med 2008;27:1693–1702",
      r: "summary(survfit(…), times = t)",
    },
    {
      name: "Restricted mean survival time",
      says: "The mean time lived within the first τ: the area under the curve. Compared as difference and as ratio; its limits, and those of the difference, come from the logarithm of the time lost, and P is that of the ratio of the times lost. The page keeps τ within the follow-up of every group.",
      formula: "∫₀^τ Ŝ(t) dt, with variance Σ (∫ from tⱼ to τ of Ŝ)² · dⱼ / (nⱼ (nⱼ − dⱼ))",
      source:
        "Royston and Parmar, BMC Med Res Methodol 2013;13:152; Uno et al., J Clin Oncol 2014;32:2380–2385; Zou and Donner, Stat Med 2008;27:1693–1702",
      r: "survRM2::rmst2(…); print(survfit(…), rmean = τ)",
    },
    {
      name: "Conditional survival",
      says: "The chance to live a further t given alive and followed past s.",
      formula: "Ŝ(s + t) / Ŝ(s)",
      source: "Zamboni et al., J Clin Oncol 2010;28:2544–2548",
      r: "survfit on the rows with time > s, at s + t",
    },
    {
      name: "Median follow-up",
      says: "By the reverse Kaplan–Meier method: being censored is the event, and every other ending counts as censored.",
      formula: "median of the Kaplan–Meier curve with the roles exchanged",
      source: "Schemper and Smith, Control Clin Trials 1996;17:343–346",
      r: "survfit(Surv(time, event == 0) ~ 1)",
    },
    {
      name: "Weights",
      says: "A weight is declared: a count stands for so many equal patients, and every formula is that of the rows written out; a sampling weight gives R's weighted estimates with robust variance, and no log-rank P. With Efron's ties a count therefore differs from R's weights argument on purpose.",
      formula: "counts: w equal rows; sampling: Σ w in place of counts",
      source: "Lin and Wei, J Am Stat Assoc 1989;84:1074–1078",
      r: "survfit(…, weights, robust = TRUE); for counts, the rows replicated",
    },
  ],
};

const tests: MethodGroup = {
  title: "Tests",
  methods: [
    {
      name: "Log-rank test",
      says: "Compares the curves over the whole time; two-sided, with the hypergeometric variance. The upper tail of χ² is computed directly, so that a very small P is not 0. Stratified where strata are given.",
      formula: "χ² = (O − E)ᵀ V⁻ (O − E), on (groups − 1) degrees of freedom",
      source: "Mantel, Cancer Chemother Rep 1966;50:163–170; Peto and Peto, J R Stat Soc A 1972;135:185–206",
      r: "survdiff(Surv(time, event) ~ group + strata(…))",
    },
    {
      name: "Other tests",
      says: "Gehan–Breslow, Tarone–Ware, Peto–Peto and its modifications, and Fleming–Harrington weight the same differences between observed and expected by time. A test other than the log-rank is named on the figure. Choosing after looking is exploratory.",
      formula: "w(tⱼ) = nⱼ · √nⱼ · Ŝ(tⱼ−) · ∏(1 − d / (n + 1)) · Ŝ(tⱼ−)^ρ (1 − Ŝ(tⱼ−))^γ",
      source: `Gehan, Biometrika 1965;52:203–223; Tarone and Ware, Biometrika 1977;64:156–160; Harrington and Fleming, Biometrika 1982;69:553–566; ${klein}, chapter 7`,
      r: "survdiff(Surv(time, event) ~ group, rho = …) for Peto–Peto",
    },
    {
      name: "Trend",
      says: "For three or more ordered groups, such as those of a score, with the groups numbered 1, 2, 3 …; two-sided.",
      formula: "Z = Σ a(O − E) / √(aᵀVa)",
      source: `${klein}, section 7.4`,
      r: "computed from survdiff(…)$obs, $exp and $var",
    },
    {
      name: "Pairs of groups",
      says: "Every two groups by their own test on their own patients, with P adjusted for the number of pairs.",
      formula: "Holm, Benjamini–Hochberg, Bonferroni",
      source: "Holm, Scand J Stat 1979;6:65–70; Benjamini and Hochberg, J R Stat Soc B 1995;57:289–300",
      r: "survminer::pairwise_survdiff(…); p.adjust(…)",
    },
    {
      name: "MaxCombo test",
      says: "For two groups: the largest of the log-rank and three Fleming–Harrington tests (0, 1), (1, 1) and (1, 0), judged by their joint normal distribution, whose integration error is given.",
      formula: "P = 1 − P(all |Zₖ| ≤ max |Z|)",
      source: "Karrison, Stata J 2016;16:678–690; Lin et al., Stat Biopharm Res 2020;12:187–198",
      r: "no function here; checked against survdiff sums and mvtnorm::pmvnorm",
    },
    {
      name: "Permutation P",
      says: "For groups too small for χ²: groups are dealt out anew among the patients of each stratum, by a generator with a stated seed.",
      formula: "(1 + how often χ² is reached) / (1 + permutations)",
      source: "Phipson and Smyth, Stat Appl Genet Mol Biol 2010;9:39",
      r: "no function here; checked against all arrangements of small groups",
    },
  ],
};

const regression: MethodGroup = {
  title: "Cox regression",
  methods: [
    {
      name: "Hazard ratio",
      says: "From a Cox model with Efron's ties (Breslow's and exact ones can be had), strata, delayed entry, start–stop rows; 95% Wald interval. Iterated until a step no longer changes the digits.",
      formula: "h(t | x) = h₀(t) · exp(βᵀx)",
      source:
        "Cox, J R Stat Soc B 1972;34:187–220; Efron, J Am Stat Assoc 1977;72:557–565; Breslow, Biometrics 1974;30:89–99",
      r: 'coxph(Surv(time, event) ~ …, ties = "efron", control = coxph.control(eps = 1e-14))',
    },
    {
      name: "Robust variance",
      says: "With clusters or sampling weights.",
      formula: "V = Σ over clusters of (Σ dfbeta)(Σ dfbeta)ᵀ",
      source: "Lin and Wei, J Am Stat Assoc 1989;84:1074–1078",
      r: "coxph(…, cluster, robust = TRUE)",
    },
    {
      name: "Separation",
      says: "Where a group has no event a hazard ratio has no finite estimate, and this is said; Firth's penalized likelihood gives one, with a profile interval. Collinear and constant covariates are named and left out.",
      formula: "log L(β) + ½ log |I(β)|",
      source: "Firth, Biometrika 1993;80:27–38; Heinze and Schemper, Biometrics 2001;57:114–119",
      r: "coxphf::coxphf(…); checked against a second implementation written in R",
    },
    {
      name: "Proportional hazards",
      says: "Tests whether a hazard ratio changes with time (score test; time on the Kaplan–Meier scale, or as rank, itself or its logarithm). A small P says that one ratio does not describe the whole time.",
      formula: "score test of adding x · g(t) to the model",
      source: "Grambsch and Therneau, Biometrika 1994;81:515–526",
      r: "cox.zph(fit, transform)",
    },
    {
      name: "Concordance",
      says: "The share of comparable pairs whose order the model gets right, with its standard error; corrected for optimism by the bootstrap.",
      formula: "C = (concordant + ½ tied) / comparable",
      source: "Harrell, Lee and Mark, Stat Med 1996;15:361–387",
      r: "concordance(fit); rms::validate(…)",
    },
    {
      name: "Residuals",
      says: "Martingale, deviance, score, dfbeta, Schoenfeld and scaled Schoenfeld.",
      formula: "martingale: event − Λ̂₀(t) · exp(β̂ᵀx)",
      source: "Schoenfeld, Biometrika 1982;69:239–241; Therneau, Grambsch and Fleming, Biometrika 1990;77:147–160",
      r: "residuals(fit, type)",
    },
    {
      name: "Predicted and adjusted curves",
      says: "The curve of one profile, with its interval; and of each group as if all patients had been in it, averaged over their covariates.",
      formula: "Ŝ(t | x) = exp(−Λ̂₀(t) · exp(β̂ᵀx)); adjusted: its mean over patients",
      source: "Makuch, J Chronic Dis 1982;35:437–443",
      r: "survfit(fit, newdata); rowMeans of it",
    },
    {
      name: "Selection of covariates",
      says: "Backward, forward or both ways by AIC or BIC, or backward by P. What is selected is exploratory: its P values and intervals do not know of the search.",
      formula: "AIC = −2 log L + 2p; BIC = −2 log L + p · log(events)",
      source: "Akaike, IEEE Trans Autom Control 1974;19:716–723",
      r: "step(fit); drop1(fit)",
    },
  ],
};

const competing: MethodGroup = {
  title: "Competing risks",
  methods: [
    {
      name: "Cumulative incidence",
      says: "The chance to have had an event of one cause by t while others compete. 1 − Ŝ of a curve that censors the others overstates it.",
      formula: "I(t) = Σ Ŝ(tⱼ−) · dⱼ / nⱼ, with Ŝ of any event",
      source: "Aalen and Johansen, Scand J Stat 1978;5:141–150",
      r: "survfit(Surv(time, status as a factor) ~ group)",
    },
    {
      name: "Gray's test",
      says: "Compares the cumulative incidence of a cause between groups, stratified where strata are given.",
      formula: "log-rank of the subdistribution hazard, weights (1 − I)^ρ",
      source: "Gray, Ann Stat 1988;16:1141–1154",
      r: "cmprsk::cuminc(…)$Tests",
    },
    {
      name: "Fine–Gray regression",
      says: "How covariates change the cumulative incidence of one cause. Events come before censorings at the same time, as in crr.",
      formula: "λ(t | x) = λ₀(t) · exp(βᵀx), patients with a competing event weighted by Ĝ(t−) / Ĝ(T−)",
      source: "Fine and Gray, J Am Stat Assoc 1999;94:496–509",
      r: "cmprsk::crr(…)",
    },
  ],
};

const guards: MethodGroup = {
  title: "Against bias",
  methods: [
    {
      name: "Landmark",
      says: "For a group that is known only later: patients still followed past L, with the clock set back to 0 there.",
      formula: "rows with time > L; time − L",
      source: "Anderson, Cain and Gelber, J Clin Oncol 1983;1:710–719",
      r: "survfit(Surv(time − L, event) ~ group, subset = time > L)",
    },
    {
      name: "Group that changes with time",
      says: "Each patient counts in the first group until the change and in the second from there on: Simon–Makuch curves, Mantel–Byar test, time-dependent Cox model.",
      formula: "rows (0, change] and (change, end]",
      source: "Mantel and Byar, J Am Stat Assoc 1974;69:81–86; Simon and Makuch, Stat Med 1984;3:35–44",
      r: "survfit, survdiff and coxph of Surv(start, stop, event) ~ group",
    },
    {
      name: "Cut-point search",
      says: "The best of many cuts has a small P by chance. Its P is corrected for the search in several ways, of which the permutation null needs no approximation.",
      formula: "max over cuts of |standardized log-rank statistic|",
      source:
        "Lausen and Schumacher, Biometrics 1992;48:73–85; Lausen, Sauerbrei and Schumacher 1994; Hothorn and Lausen, Comput Stat Data Anal 2003;43:121–137; Contal and O'Quigley, Comput Stat Data Anal 1999;30:253–270",
      r: "maxstat::maxstat.test(…, pmethod)",
    },
  ],
};

/** Every method of the library, by what it is for. */
export const methodGroups: readonly MethodGroup[] = [curves, tests, regression, competing, guards];
