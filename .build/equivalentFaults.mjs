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
    file: "lib/panels/kaplanMeier/secondEndpoint.ts",
    was: "if (factor === 1) return group;",
    is: "if (factor === 2) return group;",
    because: "times multiplied by 1 are the same, and no two units of time differ by a factor of 2",
  },
];
