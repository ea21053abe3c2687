# Tables of characteristics: run `Rscript tables.R > tables.json` in this folder; base R alone. Data:
# lib/survival/reference/data.

# JSON with every digit: lists by name are objects, matrices lists of rows, vectors lists, single values themselves.
json <- function(x) {
  one <- function(v) if (is.na(v)) "null" else if (is.character(v)) paste0('"', gsub('"', '\\\\"', v), '"') else if (is.logical(v)) tolower(v) else sprintf("%.17g", v)
  if (is.matrix(x)) return(json(lapply(seq_len(nrow(x)), function(i) x[i, ])))
  if (is.list(x) && !is.null(names(x))) return(paste0("{", paste0('"', names(x), '":', sapply(x, json), collapse = ",\n"), "}"))
  if (is.list(x)) return(paste0("[", paste(sapply(x, json), collapse = ","), "]"))
  if (length(x) == 1) one(x) else paste0("[", paste(sapply(x, one), collapse = ","), "]")
}
read <- function(name) read.csv(file.path("../../../survival/reference/data", paste0(name, ".csv")), stringsAsFactors = FALSE, na.strings = c("", "NA"))

# (m1 - m2) / sqrt((s1^2 + s2^2) / 2), and Yang and Dalton 2012 for shares p and q of levels.
means_apart <- function(x, y) abs(mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2)
shares_apart <- function(p, q) {
  d <- (p - q)[-1]
  s <- function(p) diag(p[-1], length(p) - 1) - outer(p[-1], p[-1])
  sqrt(drop(d %*% solve((s(p) + s(q)) / 2) %*% d))
}
largest <- function(groups, apart) {
  pairs <- combn(seq_along(groups), 2)
  values <- apply(pairs, 2, function(ab) apart(groups[[ab[1]]], groups[[ab[2]]]))
  list(value = max(values), between = pairs[, which.max(values)])
}

spread <- function(x) {
  x <- x[!is.na(x)]
  q <- unname(quantile(x, c(.5, .25, .75), type = 7))
  list(size = length(x), median = q[1], lower = q[2], upper = q[3], min = min(x), max = max(x), mean = mean(x), sd = sd(x))
}

numbers <- function(x, g) {
  k <- nlevels(g)
  groups <- lapply(split(x, g), function(v) v[!is.na(v)])
  n <- as.integer(g)
  list(
    spread = unname(lapply(c(list(x), split(x, g)), spread)), missing = unname(c(sum(is.na(x)), tapply(is.na(x), g, sum))),
    ranks = suppressWarnings(if (k == 2) wilcox.test(groups[[1]], groups[[2]])$p.value else kruskal.test(x, g)$p.value),
    means = if (k == 2) t.test(groups[[1]], groups[[2]])$p.value else oneway.test(x ~ g)$p.value,
    trend = suppressWarnings(cor.test(x, n, method = "kendall", exact = FALSE)$p.value),
    difference = largest(groups, means_apart)
  )
}

categories <- function(x, g) {
  x <- factor(x)
  k <- nlevels(g)
  t <- table(x, g)
  chi <- suppressWarnings(chisq.test(t, correct = FALSE))
  fisher <- fisher.test(t, workspace = 2e8)$p.value
  trend <- if (nlevels(x) == 2) prop.trend.test(t[2, ], colSums(t))$p.value
    else if (k == 2) prop.trend.test(t[, 2], rowSums(t))$p.value
    else suppressWarnings(cor.test(as.integer(x), as.integer(g), method = "spearman", exact = FALSE)$p.value)
  list(
    levels = levels(x), counts = unname(cbind(rowSums(t), t)), missing = unname(c(sum(is.na(x)), tapply(is.na(x), g, sum))),
    sparse = any(chi$expected < 5), chiSquare = chi$p.value, fisher = fisher, trend = trend,
    difference = largest(lapply(seq_len(k), function(j) t[, j] / sum(t[, j])), shares_apart)
  )
}

table_of <- function(name, group, number, category) {
  d <- read(name)
  d <- d[!is.na(d[[group]]), ]
  g <- factor(d[[group]])
  list(
    data = name, group = group, groups = levels(g), n = as.vector(table(g)),
    numbers = lapply(setNames(number, number), function(v) numbers(d[[v]], g)),
    categories = lapply(setNames(category, category), function(v) categories(d[[v]], g))
  )
}

# Weighted by hand: counts stand for so many patients; a sample by the sum of weights, its quantiles by the weighted
# distribution (Hmisc and survey agree with this inverse), its variance as in Austin and Stuart 2015.
weighted_quantile <- function(x, w, p) {
  o <- order(x); x <- x[o]; below <- cumsum(w[o]) / sum(w)
  i <- which(below >= p - 1e-12)[1]
  if (abs(below[i] - p) < 1e-12) (x[i] + x[min(i + 1, length(x))]) / 2 else x[i]
}
weighted <- function(x, w) {
  w <- w[!is.na(x)]; x <- x[!is.na(x)]
  m <- sum(w * x) / sum(w)
  v <- sum(w) / (sum(w)^2 - sum(w^2)) * sum(w * (x - m)^2)
  list(size = sum(w), median = weighted_quantile(x, w, .5), lower = weighted_quantile(x, w, .25),
    upper = weighted_quantile(x, w, .75), min = min(x), max = max(x), mean = m, sd = sqrt(v))
}
sampled <- function() {
  d <- read("lung")
  d$w <- 0.5 + (d$age %% 5) / 8
  g <- factor(d$sex)
  groups <- function(x) lapply(split(seq_along(x), g), function(i) weighted(x[i], d$w[i]))
  apart <- function(s) abs(s[[1]]$mean - s[[2]]$mean) / sqrt((s[[1]]$sd^2 + s[[2]]$sd^2) / 2)
  e <- factor(d$ecog_f)
  t <- tapply(d$w, list(e, g), sum)
  t[is.na(t)] <- 0
  p <- sweep(t, 2, colSums(t), "/")
  list(age = list(spread = c(list(weighted(d$age, d$w)), unname(groups(d$age))), difference = apart(groups(d$age))),
    ecog = list(levels = levels(e), counts = unname(cbind(rowSums(t), t)), difference = shares_apart(p[, 1], p[, 2])))
}
counted <- function() {
  d <- read("lung")
  d$n <- 1 + d$age %% 3
  d <- d[rep(seq_len(nrow(d)), d$n), ]
  list(wt_loss = numbers(d$wt_loss, factor(d$sex)), ecog = categories(d$ecog_f, factor(d$sex)))
}

cat(json(list(
  version = R.version.string,
  tables = list(
    table_of("pbc", "trt", c("age", "bili", "albumin", "copper", "platelet"), c("sex", "stage", "ascites", "edema")),
    table_of("colon", "rx", c("age", "nodes"), c("sex", "obstruct", "differ", "extent", "node4"))
  ),
  sampled = sampled(), counted = counted()
)), "\n")
