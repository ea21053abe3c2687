import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unread } from "../../agreement/unread";
import { complaints, verify } from "../../agreement/verify";
import { checksOf, type ReferenceOf } from "./registry";

const read = (path: string) => readFileSync(path, "utf8");
const data = (name: string) => read(`lib/survival/reference/data/${name}.csv`);
const fixture = (name: string) => read(`lib/analysis/fixtures/${name}`);
const example = read("public/example/synthetic-lms-cohort.csv");

const references: { of: ReferenceOf<string>; cases: number; numbers: number; notCompared: RegExp }[] = [
  {
    of: { kind: "association", expected: read("lib/association/reference/association.json"), files: {} },
    cases: 7,
    numbers: 330,
    notCompared: /^version$/,
  },
  {
    of: {
      kind: "characteristics",
      expected: read("lib/panels/characteristics/reference/tables.json"),
      files: { pbc: data("pbc"), colon: data("colon"), lung: data("lung") },
    },
    cases: 4,
    numbers: 500,
    // Weights are shown by the proposed tests; the others are those of the tables.
    notCompared: /^version$|^counted\..*\.(trend|means|fisher|chiSquare|ranks)$/,
  },
  {
    of: {
      kind: "subgroups",
      expected: read("lib/panels/subgroups/subgroups.json"),
      files: { colon: data("colon"), veteran: data("veteran") },
    },
    cases: 2,
    numbers: 140,
    notCompared: /^(r|survival)$/,
  },
  {
    of: {
      kind: "response",
      expected: fixture("responseByR.json"),
      files: {
        example,
        exampleLong: read("public/example/synthetic-lms-measurements.csv"),
        trial: fixture("responseTrial.csv"),
        trialLong: fixture("responseTrialMeasurements.csv"),
      },
    },
    cases: 2,
    numbers: 350,
    notCompared: /^never$/,
  },
  {
    of: {
      kind: "alterations",
      expected: fixture("alterationsByR.json"),
      files: {
        example,
        exampleLong: read("public/example/synthetic-lms-mutations.csv"),
        study: fixture("alterationsStudy.csv"),
        studyMutations: fixture("alterationsStudy.maf"),
        studyCopies: fixture("alterationsStudyCna.txt"),
      },
    },
    cases: 2,
    numbers: 700,
    notCompared: /^never$/,
  },
];

describe.each(references)("$of.kind agrees with R", ({ of, cases, numbers, notCompared }) => {
  it("in every number", { timeout: 120_000 }, async () => {
    let rest = (): string[] => ["nothing was read"];
    const checks = await checksOf(of, (expected) => {
      const watched = unread(expected, (leaf) => notCompared.test(leaf));
      rest = watched.rest;
      return watched.expected;
    });
    const results = checks.map(verify);
    expect(results.flatMap(complaints)).toEqual([]);
    expect(rest()).toEqual([]);
    expect(results.map(({ id }) => id)).toHaveLength(cases);
    expect(results.reduce((sum, result) => sum + result.numbers, 0)).toBeGreaterThan(numbers);
  });

  it("and would say where a number did not", { timeout: 120_000 }, async () => {
    const wrong = JSON.parse(of.expected, (_, value) => (typeof value === "number" ? value * 1.01 + 0.01 : value));
    const results = (await checksOf({ ...of, expected: JSON.stringify(wrong) })).map(verify);
    for (const result of results) expect(result.passes, result.id).toBe(false);
  });
});
