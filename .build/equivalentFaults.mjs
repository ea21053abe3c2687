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
];
