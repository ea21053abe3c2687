/**
 * Reads the data and defines how numbers are compared; nothing but R and its recommended package survival is needed.
 */
export const preamble = (file: string): string => `library(survival)

d <- read.csv(${file}, check.names = FALSE, na.strings = "", encoding = "UTF-8", stringsAsFactors = FALSE, quote = "\\"")

# Whether numbers of R and of Meierboard are the same, missing where the other is missing.
near <- function(a, b, tolerance = 1e-6) {
  a <- as.vector(unname(a))
  length(a) == length(b) && all(is.na(a) == is.na(b)) && all(abs(a - b) <= tolerance * pmax(abs(b), 1e-3), na.rm = TRUE)
}
# The same where Meierboard gives a number: past the last follow-up it gives none.
where_known <- function(a, b) near(as.vector(unname(a))[!is.na(b)], b[!is.na(b)])

# P of the coefficients of a model, by Wald.
wald_p <- function(fit) 2 * pnorm(-abs(coef(fit)) / sqrt(diag(vcov(fit))))

# Weighted log-rank sums: observed, expected and their hypergeometric variance, over strata, with delayed entry.
log_rank <- function(p, weight = function(n, s, m) 1) {
  k <- nlevels(p$group)
  O <- E <- numeric(k)
  V <- matrix(0, k, k)
  for (q in split(p, p$stratum, drop = TRUE)) {
    q$time <- aeqSurv(Surv(q$time, q$event))[, "time"]
    s <- m <- 1
    for (t in sort(unique(q$time[q$event]))) {
      n <- as.vector(tapply(q$entry < t & q$time >= t, q$group, sum, default = 0))
      o <- as.vector(tapply(q$event & q$time == t, q$group, sum, default = 0))
      N <- sum(n)
      D <- sum(o)
      m <- m * (1 - D / (N + 1))
      w <- weight(N, s, m)
      O <- O + w * o
      E <- E + w * D * n / N
      if (N > 1) V <- V + w^2 * D * (N - D) / (N - 1) * (diag(n / N, k) - tcrossprod(n / N))
      s <- s * (1 - D / N)
    }
  }
  used <- which(E > 0)[-1]
  chisq <- if (length(used) > 0) drop((O - E)[used] %*% solve(V[used, used], (O - E)[used])) else NA
  list(O = O, E = E, V = V, chisq = chisq, df = length(used), p = pchisq(chisq, length(used), lower.tail = FALSE))
}

# Medians and their limits, as R prints them.
printed_median <- function(fit) {
  table <- summary(fit)$table
  if (is.null(dim(table))) table <- t(table)
  list(quantile = table[, "median"], lower = table[, grep("LCL$", colnames(table))], upper = table[, grep("UCL$", colnames(table))])
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
  wide <- z * sqrt((se / mean)^2 + (se[r] / mean[r])^2)
  list(
    mean = mean, se = se, lower = lower, upper = upper, difference = difference,
    difference_lower = difference - sqrt((mean - lower)^2 + (upper[r] - mean[r])^2),
    difference_upper = difference + sqrt((upper - mean)^2 + (mean[r] - lower[r])^2),
    p = 2 * pnorm(-abs(log(lost / lost[r])) / sqrt((se / lost)^2 + (se[r] / lost[r])^2)),
    ratio = mean / mean[r], ratio_lower = mean / mean[r] * exp(-wide), ratio_upper = mean / mean[r] * exp(wide)
  )
}
`;
