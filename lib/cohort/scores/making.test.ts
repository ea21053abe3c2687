import { describe, expect, it } from "vitest";
import { readScore, writeScore } from "../../board/scoreFile";
import { tableSummary } from "../tableSummary";
import { boardFrom, tableFrom } from "../testing";
import { cutsOf, evenCuts, groupsAt } from "./groups";
import { matchedScore } from "./match";
import { pastedFactors, wholePoints } from "./pasted";
import { presets } from "./presets";

const { columns } = tableSummary(
  await tableFrom("hemoglobin_g_dl,age,sex,bulky,arm\n9,60,Male,1,A\n11,70,Female,0,B\n12,50,Male,1,A\n"),
);
const pasted = (text: string, ratios = false) => pastedFactors(text, columns, boardFrom({}), ratios);

describe("pasted coefficients", () => {
  it("are factors with a cut, per unit, of a 0/1 column, or of a level as R names it", () => {
    const { factors, skipped } = pasted(
      "Hemoglobin < 10 g/dL, 1.15\nage\t0.017\nbulky: -0.4\nsexMale 0.53 1.7 0.2 2.6",
    );
    expect(skipped).toEqual([]);
    expect(factors.map(({ label }) => label)).toEqual(["Hemoglobin", "age", "bulky", "sex: Male"]);
    expect(pasted("Hemoglobin   <   10   1.15").factors[0]?.label).toBe("Hemoglobin");
    expect(factors.map(({ column, when, unit, points }) => ({ column, when, unit, points }))).toEqual([
      { column: "hemoglobin_g_dl", when: { op: "<", value: 10, times: 1, limit: null }, unit: "g/dL", points: 1.15 },
      { column: "age", when: { op: "per unit" }, unit: "", points: 0.017 },
      { column: "bulky", when: { op: "=", value: 1, times: 1, limit: null }, unit: "", points: -0.4 },
      { column: "sex", when: { op: "in", values: ["Male"] }, unit: "", points: 0.53 },
    ]);
  });

  it("can be hazard ratios, whose logarithms are the points", () => {
    expect(pasted("age >= 65; 2", true).factors[0].points).toBe(Math.log(2));
    expect(pasted("age 0", true).skipped).toEqual(["age 0"]);
  });

  it("leave a column open that is not there, and name the lines without a number", () => {
    const { factors, skipped } = pasted("# model\nLDH > 450 U/L 1\nfactor\tcoef\n\n");
    expect(factors).toMatchObject([{ label: "LDH", column: null, when: { op: ">", value: 450 }, unit: "U/L" }]);
    expect(skipped).toEqual(["factor\tcoef"]);
  });

  it("become whole points in proportion to the smallest", () => {
    expect(wholePoints([0.5, 1.1, -0.52])).toEqual([1, 2, -1]);
    expect(wholePoints([0, 0])).toEqual([0, 0]);
  });
});

describe("groups of a score", () => {
  it("lie between cuts and are named by their bounds", () => {
    expect(groupsAt([0, 2], true)).toEqual([
      { label: "0", min: null, max: 0 },
      { label: "1–2", min: 1, max: 2 },
      { label: "≥3", min: 3, max: null },
    ]);
    expect(groupsAt([1.5], false)).toEqual([
      { label: "≤ 1.5", min: null, max: 1.5 },
      { label: "> 1.5", min: 1.5, max: null },
    ]);
  });

  it("keep the user's names when a cut moves, and rename those named by their bounds", () => {
    const named = [{ ...groupsAt([0], true)[0], label: "good" }, groupsAt([0], true)[1]];
    expect(groupsAt([1], true, named)).toEqual([
      { label: "good", min: null, max: 1 },
      { label: "≥2", min: 2, max: null },
    ]);
  });

  it("of every preset come back from their cuts", () => {
    for (const preset of presets) {
      const groups = preset.groups.map(({ label, min, max }) => ({ label, min, max }));
      expect(groupsAt(cutsOf(groups), true, groups)).toEqual(groups);
    }
  });

  it("have no cut where no group has a bound, and the next one's where theirs is open", () => {
    const open = { min: null, max: null };
    expect(
      cutsOf([
        { label: "A", ...open },
        { label: "B", ...open },
      ]),
    ).toEqual([]);
    expect(
      cutsOf([
        { label: "A", ...open },
        { label: "B", min: 3, max: null },
      ]),
    ).toEqual([3]);
  });

  it("split patients evenly as far as their points allow", () => {
    const tally = [22, 30, 16, 6, 1].map((patients, points) => ({ points, patients }));
    expect(evenCuts(tally, 2)).toEqual([1]);
    expect(evenCuts(tally, 3)).toEqual([0, 1]);
    expect(evenCuts([{ points: 1, patients: 5 }], 3)).toEqual([]);
  });
});

describe("a score file", () => {
  it("comes back as it was saved, and is refused with a sentence otherwise", () => {
    const score = matchedScore(presets[0], columns, boardFrom({}));
    expect(readScore(writeScore(score))).toEqual({ ok: true, value: score });
    expect(readScore("{}")).toMatchObject({ ok: false, problem: { code: "score-invalid" } });
    expect(readScore('{"meierboardScore": 1, "score": {"id": ""}}').ok).toBe(false);
  });
});
