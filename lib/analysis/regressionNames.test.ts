import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { shownKinds } from "../panels/shownKinds";
import { analyze } from "./analyze";

// Sixty patients; nobody of the site "hand" has the event, and one clinic is the twin of an arm.
const rows = Array.from({ length: 60 }, (_, row) => {
  const site = row % 6 === 0 ? "h" : row % 2 ? "t" : "l";
  const arm = row % 4 < 2 ? "1" : "2";
  const event = site === "h" ? 0 : row % 5 === 0 ? 0 : 1;
  return [((row * 7919) % 97) + 1, event, row % 3 ? "m" : "f", arm, site, 40 + ((row * 13) % 30), arm].join(",");
});
const table = await tableFrom(`months,died,sx,trt,site,age,clinic\n${rows.join("\n")}\n`);

const levels = (id: string, column: string, reference: string | null = null) => ({
  ...{ id, of: { column } },
  coding: { kind: "levels", reference },
});
const age = { id: "t1", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } };
const [sex, arm, site] = [levels("t2", "sx", "f"), levels("t3", "trt"), levels("t4", "site", "l")];

function shown(panel: object) {
  const coding = [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ];
  const time = { from: "column", column: "months", unit: "months" };
  const board = boardFrom({
    endpoints: [{ id: "os", label: "Overall survival", time, event: { column: "died", coding } }],
    columns: [
      {
        name: "sx",
        label: "sex",
        levels: [
          { value: "m", label: "male" },
          { value: "f", label: "female" },
        ],
      },
      {
        name: "trt",
        label: "treatment",
        levels: [
          { value: "1", label: "A" },
          { value: "2", label: "B" },
        ],
      },
      {
        name: "site",
        levels: [
          { value: "h", label: "hand" },
          { value: "t", label: "trunk" },
          { value: "l", label: "limb" },
        ],
      },
      { name: "age", unit: "years" },
    ],
    scores: [
      {
        ...{ id: "s", label: "Risk", groups: [{ label: "all", min: null, max: null }] },
        factors: [
          { id: "old", label: "Age", column: "age", when: { op: ">=", value: 55 }, points: 1 },
          { id: "male", label: "Male", column: "sx", when: { op: "in", values: ["m"] }, points: 1 },
        ],
      },
    ],
    panels: [{ id: "p", kind: "regression", endpoint: "os", ...panel }],
  });
  const [view] = analyze(table, board).panels;
  if (view.state !== "ready" || view.result.kind !== "regression" || view.panel.kind !== "regression")
    throw new Error(JSON.stringify(view));
  const { statistics, numbers, results, sentence, figure, groups } = shownKinds.regression;
  const drawn = figure(view.result, view.panel.figure, { width: 900, height: 400, theme: "light" });
  return {
    rows: statistics(view.result).rows.map(([name]) => name),
    numbers: numbers(view.result).rows.map(([name]) => name),
    groups: groups(view.result).map(({ label }) => label),
    prose: [results(view.result), sentence(view.result)].join(" "),
    drawing: JSON.stringify(drawn.tree.children),
    notices: view.result.notices.map(({ message }) => message).join(" "),
    residuals: view.result.residuals.map(({ label }) => label),
  };
}

describe("what stands for a covariate", () => {
  it("is its name with level and reference, in table, files, prose, figure and residuals", () => {
    const { rows: lines, numbers, prose, drawing, residuals, groups } = shown({ terms: [age, sex], firth: "never" });
    expect(lines).toEqual(["Age per 10 years", "Sex", "Sex: female (reference)", "Sex: male v female"]);
    expect(numbers).toEqual(["Age per 10 years", "Sex: female (reference)", "Sex: male v female", "joint model"]);
    expect(groups).toEqual(["Age per 10 years", "Sex: female", "Sex: male"]);
    expect(prose).toMatch(/; P [<=] \.\d+\) for Sex: male v female[,. ]/);
    expect(drawing).toContain("male v female");
    expect(drawing).toContain("female (reference)");
    expect(residuals).toEqual(["Age per 10 years", "Sex: male v female"]);
  });

  it("counts a unit as it is said of one and of several", () => {
    const per = (of: object, ...steps: number[]) =>
      steps.flatMap((each) => shown({ terms: [{ id: "t", of, coding: { kind: "perUnit", per: each } }] }).rows);
    expect(per({ column: "age" }, 1, 10)).toEqual(["Age per year", "Age per 10 years"]);
    expect(per({ score: "s", as: "points" }, 1, 2)).toEqual(["Risk, points per point", "Risk, points per 2 points"]);
    expect(per({ column: "clinic" }, 1, 2)).toEqual(["Clinic per unit", "Clinic per 2 units"]);
  });

  it("is the product of both in an interaction, and says where a main effect holds", () => {
    const {
      rows: lines,
      prose,
      drawing,
    } = shown({
      terms: [age, arm, sex],
      interactions: [
        ["t1", "t2"],
        ["t3", "t2"],
      ],
      firth: "never",
    });
    expect(lines).toEqual([
      "Age per 10 years (main effect, where Sex is female)",
      "Treatment",
      "Treatment: A (reference)",
      "Treatment: B v A (main effect, where Sex is female)",
      "Sex",
      "Sex: female (reference)",
      "Sex: male v female (main effect, where Age is 0 and Treatment is A)",
      "Age per 10 years × Sex: male v female",
      "Treatment: B v A × Sex: male v female",
    ]);
    expect(prose).toContain("Interaction Treatment × Sex:");
    expect(prose).toMatch(/\) for Treatment: B v A × Sex: male v female[,. ]/);
    expect(drawing).toContain("B v A (main effect, where Sex is female)");
  });

  it("has no main effect where there is no interaction, nor in the model of it alone", () => {
    expect(shown({ terms: [age, sex] }).rows.join()).not.toContain("main effect");
    const alone = shown({ terms: [age, sex], interactions: [["t1", "t2"]], figure: { show: "alone" } });
    expect(alone.drawing).not.toContain("main effect");
  });

  it("is never an id or the name of a column of the model in a notice", () => {
    const separated = shown({ terms: [age, site], firth: "never" }).notices;
    expect(separated).toContain("Site: hand v limb: the hazard ratio is infinite or zero");
    const twice = shown({ terms: [arm, levels("t5", "clinic")], firth: "never" }).notices;
    expect(twice).toContain("Clinic: 2 v 1: not estimable");
    for (const notices of [separated, twice]) expect(notices).not.toMatch(/\bt\d/);
  });

  it("is no id in anything that is said", () => {
    const {
      rows: lines,
      numbers,
      prose,
      drawing,
    } = shown({
      terms: [age, sex, arm, site],
      interactions: [
        ["t1", "t3"],
        ["t2", "t4"],
      ],
      figure: { show: "both" },
    });
    for (const said of [lines.join(), numbers.join(), prose, drawing]) expect(said).not.toMatch(/\bt[1-5]\b/);
  });
});
