import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { boardSchema } from "../board/board";
import { boardFrom, tableFrom } from "../cohort/testing";
import type { ScoreStudy } from "../panels/scoreStudy/scoreStudy";
import type { Coefficient } from "../survival";
import { analyze } from "./analyze";
import byR from "./fixtures/scoreStudies.json";

const read = (path: string) => tableFrom(readFileSync(new URL(path, import.meta.url), "utf8"));

const lung = boardFrom({
  endpoints: [
    {
      id: "os",
      label: "Overall survival",
      time: { from: "column", column: "time", unit: "days" },
      event: {
        column: "event",
        coding: [
          { value: "1", as: "event" },
          { value: "0", as: "censored" },
        ],
      },
    },
  ],
  scores: [
    {
      id: "mine",
      label: "mine",
      factors: [
        { id: "old", label: "Age", column: "age", when: { op: ">=", value: 65 }, points: 1 },
        { id: "male", label: "Male", column: "sex", when: { op: "in", values: ["Male"] }, points: 1 },
        { id: "ecog", label: "ECOG", column: "ph_ecog", when: { op: ">=", value: 1 }, points: 2 },
        { id: "loss", label: "Weight loss", column: "wt_loss", when: { op: ">", value: 10 }, points: -0.5 },
      ],
      groups: [
        { label: "low", min: null, max: 1 },
        { label: "middle", min: 1, max: 2 },
        { label: "high", min: 2, max: null },
      ],
    },
  ],
});

function ready(study: ScoreStudy) {
  if (study.state !== "ready") throw new Error(study.problem.message);
  return study;
}

function expectRatio(
  coefficient: Coefficient | null,
  expected: { hr: number; lower: number; upper: number; p: number },
) {
  if (coefficient?.kind !== "estimated") throw new Error("not estimated");
  expect(coefficient.hazardRatio / expected.hr).toBeCloseTo(1, 8);
  expect(coefficient.lower / expected.lower).toBeCloseTo(1, 8);
  expect(coefficient.upper / expected.upper).toBeCloseTo(1, 8);
  expect(coefficient.p / expected.p).toBeCloseTo(1, 7);
}

describe.each([
  ["lms", () => read("../../public/example/synthetic-lms-cohort.csv"), boardSchema.parse(exampleBoard)],
  ["lung", () => read("../survival/reference/data/lung.csv"), lung],
] as const)("the study of a score on %s", (name, table, board) => {
  it("gives the hazard ratios of R, of each factor alone and of all together, and Harrell's C with its standard error", async () => {
    const study = ready(analyze(await table(), board).studies[0]);
    const expected = byR[name];
    expect(study.together).toEqual({ n: expected.n, events: expected.events });
    for (const [f, { alone, together }] of study.factors.entries()) {
      expectRatio(alone, expected.alone[f]);
      expectRatio(together, expected.together[f]);
    }
    for (const of of ["points", "groups"] as const) {
      expect(study[of]?.c).toBeCloseTo(expected[of].c, 12);
      expect(study[of]?.stdErr).toBeCloseTo(expected[of].stdErr, 10);
      expect(study[of]?.patients).toBe(expected[of].n);
    }
  });
});

describe("the study of a score", () => {
  it("is of all patients whatever the filters say", async () => {
    const table = await read("../../public/example/synthetic-lms-cohort.csv");
    const filters = [{ kind: "range", of: { column: "age" }, min: 60, max: null }];
    const board = boardSchema.parse({ ...exampleBoard, filters });
    expect(analyze(table, board).studies).toEqual(analyze(table, boardSchema.parse(exampleBoard)).studies);
  });

  it("sets another score beside it on the patients who have both, with both their groups", async () => {
    const table = await read("../../public/example/synthetic-lms-cohort.csv");
    const [score] = exampleBoard.scores;
    const half = { ...score, id: "half", label: "half", factors: score.factors.slice(0, 2) };
    const board = boardSchema.parse({ ...exampleBoard, scores: [score, half] });
    const [own, other] = analyze(table, board).studies.map(ready);
    expect(own.beside).toHaveLength(1);
    expect(own.beside[0].own.c).toBe(own.points?.c);
    expect(own.beside[0].other.c).toBe(other.points?.c);
    expect(own.beside[0].table.flat().reduce((sum, count) => sum + count, 0)).toBe(75);
    expect(own.beside[0].table.map((row) => row.reduce((sum, count) => sum + count, 0))).toEqual([22, 46, 7]);
    expect(other.beside[0].table).toEqual(
      own.beside[0].table[0].map((_, j) => own.beside[0].table.map((row) => row[j])),
    );
  });

  it("says why there is none", async () => {
    const table = await read("../../public/example/synthetic-lms-cohort.csv");
    const [score] = exampleBoard.scores;
    const open = { ...score, factors: [{ ...score.factors[0], column: null }] };
    const [study] = analyze(table, boardSchema.parse({ ...exampleBoard, panels: [], scores: [open] })).studies;
    expect(study).toMatchObject({ state: "blocked", problem: { code: "score-nobody" } });
    const [none] = analyze(table, boardSchema.parse({ ...exampleBoard, panels: [], endpoints: [] })).studies;
    expect(none).toMatchObject({ state: "blocked", problem: { code: "endpoint-absent" } });
  });
});
