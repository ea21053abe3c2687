# Numbers of small figures and of a second endpoint for everyCurve.test.ts. R 4.2.2, survival 3.5-3.
# Run in this folder: Rscript everyCurve.R
library(survival)
d <- read.csv("../../public/example/synthetic-lms-cohort.csv")
d$arm <- relevel(factor(d$arm), "No gene aberration-related therapy")
numbers <- function(name, part, time, event) {
  part$time <- part[[time]]
  part$event <- part[[event]]
  fit <- survfit(Surv(time, event) ~ arm, part, conf.type = "log-log")
  cox <- coxph(Surv(time, event) ~ arm, part)
  test <- survdiff(Surv(time, event) ~ arm, part)
  cat(name, "\n")
  print(summary(fit)$table[, c("records", "events", "median", "0.95LCL", "0.95UCL")])
  cat("hazard ratio", exp(coef(cox)), exp(confint(cox)), "P", 1 - pchisq(test$chisq, 1), "\n")
  at <- summary(fit, times = c(0, 24), extend = TRUE)
  print(data.frame(at$strata, at$time, at$n.risk))
}
for (tp53 in sort(unique(d$tp53))) {
  part <- d[d$tp53 == tp53, ]
  numbers(paste("tp53", tp53, "os"), part, "os_months", "os_event")
  numbers(paste("tp53", tp53, "pfs"), part, "pfs_months", "pfs_event")
}
