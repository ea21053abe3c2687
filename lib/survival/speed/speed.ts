import {
  countEqualRows,
  coxRegression,
  createScratch,
  estimateAndTest,
  proportionalHazards,
  timeOrder,
} from "../index";
import { type Cohort, cohort, filtered } from "./cohorts";
import { medianOf } from "./median";
import { rTimes } from "./rTimes";

const againstR = process.argv.includes("--against-r");
const sizes = [1e2, 1e3, 1e4, 1e5, 1e6];
const runs = (n: number) => (n >= 1e6 ? 9 : n >= 1e5 ? 21 : 51);
const runsOfR = (n: number) => (n >= 1e6 ? 3 : 5);

const milliseconds = (ms: number) => (ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(3));
const row = (cells: string[], widths: number[]) =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "));

/** Of one cohort: everything from unsorted columns, and one filter change with the time order known. */
function survivalTimes(subjects: Cohort, n: number) {
  const order = timeOrder(subjects.time);
  const scratch = createScratch();
  const masks = filtered(subjects);
  let turn = 0;
  const fresh = medianOf(runs(n), () => estimateAndTest(subjects));
  const change = medianOf(2 * runs(n), () =>
    estimateAndTest({ ...subjects, group: masks[turn++ % 2] }, { order, scratch }),
  );
  const compared = medianOf(runs(n), () => compare({ ...subjects, group: masks[turn++ % 2] }, order));
  return { fresh, change, compared };
}

/** The Cox model of the groups and its test of proportional hazards, as a panel shows them. */
function compare(cohort: Cohort, known: ReturnType<typeof timeOrder>) {
  const { subjects, order } = countEqualRows(cohort, known);
  const levels = Array.from({ length: cohort.groupCount }, (_, g) => `${g}`);
  const codes = Int32Array.from(subjects.group as Int16Array);
  const fit = coxRegression({ ...subjects, covariates: [{ name: "group", codes, levels }] }, { order });
  if (fit.ok) proportionalHazards(fit.value);
}

console.log(
  "Median milliseconds. “All”: curves and log-rank test from unsorted columns; “filter”: the same after a filter change;",
);
console.log("“models”: Cox model of the groups with its test of proportional hazards.");
const widths = [34, 10, 10, 10, 12, 10];
row(["Kaplan–Meier and log-rank", "all", "filter", "models", ...(againstR ? ["R, all", "R / all"] : [])], widths);
for (const n of sizes)
  for (const groups of [2, 4])
    for (const months of [false, true]) {
      const subjects = cohort(n, groups, months);
      const { fresh, change, compared } = survivalTimes(subjects, n);
      const r = againstR ? rTimes(subjects, runsOfR(n)) : null;
      const beside = r ? [milliseconds(r.curves + r.test), `${((r.curves + r.test) / fresh).toFixed(0)} ×`] : [];
      const name = `n = ${n}, ${groups} groups, ${months ? "months" : "continuous"}`;
      row([name, ...[fresh, change, compared].map(milliseconds), ...beside], widths);
    }

console.log();
console.log("Cells with their number of patients, and as many patients with a row each: a filter change.");
row(["Cells", "cells", "rows", "cells / rows"], [34, 10, 10, 14]);
for (const n of sizes.slice(2))
  for (const groups of [2, 4])
    for (const months of [false, true]) {
      const subjects = cohort(n, groups, months);
      const weight = Float64Array.from(subjects.time, (_, at) => 1 + ((at * 7919) % 1000));
      const change = (given: Cohort) => {
        const order = timeOrder(given.time);
        const scratch = createScratch();
        const masks = filtered(given);
        let turn = 0;
        return medianOf(4 * runs(n), () => estimateAndTest({ ...given, group: masks[turn++ % 2] }, { order, scratch }));
      };
      const [cells, rows] = [change({ ...subjects, weight }), change(subjects)];
      const name = `n = ${n}, ${groups} groups, ${months ? "months" : "continuous"}`;
      row([name, milliseconds(cells), milliseconds(rows), `${(cells / rows).toFixed(1)} ×`], [34, 10, 10, 14]);
    }

console.log();
row(["Cox, Efron", "fit", ...(againstR ? ["R, coxph", "R / fit"] : [])], [34, 10, 12, 10]);
for (const n of sizes.slice(1))
  for (const covariates of [1, 10]) {
    const input = cohort(n, 1, false, covariates);
    const { group, groupCount, ...columns } = input;
    const fit = medianOf(Math.min(9, runs(n)), () => coxRegression(columns));
    const r = againstR ? rTimes(input, runsOfR(n)) : null;
    const beside = r ? [milliseconds(r.cox), `${(r.cox / fit).toFixed(1)} ×`] : [];
    row(
      [`n = ${n}, ${covariates} covariate${covariates > 1 ? "s" : ""}`, milliseconds(fit), ...beside],
      [34, 10, 12, 10],
    );
  }
if (againstR && rTimes(cohort(10, 2, true), 1) === null)
  console.log("\nR with its survival package is not installed here.");
