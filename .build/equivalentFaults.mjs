/**
 * Small faults that change no answer, each with the reason; `npm run mutants` does not count them.
 * @type {readonly { file: string, was: string, is: string, because: string }[]}
 */
export const equivalentFaults = [
  {
    file: "lib/cohort/scores/groups.ts",
    was: "sum += patients;",
    is: "sum -= patients;",
    because: "sums and shares change their sign together, and only their distances are compared",
  },
  {
    file: "lib/panels/curves/labels/freeBox.ts",
    was: "const starts = [x, ...guides(plot).filter((guide) => guide > x && guide < x + block.width + gap)];",
    is: "const starts = [x, ...guides(plot).filter((guide) => guide >= x && guide < x + block.width + gap)];",
    because: "a guide at the end itself gives the place beside the end a second time",
  },
  {
    file: "lib/panels/curves/marks/milestones.ts",
    was: 'const anchor = side > 0 ? "start" : "end";',
    is: 'const anchor = side >= 0 ? "start" : "end";',
    because: "a side is 1 or −1",
  },
  {
    file: "lib/panels/curves/thumbnail.ts",
    was: "const axes = { time: timeAxis(drawn, options, width, width / 4), value: valueAxis(drawn, options, 3) };",
    is: "const axes = { time: timeAxis(drawn, options, width, width / 4), value: valueAxis(drawn, options, 4) };",
    because: "a small figure draws no ticks",
  },
  {
    file: "lib/panels/regression/fits.ts",
    was: "const asked = terms.filter((term) => !needed.has(term.name) && (term.of.length > 0 || term.columns.length > 1));",
    is: "const asked = terms.filter((term) => !needed.has(term.name) && (term.of.length > 1 || term.columns.length > 1));",
    because: "an interaction is of two covariates or more",
  },
  {
    file: "lib/panels/regression/proposal.ts",
    was: "return carried >= lower && carried <= upper ? 0 : Math.abs(coefficient - carried) / stdErr;",
    is: "return carried > lower && carried <= upper ? 0 : Math.abs(coefficient - carried) / stdErr;",
    because: "a limit of an interval and a whole number of points are equal in no data",
  },
  {
    file: "lib/panels/regression/residuals/smoothResiduals.ts",
    was: "const cube = (value: number) => (value > 0 ? value ** 3 : 0);",
    is: "const cube = (value: number) => (value <= 0 ? value ** 3 : 0);",
    because: "cubes below a knot are the whole cube less those above; the splines they span with 1 and x are the same",
  },
  {
    file: "lib/panels/response/figure/spider.ts",
    was: "const shown = cut < 0 ? patient.series : patient.series.slice(0, cut + 1);",
    is: "const shown = cut <= 0 ? patient.series : patient.series.slice(0, cut + 1);",
    because: "a line begins at 0%, so that the first above the top is never its first",
  },
  {
    file: "lib/panels/response/figure/spider.ts",
    was: "const shown = cut < 0 ? patient.series : patient.series.slice(0, cut + 1);",
    is: "const shown = cut < 1 ? patient.series : patient.series.slice(0, cut + 1);",
    because: "a line begins at 0%, so that the first above the top is never its first",
  },
  {
    file: "lib/panels/response/figure/spider.ts",
    was: "if (change <= top || !before) return [x(time), y(change)] as const;",
    is: "if (change < top || !before) return [x(time), y(change)] as const;",
    because: "a line that ends at the top crosses it there",
  },
];
