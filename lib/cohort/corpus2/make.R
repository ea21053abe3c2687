# Writes the files of this folder and expected.json: cohort files as researchers have them, all values simulated, with what must come out of
# them by R (survival). Run: Rscript make.R (R 4.2.2, survival 3.5-3, jsonlite). The times and outcomes are drawn first, the file is written
# from them in the manner of its source, and the expectation is computed from what was drawn, never from the file.
suppressMessages({library(survival); library(jsonlite)})
set.seed(20261124)
expected <- list()

# One endpoint: time NA is a missing time, cause NA a missing outcome; both are left out under the first of the two.
endpoint <- function(label, time, cause, extra = list(), keep = rep(TRUE, length(time)), group = NULL) {
  left <- list()
  miss <- is.na(time) & keep
  if (any(miss)) left[["time missing"]] <- sum(miss)
  noevent <- !miss & is.na(cause) & keep
  if (any(noevent)) left[["event missing"]] <- sum(noevent)
  left <- c(left, extra)
  used <- keep & !miss & !noevent
  fit <- survfit(Surv(time[used], cause[used] == 1) ~ 1)
  median <- unname(summary(fit)$table["median"])
  out <- list(label = unbox(label), used = unbox(sum(used)), leftOut = lapply(left, unbox), events = unbox(sum(cause[used] == 1)),
    competing = unbox(sum(cause[used] > 1)), censored = unbox(sum(cause[used] == 0)), median = unbox(if (is.na(median)) NULL else median))
  if (length(left) == 0) out$leftOut <- setNames(list(), character(0))
  if (!is.null(group)) {
    by <- summary(survfit(Surv(time[used], cause[used] == 1) ~ group[used]))$table
    rownames(by) <- sub("^group\\[used\\]=", "", rownames(by))
    out$byGroup <- lapply(split(seq_len(nrow(by)), rownames(by)), function(i) list(n = unbox(by[i, "records"]), events = unbox(by[i, "events"]),
      median = unbox(if (is.na(by[i, "median"])) NULL else unname(by[i, "median"]))))
  }
  out
}
put <- function(file, lines, layout, rows, endpoints, ..., encoding = "UTF-8", eol = "\n", bom = FALSE) {
  text <- paste0(paste(lines, collapse = eol), eol)
  raw <- if (encoding == "UTF-16LE") unlist(iconv(text, "UTF-8", "UTF-16LE", toRaw = TRUE)) else unlist(iconv(text, "UTF-8", encoding, toRaw = TRUE))
  mark <- if (!bom) raw() else if (encoding == "UTF-16LE") as.raw(c(0xff, 0xfe)) else as.raw(c(0xef, 0xbb, 0xbf))
  writeBin(c(mark, raw), file)
  expected[[file]] <<- c(list(layout = unbox(layout), rows = unbox(rows), endpoints = endpoints), list(...))
}
tsv <- function(d, na = "") { d[] <- lapply(d, function(x) ifelse(is.na(x), na, as.character(x))); c(paste(names(d), collapse = "\t"), do.call(paste, c(unname(d), sep = "\t"))) }
csv <- function(d, sep = ",", na = "", dec = ".") {
  cell <- function(x) { s <- ifelse(is.na(x), na, if (is.numeric(x)) sub(".", dec, format(x, trim = TRUE, digits = 15), fixed = TRUE) else as.character(x)); ifelse(grepl(paste0("[\"\n", sep, "]"), s), paste0('"', gsub('"', '""', s), '"'), s) }
  d2 <- lapply(d, function(x) vapply(x, cell, "")); c(paste(vapply(names(d), cell, ""), collapse = sep), do.call(paste, c(unname(d2), sep = sep)))
}
draw <- function(n, rate = 0.06, to = 60, digits = 1) { t <- round(rexp(n, rate), digits) + 0.1; c <- round(runif(n, 5, to), digits); list(time = pmin(t, c), event = as.integer(t <= c)) }
ids <- function(n, stem = "P") sprintf("%s%03d", stem, seq_len(n))

# 1 cBioPortal, five comment rows, prefixed status
{ n <- 34; os <- draw(n); pfs <- draw(n, .1); arm <- rep(c("Chemo", "Chemo + IO"), length.out = n); os$time[c(4, 9)] <- NA; ev <- os$event; ev[11] <- NA
  d <- data.frame(PATIENT_ID = ids(n, "MSK-"), ARM = arm, OS_MONTHS = os$time, OS_STATUS = ifelse(ev == 1, "1:DECEASED", "0:LIVING"), PFS_MONTHS = pfs$time, PFS_STATUS = ifelse(pfs$event == 1, "1:PROGRESSION", "0:CENSORED"))
  head <- c("#Patient Identifier\tTreatment arm\tOverall Survival (Months)\tOverall Survival Status\tProgress Free Survival (Months)\tProgression Free Status", "#Identifier\tArm\tMonths\tStatus\tMonths\tStatus", "#STRING\tSTRING\tNUMBER\tSTRING\tNUMBER\tSTRING", "#PATIENT\tPATIENT\tPATIENT\tPATIENT\tPATIENT\tPATIENT", "#1\t1\t1\t1\t1\t1")
  put("cbioportal_five.txt", c(head, tsv(d, "NA")), "cbioportal-patient", n, list(endpoint("Overall survival", os$time, ev, group = arm), endpoint("Progression-free survival", pfs$time, pfs$event, group = arm))) }

# 2 cBioPortal, older words, DFS, upper case
{ n <- 28; os <- draw(n); dfs <- draw(n, .08)
  d <- data.frame(PATIENT_ID = ids(n, "TCGA-AB-"), SEX = rep(c("MALE", "FEMALE"), length.out = n), OS_STATUS = ifelse(os$event == 1, "DECEASED", "LIVING"), OS_MONTHS = os$time, DFS_STATUS = ifelse(dfs$event == 1, "Recurred/Progressed", "DiseaseFree"), DFS_MONTHS = dfs$time)
  head <- c("#Patient Identifier\tSex\tOverall Survival Status\tOverall Survival (Months)\tDisease Free Status\tDisease Free (Months)", "#a\tb\tc\td\te\tf", "#STRING\tSTRING\tSTRING\tNUMBER\tSTRING\tNUMBER", "#1\t1\t1\t1\t1\t1")
  put("cbioportal_older.txt", c(head, tsv(d, "[Not Available]")), "cbioportal-patient", n, list(endpoint("Overall survival", os$time, os$event), endpoint("Disease-free survival", dfs$time, dfs$event)), eol = "\r\n") }

# 3 cBioPortal study view, samples repeat patients
{ n <- 25; os <- draw(n); copies <- rep(seq_len(n), ifelse(seq_len(n) %% 4 == 0, 3, 1)); m <- length(copies)
  d <- data.frame(`Study ID` = "study_x", `Patient ID` = ids(n)[copies], `Sample ID` = paste0(ids(n)[copies], "-", ave(copies, copies, FUN = seq_along)), `Overall Survival (Months)` = os$time[copies], `Overall Survival Status` = ifelse(os$event == 1, "1:DECEASED", "0:LIVING")[copies], check.names = FALSE)
  put("cbioportal_study_view.tsv", tsv(d), "cbioportal-study-view", m, list(endpoint("Overall survival", os$time, os$event)), merged = unbox(m - n)) }

# 4 ADTTE: unit in PARAM, several censoring codes, ACTARM, three parameters, a patient without one of them
{ n <- 30; arm <- rep(c("Placebo", "Active"), length.out = n); os <- draw(n, .004, 900, 0); pfs <- draw(n, .008, 900, 0); ttp <- draw(n, .009, 900, 0)
  os$time <- ceiling(os$time); pfs$time <- ceiling(pfs$time); ttp$time <- ceiling(ttp$time)
  long <- function(code, label, e, keep = rep(TRUE, n)) data.frame(STUDYID = "ABC", USUBJID = ids(n, "ABC-01-"), ACTARM = arm, PARAMCD = code, PARAM = label, ADT = "2024-01-31", AVAL = e$time, CNSR = ifelse(e$event == 1, 0, rep(1:3, length.out = n)), EVNTDESC = ifelse(e$event == 1, "Event", "Censored"))[keep, ]
  d <- rbind(long("OS", "Overall Survival (Days)", os), long("PFS", "Progression Free Survival (Days)", pfs), long("TTP", "Time to Progression (Days)", ttp, seq_len(n) != 7)); d <- d[order(d$USUBJID), ]
  lack <- seq_len(n) == 7; tt <- ifelse(lack, NA, ttp$time)
  put("adtte_days.csv", csv(d), "adtte", nrow(d), list(endpoint("Overall Survival", os$time, os$event, group = arm), endpoint("Progression Free Survival", pfs$time, pfs$event, group = arm), endpoint("Time to Progression", tt, ttp$event, group = arm)), merged = unbox(nrow(d) - n)) }

# 5 ADTTE, one parameter, months by AVALU, semicolons
{ n <- 22; arm <- rep(c("A", "B"), length.out = n); e <- draw(n)
  d <- data.frame(USUBJID = ids(n, "S-"), TRT01P = arm, PARAMCD = "EFS", PARAM = "Event-Free Survival", AVAL = e$time, AVALU = "MONTHS", CNSR = 1 - e$event)
  put("adtte_one.csv", csv(d, ";", dec = ","), "adtte", n, list(endpoint("Event-Free Survival", e$time, e$event, group = arm)), eol = "\r\n", bom = TRUE) }

# 6 TCGA-CDR, one row per patient
{ n <- 40; os <- draw(n, .002, 3000, 0); pfi <- draw(n, .003, 3000, 0); os$time <- ceiling(os$time); pfi$time <- ceiling(pfi$time); pt <- pfi$time; pt[3] <- NA
  d <- data.frame(bcr_patient_barcode = ids(n, "TCGA-A1-"), type = "BRCA", OS = os$event, OS.time = os$time, PFI = pfi$event, PFI.time = pt)
  put("tcga_cdr.csv", csv(d, na = "#N/A"), "tcga-cdr", n, list(endpoint("Overall survival", os$time, os$event), endpoint("Progression-free interval", pt, pfi$event))) }

# 7 UCSC Xena, several samples per patient
{ n <- 24; os <- draw(n, .002, 3000, 0); os$time <- ceiling(os$time); copies <- rep(seq_len(n), ifelse(seq_len(n) %% 5 == 0, 2, 1)); m <- length(copies)
  d <- data.frame(sample = paste0(ids(n, "TCGA-B2-")[copies], ifelse(duplicated(copies), "-11", "-01")), X_PATIENT = ids(n, "TCGA-B2-")[copies], OS = os$event[copies], OS.time = os$time[copies]); names(d)[2] <- "_PATIENT"
  put("xena_survival.tsv", tsv(d), "tcga-cdr", m, list(endpoint("Overall survival", os$time, os$event)), merged = unbox(m - n)) }

# 8 GDC, dotted names, two rows per case, mixed missing marks
{ n <- 26; os <- draw(n, .002, 3000, 0); os$time <- ceiling(os$time); lost <- 5; t <- os$time; t[lost] <- NA; e <- os$event
  one <- data.frame(cases.submitter_id = ids(n, "GDC-"), demographic.vital_status = ifelse(e == 1, "Dead", "Alive"), demographic.days_to_death = ifelse(e == 1, t, NA), diagnoses.days_to_last_follow_up = ifelse(e == 0, t, NA), demographic.gender = rep(c("female", "male"), length.out = n))
  d <- rbind(cbind(one, treatments.treatment_type = "Radiation"), cbind(one, treatments.treatment_type = "Surgery")); d <- d[order(d$cases.submitter_id), ]
  put("gdc_dotted.tsv", tsv(d, "'--"), "gdc", 2 * n, list(endpoint("Overall survival", t, e)), merged = unbox(n)) }

# 9 GENIE BPC, delayed entry
{ n <- 40; e <- draw(n, .002, 2500, 0); e$time <- ceiling(e$time) + 60; entry <- floor(runif(n, 1, 50)); entry[6] <- e$time[6] + 5
  d <- data.frame(record_id = ids(n, "GENIE-"), ca_cadx_int = 0, tt_os_dx_days = e$time, tt_os_dx_mos = round(e$time / 30.4375, 2), tt_os_dx_yrs = round(e$time / 365.25, 2), os_dx_status = e$event, dx_cpt_rep_days = entry)
  keep <- seq_len(n) != 6; fit <- survfit(Surv(entry[keep], e$time[keep], e$event[keep]) ~ 1)
  ep <- endpoint("Overall survival (os_dx)", e$time, e$event, extra = list("entry not before the end" = 1L), keep = keep); ep$median <- unbox(unname(summary(fit)$table["median"]))
  put("genie_bpc.csv", csv(d), "genie-bpc", n, list(ep)) }

# 10 SEER*Stat, months with leading zeros, Unknown; cause-specific with competing deaths
{ n <- 50; t <- floor(rexp(n, .03)); cause <- sample(0:2, n, TRUE, c(.4, .35, .25)); unknown <- c(8, 31); tt <- t; tt[unknown] <- NA
  d <- data.frame(`Patient ID` = sprintf("%08d", 100 + seq_len(n)), `Survival months` = ifelse(seq_len(n) %in% unknown, "Unknown", sprintf("%04d", t)), `Vital status recode (study cutoff used)` = ifelse(cause == 0, "Alive", "Dead"), `SEER cause-specific death classification` = ifelse(cause == 1, "Dead (attributable to this cancer dx)", "Alive or dead of other cause"), check.names = FALSE)
  put("seer_months.csv", csv(d), "seer-stat", n, list(endpoint("Overall survival", tt, pmin(cause, 1)), endpoint("Cause-specific survival", tt, cause)), eol = "\r\n") }

# 11 REDCap: baseline row and follow-up row
{ n <- 20; arm <- rep(c("Arm 1", "Arm 2"), length.out = n); e <- draw(n)
  base <- data.frame(record_id = seq_len(n), redcap_event_name = "baseline_arm_1", arm = arm, race___1 = 1, race___2 = 0, demographics_complete = 2, os_months = NA, os_event = NA, followup_complete = NA)
  fu <- data.frame(record_id = seq_len(n), redcap_event_name = "followup_arm_1", arm = NA, race___1 = NA, race___2 = NA, demographics_complete = NA, os_months = e$time, os_event = e$event, followup_complete = 2)
  d <- rbind(base, fu); d <- d[order(d$record_id), ]
  put("redcap_long.csv", csv(d), "redcap", 2 * n, list(endpoint("Overall survival", e$time, e$event, group = arm)), merged = unbox(n)) }

# 12 and 13 R data with 1/2 and 0/1/2: nothing is decided
{ n <- 30; e <- draw(n, .003, 900, 0); d <- data.frame(inst = 1, time = ceiling(e$time), status = 1 + e$event, age = 60, ph.ecog = 1)
  put("r_lung.csv", csv(d), "r-survival", n, list(list(label = unbox("Overall survival"), asks = unbox("event-undecided")))) }
{ n <- 30; d <- data.frame(id = seq_len(n), time = ceiling(rexp(n, .001)), status = rep(c(0, 2, 0, 2, 1), length.out = n), trt = rep(1:2, length.out = n), bili = 1.1, albumin = 3.5)
  put("r_pbc.csv", csv(d), "r-survival", n, list(list(label = unbox("Overall survival"), asks = unbox("event-undecided")))) }

# 14 colon: two rows per patient
{ n <- 24; rec <- draw(n, .001, 3000, 0); os <- draw(n, .0008, 3000, 0); rec$time <- ceiling(rec$time); os$time <- ceiling(os$time); rx <- rep(c("Obs", "Lev", "Lev+5FU"), length.out = n)
  d <- data.frame(id = rep(seq_len(n), each = 2), study = 1, rx = rep(rx, each = 2), status = c(rbind(rec$event, os$event)), time = c(rbind(rec$time, os$time)), etype = rep(1:2, n))
  put("r_colon.csv", csv(d), "r-survival", 2 * n, list(endpoint("Time to recurrence", rec$time, rec$event, group = rx), endpoint("Overall survival", os$time, os$event, group = rx)), merged = unbox(n)) }

# 15 dates: day/month/year, status words, blanks
{ n <- 26; start <- as.Date("2019-01-17") + round(runif(n, 0, 700)); os <- draw(n, .002, 1200, 0); os$time <- ceiling(os$time); pd <- ifelse(runif(n) < .6, round(os$time * runif(n, .2, .9)), NA)
  f <- function(x) ifelse(is.na(x), "", format(x, "%d/%m/%Y")); s <- f(start); s[2] <- ""; arm <- rep(c("Standard", "Experimental"), length.out = n)
  end <- start + os$time; dd <- ifelse(os$event == 1, f(end), ""); lc <- f(end); lc[os$event == 1][1] <- ""
  d <- data.frame(Patient = ids(n), Arm = arm, `Start of treatment` = s, `Progression date` = f(start + pd), `Date of death` = dd, `Last contact` = lc, Status = ifelse(os$event == 1, "dead", "alive"), check.names = FALSE)
  keep <- seq_len(n) != 2; pt <- ifelse(is.na(pd), os$time, pd); pe <- ifelse(is.na(pd), os$event, 1)
  m <- function(x) x / 30.4375
  put("dates_dmy.csv", csv(d), "date-sheet", n, list(endpoint("Overall survival", m(os$time), os$event, extra = list("start date missing" = 1L), keep = keep, group = arm), endpoint("Progression-free survival", m(pt), pe, extra = list("start date missing" = 1L), keep = keep, group = arm))) }

# 16 dates: surgery, recurrence, assessments, cut-off column; German headers, Windows-1252, dots
{ n <- 24; op <- as.Date("2018-03-01") + round(runif(n, 0, 500)); cut <- as.Date("2021-06-30"); t <- ceiling(rexp(n, .0012)); r <- ceiling(rexp(n, .0015))
  death <- ifelse(t < 1500, t, NA); rez <- ifelse(r < pmin(t, 1000), r, NA); seen <- pmin(t, as.integer(cut - op) - round(runif(n, 0, 60)))
  f <- function(x) ifelse(is.na(x), "", format(x, "%d.%m.%Y")); c0 <- as.integer(cut - op)
  d <- data.frame(`Fall-Nr` = ids(n, "F"), Behandlung = rep(c("Standard", "Prüfarm"), length.out = n), `Operation am` = f(op), `Rezidiv am` = f(op + rez), `Verstorben am` = f(op + death), `Letzter Kontakt` = f(op + seen), Stichtag = f(cut), check.names = FALSE)
  ot <- ifelse(!is.na(death) & death <= c0, death, ifelse(!is.na(death), c0, pmin(seen, c0))); oe <- as.integer(!is.na(death) & death <= c0)
  first <- pmin(death, rez, na.rm = TRUE); de <- as.integer(!is.na(first) & first <= c0); dt <- ifelse(de == 1, first, pmin(seen, c0))
  m <- function(x) x / 30.4375; g <- d$Behandlung
  put("daten_operation.csv", csv(d, ";"), "date-sheet", n, list(endpoint("Overall survival", m(ot), oe, group = g), endpoint("Disease-free survival", m(dt), de, group = g)), encoding = "WINDOWS-1252", eol = "\r\n") }

# 17 plain columns: French, decimal comma, yes/no words
{ n <- 30; e <- draw(n); g <- rep(c("Bras A", "Bras B"), length.out = n)
  d <- data.frame(identifiant = ids(n), traitement = g, duree_mois = e$time, deces = ifelse(e$event == 1, "oui", "non"))
  put("mois_deces.csv", csv(d, ";", dec = ","), "column-names", n, list(endpoint("Overall survival", e$time, e$event, group = g))) }

# 18 UTF-16, tab, weeks, TRUE/FALSE, blanks in event and time
{ n <- 21; e <- draw(n); ev <- e$event; ev[c(3, 8)] <- NA; t <- e$time; t[8] <- NA; t[12] <- NA
  d <- data.frame(Subject = ids(n), Treatment = rep(c("X", "Y", "Z"), length.out = n), `Survival weeks` = t, Died = ifelse(ev == 1, "TRUE", "FALSE"), check.names = FALSE)
  put("weeks_utf16.txt", tsv(d), "column-names", n, list(endpoint("Overall survival", t, ev, group = d$Treatment)), encoding = "UTF-16LE", bom = TRUE, eol = "\r\n") }

# 19 three pairs, camel case, delimiter pipe
{ n <- 27; a <- draw(n); b <- draw(n, .09); c <- draw(n, .07)
  d <- data.frame(patientId = ids(n), osMonths = a$time, osEvent = a$event, pfsMonths = b$time, pfsEvent = b$event, efs_time_months = c$time, efs_status = c$event)
  put("three_pairs.psv", csv(d, "|"), "column-names", n, list(endpoint("Overall survival", a$time, a$event), endpoint("Progression-free survival", b$time, b$event), endpoint("Event-free survival", c$time, c$event))) }

# 20 a stray 2 in a 0/1 column, and a negative time
{ n <- 40; e <- draw(n); v <- e$event; v[17] <- 2; t <- e$time; t[5] <- -1.2
  d <- data.frame(id = ids(n), months = t, event = v)
  put("stray_two.csv", csv(d), "column-names", n, list(list(label = unbox("Survival"), asks = unbox("event-undecided"), decided = c("0", "1")))) }

# 21 everybody censored
{ n <- 12; d <- data.frame(id = ids(n), fu_years = round(runif(n, 1, 9), 2), death = 0)
  put("all_censored.csv", csv(d), "column-names", n, list(endpoint("Overall survival", d$fu_years, rep(0, n)))) }

# 22 AWD and DOC in a disease-free endpoint are asked about; in overall survival they are words of status
{ n <- 16; e <- draw(n); s <- rep(c("NED", "AWD", "DOD", "DOC"), length.out = n)
  d <- data.frame(id = ids(n), dfs_months = e$time, dfs_status = s)
  put("dfs_words.csv", csv(d), "column-names", n, list(list(label = unbox("Disease-free survival"), asks = unbox("event-undecided"), decided = character(0))))
  d2 <- data.frame(id = ids(n), os_months = e$time, os_status = s)
  put("os_words.csv", csv(d2), "column-names", n, list(endpoint("Overall survival", e$time, as.integer(s %in% c("DOD", "DOC"))))) }

# 23 CNSR-like but not CDISC: a column called "censor" of 0 and 1 can be meant either way
{ n <- 20; e <- draw(n); d <- data.frame(id = ids(n), time_months = e$time, censor = e$event)
  put("censor_column.csv", csv(d), "column-names", n, list(list(label = unbox("Survival"), asks = unbox("event-undecided"), decided = character(0)))) }

# 24 several words read as missing in the time column, text in it too, title rows above the header
{ n <- 22; e <- draw(n); t <- as.character(e$time); t[c(2, 5, 9)] <- c("NA", ".", "Unknown"); t[14] <- "not yet"; tt <- e$time; tt[c(2, 5, 9, 14)] <- NA
  d <- data.frame(ID = ids(n), Arm = rep(c("I", "II"), length.out = n), `OS (months)` = t, `OS event` = e$event, check.names = FALSE)
  ep <- endpoint("Overall survival", tt, e$event, group = d$Arm); ep$leftOut <- list("time missing" = unbox(3L), "time not a number" = unbox(1L))
  put("title_rows.csv", c("Export of study XYZ", "", csv(d)), "column-names", n, list(ep)) }

write(toJSON(list(made = unbox("Rscript make.R: R 4.2, package survival; survfit(Surv(time, event) ~ 1 or group), summary()$table"), files = expected), pretty = TRUE, digits = 15, null = "null"), "expected.json")
