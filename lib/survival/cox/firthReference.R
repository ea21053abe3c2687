# Numbers of firthRegression.test.ts, made without any Firth package: R's coxph gives log likelihood and information at
# a fixed beta, and the penalized likelihood is maximized and profiled by general-purpose optimizers.
# Run in this folder: Rscript firthReference.R   (R 4.2.2, survival 3.5-3)
suppressPackageStartupMessages(library(survival))
options(digits = 12)
penalized <- function(beta, f, d, ties) {
  fit <- tryCatch(suppressWarnings(coxph(f, d, init = beta, ties = ties, control = coxph.control(iter.max = 0))), error = function(e) NULL)
  if (is.null(fit)) return(-1e6)
  value <- suppressWarnings(fit$loglik[length(fit$loglik)] - determinant(as.matrix(fit$var))$modulus / 2)
  if (length(value) == 1 && is.finite(value)) as.numeric(value) else -1e6
}
climb <- function(start, fixed, f, d, ties) {
  free <- is.na(fixed)
  full <- function(b) { beta <- fixed; beta[free] <- b; beta }
  goal <- function(b) -penalized(full(b), f, d, ties)
  if (!any(free)) return(list(beta = fixed, value = -goal(numeric())))
  b <- start[free]
  for (k in 1:4) b <- optim(b, goal, method = "BFGS", control = list(reltol = 1e-16, maxit = 500, ndeps = rep(1e-4, length(b))))$par
  list(beta = full(b), value = -goal(b))
}
firth <- function(name, f, d, ties) {
  p <- ncol(model.matrix(f, d)) - 1
  top <- climb(rep(0, p), rep(NA_real_, p), f, d, ties)
  profile <- function(j, at) { fixed <- rep(NA_real_, p); fixed[j] <- at; climb(top$beta, fixed, f, d, ties)$value }
  drop <- qchisq(0.95, 1) / 2
  limit <- function(j, direction) {
    g <- function(at) profile(j, at) - top$value + drop
    far <- top$beta[j] + direction
    while (g(far) > 0) far <- far + direction
    uniroot(g, sort(c(top$beta[j], far)), tol = 1e-10)$root
  }
  cat(name, ties, "null", penalized(rep(0, p), f, d, ties), "fitted", top$value, "\n")
  for (j in 1:p) cat("  coef", top$beta[j], "lower", limit(j, -1), "upper", limit(j, 1), "p", pchisq(2 * (top$value - profile(j, 0)), 1, lower.tail = FALSE), "\n")
}
separated <- data.frame(time = c(1, 2, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10), event = c(1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0), x = c(1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1), z = c(2, 5, 1, 4, 3, 3, 6, 2, 1, 5, 4, 2))
for (ties in c("breslow", "efron")) firth("separated", Surv(time, event) ~ x + z, separated, ties)
intervals <- data.frame(start = c(1, 2, 5, 2, 1, 7, 3, 4, 8, 8), stop = c(2, 3, 6, 7, 8, 9, 9, 9, 14, 17), event = c(1, 1, 1, 1, 1, 1, 1, 0, 0, 0), x = c(1, 0, 0, 1, 0, 1, 1, 1, 0, 0))
for (ties in c("breslow", "efron")) firth("intervals", Surv(start, stop, event) ~ x, intervals, ties)
ovarian <- transform(read.csv("../reference/data/ovarian.csv"), age = age / 10, resid = resid == "present", rx = rx == "B")
firth("ovarian", Surv(futime, fustat) ~ age + rx + resid + ecog, ovarian, "efron")
