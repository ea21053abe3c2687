# Subgroups of two data sets of the package survival: Rscript subgroups.R > subgroups.json
library(survival)
one <- function(d) {
  fit <- coxph(Surv(time, status) ~ arm, data = d, ties = "efron", control = coxph.control(eps = 1e-10, iter.max = 50))
  c(sum(d$arm == 1), sum(d$status[d$arm == 1]), sum(d$arm == 0), sum(d$status[d$arm == 0]), exp(coef(fit)), exp(confint(fit)))
}
interaction_by <- function(d, x) {
  d <- d[!is.na(d[[x]]), ]
  d$by <- factor(d[[x]])
  with <- coxph(Surv(time, status) ~ arm * by, data = d)
  without <- coxph(Surv(time, status) ~ arm + by, data = d)
  df <- sum(!is.na(coef(with))) - sum(!is.na(coef(without)))
  c(df, pchisq(2 * (with$loglik[2] - without$loglik[2]), df, lower.tail = FALSE))
}
of <- function(d, by) {
  lines <- list(list("All patients", "", one(d)))
  for (x in by) for (level in sort(unique(d[[x]]))) lines <- c(lines, list(list(x, level, one(d[which(d[[x]] == level), ]))))
  list(lines = lines, interactions = lapply(by, function(x) interaction_by(d, x)))
}
json <- function(x) {
  if (is.list(x)) {
    inner <- paste(vapply(x, json, ""), collapse = ",")
    if (is.null(names(x))) return(paste0("[", inner, "]"))
    return(paste0("{", paste(sprintf("\"%s\":%s", names(x), vapply(x, json, "")), collapse = ","), "}"))
  }
  if (is.character(x)) return(sprintf("\"%s\"", x))
  out <- ifelse(is.na(x), "null", format(x, digits = 15, trim = TRUE))
  if (length(x) == 1) out else paste0("[", paste(out, collapse = ","), "]")
}
death <- subset(colon, etype == 2 & rx != "Lev")
death$arm <- as.numeric(death$rx == "Lev+5FU")
veteran$arm <- as.numeric(veteran$trt == 2)
cat(json(list(
  r = R.version.string, survival = as.character(packageVersion("survival")),
  colon = of(death, c("sex", "differ", "extent", "node4")),
  veteran = of(veteran, c("celltype", "prior"))
)), "\n", sep = "")
