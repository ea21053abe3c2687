import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cohort } from "./cohorts";

/**
 * Reads the columns of a cohort (doubles, one after the other) and prints the median milliseconds of survfit, of
 * survdiff and of coxph; 0 for what was not asked.
 */
const script = `
suppressPackageStartupMessages(library(survival))
a <- commandArgs(TRUE); n <- as.numeric(a[2]); p <- as.numeric(a[3]); times <- as.integer(a[4])
x <- matrix(readBin(a[1], "double", n * (3 + p)), n)
d <- data.frame(time = x[, 1], event = x[, 2], group = x[, 3])
ms <- function(f) { f(); median(sapply(seq_len(times), function(i) { s <- proc.time()[[3]]; for (k in seq_len(reps)) f(); (proc.time()[[3]] - s) / reps })) * 1000 }
reps <- max(1, round(2e4 / n))
if (p == 0) cat(ms(function() survfit(Surv(time, event) ~ group, d)), ms(function() survdiff(Surv(time, event) ~ group, d)), 0) else {
  z <- x[, -(1:3), drop = FALSE]; cat(0, 0, ms(function() coxph(Surv(d$time, d$event) ~ z))) }
`;

export interface RTimes {
  curves: number;
  test: number;
  cox: number;
}

/** R's medians for a cohort, null where R or its survival package is not installed. */
export function rTimes({ time, cause, group, covariates }: Cohort, times: number): RTimes | null {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const columns = [time, cause, group, ...covariates.map((one) => ("values" in one ? one.values : []))];
    const data = columns.map((column) => Buffer.from(Float64Array.from(column).buffer));
    writeFileSync(join(folder, "data"), Buffer.concat(data));
    const sizes = [time.length, covariates.length, times].map(String);
    const { status, stdout } = spawnSync("Rscript", ["-e", script, join(folder, "data"), ...sizes], {
      encoding: "utf8",
    });
    const [curves, test, cox] = stdout?.trim().split(" ").map(Number) ?? [];
    return status === 0 && Number.isFinite(cox) ? { curves, test, cox } : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
