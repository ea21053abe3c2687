# The numbers of the files of this folder by R. Run in this folder: Rscript intake.R > intakeByR.json
# R 4.2.2, survival 3.5-3
suppressPackageStartupMessages({ library(survival); library(jsonlite) })
curve <- function(time, event, group = NULL) {
  one <- function(keep) {
    fit <- survfit(Surv(time[keep], event[keep]) ~ 1)
    list(n = sum(keep), events = sum(event[keep]), median = unname(summary(fit)$table["median"]))
  }
  all <- rep(TRUE, length(time))
  out <- list(all = one(all))
  for (level in sort(unique(group))) out[[level]] <- one(group == level)
  out
}
plus <- read.csv("time_plus.csv", colClasses = "character")
marked <- grepl("+", plus$os_months, fixed = TRUE)
timePlus <- curve(as.numeric(sub("+", "", plus$os_months, fixed = TRUE)), !marked, plus$arm)
months <- read.csv("dates_month_year.csv", colClasses = "character")
day <- function(text) as.Date(paste0("15/", text), "%d/%m/%Y")
monthYear <- curve(as.numeric(day(months$last_contact) - day(months$start_date)) / 30.4375, months$status == "dead")
cat(toJSON(list(timePlus = timePlus, monthYear = monthYear), auto_unbox = TRUE, digits = NA, pretty = TRUE, na = "null"), "\n")
