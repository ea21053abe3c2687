import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { type Board, boardSchema } from "../board/board";
import { scoreSchema } from "../board/score";
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

describe.each([
  ["lms", () => read("../../public/example/synthetic-lms-cohort.csv"), boardSchema.parse(exampleBoard)],
  [
    "lung",
    () => read("../survival/reference/data/lung.csv"),
    { ...lung, scores: lung.scores.map((score) => ({ ...score, at: 365 })) },
  ],
] as const)("how well the points predict in %s", (name, table, board) => {
  const known = byR.validation[name];
  /** Age as a score of its own. */
  const age = scoreSchema.parse({
    id: "age",
    label: "Age",
    factors: [{ id: "age", label: "Age", column: "age", when: { op: "per unit" }, points: 1 }],
    groups: [{ label: "all", min: null, max: null }],
  });
  const judged = async () => {
    const { validation } = ready(
      analyze(await table(), { ...board, scores: [board.scores[0], age] } as Board).studies[0],
    );
    if (validation?.state !== "ready") throw new Error("not judged");
    return validation.validation;
  };

  it("is what R gives: Uno's C, the area under the curve and the Brier score at a time, the ratio of a point", async () => {
    const { uno, auc, ratio, brier, at, until, patients } = await judged();
    expect({ at, until, patients }).toEqual({ at: known.at, until: known.until, patients: known.n });
    const half = (found: { lower: number; upper: number } | null) =>
      ((found?.upper ?? 0) - (found?.lower ?? 0)) / 2 / 1.959963984540054;
    expect(uno?.value).toBeCloseTo(known.uno, 12);
    expect(half(uno)).toBeCloseTo(known.unoSE, 10);
    expect(auc?.value).toBeCloseTo(known.auc, 12);
    // Of equal times R's standard errors hang on the order of the rows.
    expect(half(auc) / known.aucSE).toBeCloseTo(1, 2);
    expect(ratio?.value).toBeCloseTo(known.ratio[0], 8);
    expect(ratio?.lower).toBeCloseTo(known.ratio[1], 8);
    expect(ratio?.upper).toBeCloseTo(known.ratio[2], 8);
    expect(brier?.model.value).toBeCloseTo(known.brier, 10);
    expect(brier?.none).toBeCloseTo(known.none, 12);
    expect(brier?.explained).toBeCloseTo(1 - known.brier / known.none, 9);
  });

  it("is what R gives over time, in each group, and of treating at a risk of one half", async () => {
    const { integrated, calibration, decision } = await judged();
    expect(integrated?.model.value).toBeCloseTo(known.integrated[0], 10);
    expect(integrated?.none).toBeCloseTo(known.integrated[1], 10);
    expect(calibration.map(({ patients }) => patients)).toEqual(known.groups.map(({ n }) => n));
    for (const [g, { predicted, observed }] of calibration.entries()) {
      expect(predicted).toBeCloseTo(known.groups[g].predicted, 10);
      expect(observed?.value).toBeCloseTo(known.groups[g].observed, 12);
    }
    expect(decision.find(({ threshold }) => threshold === 0.5)?.model).toBeCloseTo(known.benefit, 10);
  });

  it("is set beside another score on the patients who have both, with the interval of the difference", async () => {
    const [other] = (await judged()).beside;
    expect(other?.patients).toBe(known.beside.n);
    expect(other?.concordance.value).toBeCloseTo(known.beside.c, 12);
    const half = ((other?.concordance.upper ?? 0) - (other?.concordance.lower ?? 0)) / 2 / 1.959963984540054;
    expect(half).toBeCloseTo(known.beside.cSE, 9);
    expect(other?.auc?.value).toBeCloseTo(known.beside.auc, 12);
  });
});
