import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { writeScore } from "../../lib/board/scoreFile";
import { scoreFromPreset } from "../../lib/cohort/scores/preset";
import { presetOf } from "../../lib/cohort/scores/presets";
import { tableSummary } from "../../lib/cohort/tableSummary";
import { tableFrom } from "../../lib/cohort/testing";
import { nth } from "../../lib/numeric/nth";
import { useStore } from "../store";
import { openScore, scoreOf } from "./scores";

let columns: unknown[] = [];
vi.mock("../analysis", () => ({ theClient: () => ({ getState: () => ({ answer: { summary: { columns } } }) }) }));

const lung = await tableFrom(readFileSync("lib/survival/reference/data/lung.csv", "utf8"));
const factor = (label: string, column: string) => ({
  ...{ id: label, label, column, unit: "", convert: null, formula: null, points: 1 },
  when: { op: ">=" as const, value: 65, times: 1, limit: null },
});
const of = (...factors: ReturnType<typeof factor>[]) => writeScore(scoreOf("Shared", factors));
const state = useStore.getState;

describe("a score file that is opened", () => {
  beforeEach(() => {
    columns = tableSummary(lung).columns;
    useStore.setState(({ board, view }) => ({
      board: { ...board, scores: [] },
      view: { ...view, place: "board", score: null, message: null },
    }));
  });

  it("adds the score with its columns and shows it", () => {
    openScore(of(factor("Age", "age")));
    expect(state().board.scores.map(({ label, factors }) => [label, factors.map(({ column }) => column)])).toEqual([
      ["Shared", ["age"]],
    ]);
    expect(state().view).toMatchObject({ place: "scores", score: nth(state().board.scores, 0).id, message: null });
  });

  it("twice is there twice, under a name and an id of its own", () => {
    openScore(of(factor("Age", "age")));
    openScore(of(factor("Age", "age")));
    const { scores } = state().board;
    expect(scores.map(({ label }) => label)).toEqual(["Shared", "Shared 2"]);
    expect(new Set(scores.map(({ id }) => id)).size).toBe(2);
  });

  it("leaves columns open that this file lacks, and names their factors", () => {
    openScore(of(factor("Age", "age"), factor("Grade", "histology")));
    expect(nth(state().board.scores, 0).factors.map(({ column }) => column)).toEqual(["age", null]);
    expect(state().view.message?.message).toBe("This file has other columns than the score was made with: Grade.");
  });

  it("is matched anew where it is a published one", () => {
    const royal = presetOf("rmh");
    if (!royal) throw new Error("no preset");
    columns = [{ name: "LDH_U_L", kind: "number", distinct: 90, levels: null, min: 100, max: 900 }];
    const score = scoreFromPreset(royal);
    openScore(writeScore({ ...score, factors: score.factors.map((each) => ({ ...each, column: "elsewhere" })) }));
    const matched = nth(state().board.scores, 0).factors;
    expect(matched.map(({ column }) => column)).toContain("LDH_U_L");
    expect(matched.map(({ column }) => column)).not.toContain("elsewhere");
  });

  it("without a cohort, and one that is none, adds nothing and is said", () => {
    columns = [];
    openScore(of(factor("Age", "age")));
    expect(state().view.message?.code).toBe("score-no-cohort");
    openScore("{}");
    expect(state().view.message?.message).toMatch(/score/i);
    expect(state().board.scores).toEqual([]);
  });
});
