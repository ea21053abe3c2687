/**
 * Reads the data and defines how numbers are compared; nothing but R and its recommended package survival is needed.
 */
export const preamble = (file: string): string => `library(survival)

# The curves are drawn into this file; in an open session they are shown.
if (!interactive()) {
  device <- if (capabilities("cairo")) cairo_pdf else pdf
  device("meierboard-curves.pdf", width = 7, height = 5, onefile = TRUE)
}

cohort <- read.csv(${file}, check.names = FALSE, na.strings = "", encoding = "UTF-8", stringsAsFactors = FALSE, quote = "\\"")

# Whether numbers of R and of Meierboard are the same, missing where the other is missing.
near <- function(a, b, tolerance = 1e-6) {
  a <- as.vector(unname(a))
  length(a) == length(b) && all(is.na(a) == is.na(b)) && all(a == b | (is.finite(b) & abs(a - b) <= tolerance * pmax(abs(b), 1e-3)), na.rm = TRUE)
}
# The same where Meierboard gives a number: past the last follow-up it gives none.
where_known <- function(a, b, tolerance = 1e-6) near(as.vector(unname(a))[!is.na(b)], b[!is.na(b)], tolerance)

# P of the coefficients of a model, by Wald.
wald_p <- function(fit) 2 * pnorm(-abs(coef(fit)) / sqrt(diag(vcov(fit))))

# Degrees of freedom and P of a log-rank test: groups nobody of whom could have had the event are none.
test_df <- function(test) sum(rowSums(as.matrix(test$exp)) > 0) - 1
test_p <- function(test) pchisq(test$chisq, test_df(test), lower.tail = FALSE)

# The log-rank test where survdiff has none: with late entries, and with weights other than S(t-)^rho. Observed and
# expected events and their hypergeometric variance, over strata; n at risk, s the survival just before, m the modified one.
weighted_logrank <- function(dat, weight = function(n, s, m) 1) {
  k <- nlevels(dat$group)
  O <- E <- numeric(k)
  V <- matrix(0, k, k)
  for (own in split(dat, dat$stratum, drop = TRUE)) {
    own$time <- aeqSurv(Surv(own$time, own$event))[, "time"]
    s <- m <- 1
    for (t in sort(unique(own$time[own$event]))) {
      n <- as.vector(tapply(own$entry < t & own$time >= t, own$group, sum, default = 0))
      d <- as.vector(tapply(own$event & own$time == t, own$group, sum, default = 0))
      N <- sum(n)
      D <- sum(d)
      m <- m * (1 - D / (N + 1))
      w <- weight(N, s, m)
      O <- O + w * d
      E <- E + w * D * n / N
      if (N > 1) V <- V + w^2 * D * (N - D) / (N - 1) * (diag(n / N, k) - tcrossprod(n / N))
      s <- s * (1 - D / N)
    }
  }
  used <- which(E > 0)[-1]
  chisq <- if (length(used) > 0) drop((O - E)[used] %*% solve(V[used, used], (O - E)[used])) else NA
  list(obs = O, exp = E, var = V, chisq = chisq)
}

# MaxCombo of two groups: the largest |Z| of Fleming-Harrington tests (rho, gamma) of (0, 0), (0, 1), (1, 1) and (1, 0),
# and its P from their joint normal distribution.
max_combo <- function(dat) {
  rho <- c(0, 0, 1, 1)
  gamma <- c(0, 1, 1, 0)
  of <- function(a, b) {
    weighted_logrank(dat, function(n, s, m) s^((rho[a] + rho[b]) / 2) * (1 - s)^((gamma[a] + gamma[b]) / 2))
  }
  covariance <- outer(1:4, 1:4, Vectorize(function(a, b) of(a, b)$var[1, 1]))
  score <- sapply(1:4, function(a) (of(a, a)$obs - of(a, a)$exp)[1])
  used <- diag(covariance) > 0
  largest <- max(abs(score / sqrt(diag(covariance)))[used])
  set.seed(1)
  p <- 1 - mvtnorm::pmvnorm(rep(-largest, sum(used)), rep(largest, sum(used)), corr = cov2cor(covariance[used, used]),
    algorithm = mvtnorm::GenzBretz(maxpts = 1e6, abseps = 1e-7))
  c(statistic = largest, p = as.vector(p))
}

# Medians and their limits, as R prints them.
printed_median <- function(fit) {
  table <- summary(fit)$table
  if (is.null(dim(table))) table <- t(table)
  list(quantile = table[, "median"], lower = table[, grep("LCL$", colnames(table))], upper = table[, grep("UCL$", colnames(table))])
}

# Medians of resamples drawn within each group, and how they differ from those of group r, a column a group. Where a median is not
# reached it is infinite; where neither is, their difference may be anything and is NaN. Each is that of survfit, counted by time.
resampled_medians <- function(dat, count, seed, r) {
  set.seed(seed)
  dat$time <- aeqSurv(Surv(dat$time, dat$event))[, "time"]
  median_of <- function(own) {
    times <- sort(unique(own$time))
    at <- match(own$time, times)
    function(rows) {
      n <- rev(cumsum(rev(tabulate(at[rows], length(times)))))
      s <- cumprod(1 - tabulate(at[rows][own$event[rows]], length(times)) / pmax(n, 1))
      half <- which(s < 0.5 + 1.5e-8)[1]
      later <- which(s < 0.5 - 1.5e-8)[1]
      if (is.na(half)) Inf else if (is.na(later) || later == half) times[half] else (times[half] + times[later]) / 2
    }
  }
  groups <- split(dat, dat$group)
  drawn <- sapply(groups, function(own) {
    of <- median_of(own)
    replicate(count, of(sample.int(nrow(own), replace = TRUE)))
  })
  whole <- sapply(groups, function(own) median_of(own)(seq_len(nrow(own))))
  list(difference = drawn - drawn[, r], ratio = drawn / drawn[, r], whole = ifelse(is.finite(whole), whole, NA),
    lost = colSums(is.infinite(drawn) | is.infinite(drawn[, r])))
}
# Whether limits are those of the resamples x, a column each: the share p of them is beyond, within five standard errors of that
# share in two bootstraps. sign is 1 for lower limits and -1 for upper ones; a limit is missing where it falls on resamples
# that are least, or say nothing.
within_monte_carlo <- function(x, limit, p, sign, least) {
  error <- 5 * sqrt(2 * p * (1 - p) / nrow(x)) + 1 / nrow(x)
  all(sapply(seq_along(limit), function(g) {
    own <- sign * x[, g]
    own[is.nan(own)] <- -Inf
    at <- if (is.na(limit[g])) least else sign * limit[g]
    slack <- if (is.finite(at)) 1e-9 * max(1, abs(at)) else 0
    (is.na(limit[g]) || mean(own < at - slack) <= p + error) && mean(own <= at + slack) >= p - error
  }))
}
# Whether counts of resamples are as large in two bootstraps, by the same.
as_often <- function(count, known, of) {
  share <- (count + known) / 2 / of
  all(abs(count - known) <= 5 * sqrt(2 * of * share * (1 - share)) + 1)
}

# Restricted mean and its standard error, of each curve.
restricted_mean <- function(fit, tau) {
  table <- summary(fit, rmean = tau)$table
  if (is.null(dim(table))) table <- t(table)
  list(mean = table[, grep("^[*]?rmean$", colnames(table))], se = table[, grep("^[*]?se[(]rmean[)]$", colnames(table))])
}

# Differences of survival at a time t from group r: limits joined from those of the two, P of log(-log) of both.
compared_at <- function(fit, t, r) {
  s <- summary(fit, times = t, extend = TRUE)
  v <- s$surv
  scaled <- log(-log(v))
  se <- s$std.err / v / -log(v)
  list(
    difference = v - v[r],
    lower = v - v[r] - sqrt((v - s$lower)^2 + (s$upper[r] - v[r])^2),
    upper = v - v[r] + sqrt((s$upper - v)^2 + (v[r] - s$lower[r])^2),
    p = 2 * pnorm(-abs(scaled - scaled[r]) / sqrt(se^2 + se[r]^2))
  )
}

# P of all coefficients x of a model at once, by Wald with the variance of the model.
wald_whole <- function(fit, x = seq_along(coef(fit))) {
  b <- coef(fit)[x]
  pchisq(drop(b %*% solve(vcov(fit)[x, x, drop = FALSE], b)), length(x), lower.tail = FALSE)
}

# Limits of restricted means from the time lost, and each against group r: limits joined from those of the two, P of the ratio of times lost.
compared_means <- function(rmst, tau, level, r) {
  mean <- as.vector(rmst$mean)
  se <- as.vector(rmst$se)
  z <- qnorm((1 + level) / 2)
  lost <- tau - mean
  lower <- pmax(0, tau - lost * exp(z * se / lost))
  upper <- tau - lost / exp(z * se / lost)
  difference <- mean - mean[r]
  list(
    mean = mean, se = se, lower = lower, upper = upper, difference = difference,
    difference_lower = difference - sqrt((mean - lower)^2 + (upper[r] - mean[r])^2),
    difference_upper = difference + sqrt((upper - mean)^2 + (mean[r] - lower[r])^2),
    p = 2 * pnorm(-abs(log(lost / lost[r])) / sqrt((se / lost)^2 + (se[r] / lost[r])^2)),
    ratio = mean / mean[r],
    ratio_lower = mean / mean[r] * exp(-sqrt(log(mean / lower)^2 + log(upper[r] / mean[r])^2)),
    ratio_upper = mean / mean[r] * exp(sqrt(log(upper / mean)^2 + log(mean[r] / lower[r])^2))
  )
}
`;
