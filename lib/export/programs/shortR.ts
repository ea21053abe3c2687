import { survivalTests } from "../../survival";
import { intervalInR } from "../rScript/kaplanMeier/curves";
import { rComment, rText, rTexts } from "../rScript/rText";
import type { Described } from "./described";

/** Curve, test and model of each panel in a few lines of R, as one would write them by hand. */
export const shortR = (panels: readonly Described[], file: string): string[] => [
  rComment(
    "Curves, tests and models by survival; figures by ggsurvfit and tables by gtsummary where they are installed.",
  ),
  "library(survival)",
  `cohort <- read.csv(${rText(file)}, na.strings = "", encoding = "UTF-8")`,
  ...panels.flatMap(panelInR),
];

function panelInR({ title, label, time, event, unit, group, strata, test, interval }: Described): string[] {
  const used = [time, ...(group ? [group.column] : []), ...(strata ? [strata] : [])];
  const right = group ? group.column : "1";
  const surv = `Surv(${time}, ${event} == 1)`;
  const more = strata ? ` + strata(${strata})` : "";
  const inR = test === null ? undefined : survivalTests.find(({ id }) => id === test)?.inR;
  const rho = inR === null ? "" : inR === "s" ? ", rho = 1" : null;
  return [
    "",
    rComment(title),
    `dat <- cohort[complete.cases(cohort[${rTexts(used)}]), ]`,
    ...(group ? [`dat$${group.column} <- factor(dat$${group.column}, levels = ${rTexts(group.levels)})`] : []),
    `km <- survfit(${surv} ~ ${right}, data = dat, ${intervalInR(interval)})`,
    "print(km)",
    `if (requireNamespace("ggsurvfit", quietly = TRUE)) print(ggsurvfit::ggsurvfit(km) + ggsurvfit::add_censor_mark() +`,
    `  ggsurvfit::add_risktable() + ggplot2::labs(x = ${rText(`Time, ${unit}`)}, y = ${rText(label)}))`,
    ...(test === null
      ? []
      : rho === null
        ? [rComment("survdiff has no test of such weights: see the long script.")]
        : [`print(survdiff(${surv} ~ ${right}${more}, data = dat${rho}))`]),
    ...(group && group.levels.length > 1
      ? [
          `dat$${group.column} <- relevel(dat$${group.column}, ref = ${rText(group.reference)})`,
          `cox <- coxph(${surv} ~ ${right}${more}, data = dat)`,
          "print(summary(cox))",
          "print(cox.zph(cox))",
          'if (requireNamespace("gtsummary", quietly = TRUE)) print(gtsummary::tbl_regression(cox, exponentiate = TRUE))',
        ]
      : []),
  ];
}
