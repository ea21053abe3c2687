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
    file: "lib/panels/regression/residuals/smoothResiduals.ts",
    was: "const cube = (value: number) => (value > 0 ? value ** 3 : 0);",
    is: "const cube = (value: number) => (value <= 0 ? value ** 3 : 0);",
    because: "cubes below a knot are the whole cube less those above; the splines they span with 1 and x are the same",
  },
];
