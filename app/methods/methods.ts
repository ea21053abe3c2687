interface Method {
  name: string;
  says: string;
  formula: string;
  source: string;
  r: string;
}

/** What the page computes today. */
export const methods: Method[] = [
  {
    name: "Survival curve",
    says: "The product-limit estimate. A patient whose follow-up ends at t is at risk at t; at tied times events come before censorings. Times that differ by rounding only are tied, as in R. With delayed entry a patient is at risk after the entry time.",
    formula: "Ŝ(t) = ∏ over event times tⱼ ≤ t of (1 − dⱼ / nⱼ)",
    source: "Kaplan and Meier, J Am Stat Assoc 1958;53:457–481",
    r: "survfit(Surv(time, event) ~ group)",
  },
  {
    name: "Standard error",
    says: "Of Ŝ(t); undefined where Ŝ has reached 0.",
    formula: "SE = Ŝ(t) · √ Σ dⱼ / (nⱼ (nⱼ − dⱼ))",
    source: "Greenwood's formula, 1926",
    r: "summary(survfit(…))$std.err",
  },
  {
    name: "Confidence band",
    says: "Pointwise, 95%, on the log(−log) scale, so that it stays between 0 and 1. It says where the curve may lie at one time, not everywhere at once.",
    formula: "exp(−exp(log(−log Ŝ) ± z · SE / (Ŝ log Ŝ)))",
    source: "Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, 2nd ed., Wiley 2002",
    r: 'survfit(…, conf.type = "log-log")',
  },
  {
    name: "Median",
    says: "The first time at which Ŝ is at most 0.5; where Ŝ equals 0.5 over a stretch, its middle. NR: not reached. The interval is made of the times at which the band crosses 0.5. NE: a limit that cannot be estimated.",
    formula: "median = min { t : Ŝ(t) ≤ 0.5 }",
    source: "Brookmeyer and Crowley, Biometrics 1982;38:29–41",
    r: "quantile(survfit(…), 0.5)",
  },
  {
    name: "Log-rank test",
    says: "Compares the curves over the whole time; two-sided, with the hypergeometric variance. The upper tail of χ² is computed directly, so that a very small P is not 0.",
    formula: "χ² = (O − E)ᵀ V⁻ (O − E), on (groups − 1) degrees of freedom",
    source: "Mantel, Cancer Chemother Rep 1966;50:163–170; Peto and Peto, J R Stat Soc A 1972;135:185–206",
    r: "survdiff(Surv(time, event) ~ group)",
  },
  {
    name: "Other tests",
    says: "Chosen in the panel: Gehan–Breslow, Tarone–Ware, Peto–Peto and its modifications, and Fleming–Harrington weight the same differences between observed and expected by time. A test other than the log-rank is named on the figure. Choosing after looking is exploratory.",
    formula: "χ² from Σ w(tⱼ) · (dⱼ − eⱼ), with the weight w of the test",
    source: "Klein and Moeschberger, Survival Analysis, 2nd ed., Springer 2003, chapter 7",
    r: "survdiff(Surv(time, event) ~ group, rho = …)",
  },
  {
    name: "Trend",
    says: "For three or more ordered groups, such as those of a score, with the groups numbered 1, 2, 3 …; two-sided.",
    formula: "Z = Σ a(O − E) / √(aᵀVa)",
    source: "Klein and Moeschberger 2003, section 7.4",
    r: "computed from survdiff(…)$obs, $exp and $var",
  },
  {
    name: "Hazard ratio",
    says: "Of each group against the first, from a Cox model with Efron's ties; 95% Wald interval. Where a group has no event the ratio has no finite estimate, and this is said.",
    formula: "h(t | group) = h₀(t) · exp(β)",
    source: "Cox, J R Stat Soc B 1972;34:187–220; Efron, J Am Stat Assoc 1977;72:557–565",
    r: 'coxph(Surv(time, event) ~ group, ties = "efron")',
  },
  {
    name: "Proportional hazards",
    says: "Tests whether the hazard ratio changes with time (score test, time on the Kaplan–Meier scale). A small P says that one ratio does not describe the whole time.",
    formula: "score test of adding group × g(t) to the model",
    source: "Grambsch and Therneau, Biometrika 1994;81:515–526",
    r: "cox.zph(fit)",
  },
  {
    name: "Median follow-up",
    says: "Of all patients in the figure, by the reverse Kaplan–Meier method: being censored is the event, and every other ending counts as censored.",
    formula: "median of the Kaplan–Meier curve with the roles exchanged",
    source: "Schemper and Smith, Control Clin Trials 1996;17:343–346",
    r: "survfit(Surv(time, event == 0) ~ 1)",
  },
];
