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
# Cells of the first sheet by reference, without a reader of workbooks: numbers and inline texts.
sheet <- function(file) {
  xml <- paste(readLines(unzip(file, "xl/worksheets/sheet1.xml", exdir = tempdir()), warn = FALSE), collapse = "")
  cells <- regmatches(xml, gregexpr('<c [^>]*?r="[A-Z]+[0-9]+"[^>]*?>.*?</c>', xml, perl = TRUE))[[1]]
  setNames(gsub("<[^>]+>", "", cells), sub('.*?r="([A-Z]+[0-9]+)".*', "\\1", cells, perl = TRUE))
}
column <- function(cells, letter, rows) as.numeric(cells[paste0(letter, rows)])
two <- sheet("x_merged_pfs_os.xlsx")
pfs <- curve(column(two, "C", 3:26), column(two, "D", 3:26) == 1)
os <- curve(column(two, "E", 3:26), column(two, "F", 3:26) == 1)
down <- sheet("x_arm_merged_down.xlsx")
# Of the arms, merged over 12 rows each, only the first cell has a value.
armMerged <- curve(column(down, "C", 2:25), column(down, "D", 2:25) == 1, rep(c("A", "B"), each = 12))
labelled <- read.csv("rowlabel_unnamed.csv")
of <- function(parameter) {
  rows <- labelled[labelled$PARAMCD == parameter, ]
  curve(rows$AVAL, rows$CNSR == 0)
}
# From the sequencing on: by days, by the two dates, and by the two ages.
late <- read.csv("delayed_entry.csv")
entered <- function(entry, unit) {
  time <- late$os_months
  fit <- survfit(Surv(entry / unit, time, late$death) ~ 1)
  list(n = length(time), events = sum(late$death), median = unname(summary(fit)$table["median"]), atRisk = summary(fit, times = c(6, 12))$n.risk)
}
delayed <- list(
  days = entered(late$days_to_sequencing, 30.4375),
  dates = entered(as.numeric(as.Date(late$date_of_sequencing) - as.Date(late$date_of_diagnosis)), 30.4375),
  ages = entered((late$age_at_sequencing - late$age_at_diagnosis) * 365.25, 30.4375),
  ignored = unname(summary(survfit(Surv(os_months, death) ~ 1, late))$table["median"])
)
cat(toJSON(list(delayed = delayed, labelPfs = of("PFS"), labelOs = of("OS"), pfs = pfs, os = os, armMerged = armMerged, timePlus = timePlus, monthYear = monthYear), auto_unbox = TRUE, digits = NA, pretty = TRUE, na = "null"), "\n")
