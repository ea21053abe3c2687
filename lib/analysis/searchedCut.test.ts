import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../board/figureOptions";
import { boardFrom, tableFrom } from "../cohort/testing";
import { readingInWords } from "../panels/curves/reading/readingInWords";
import { survivalCurves } from "../panels/kaplanMeier/drawn";
import { generatedSubtitle, wordsOf } from "../panels/kaplanMeier/words";
import { analyze } from "./analyze";
import byR from "./fixtures/searchedCutByR.json";

const table = await tableFrom(readFileSync(new URL("../survival/reference/data/lung.csv", import.meta.url), "utf8"));

function answer(panel: object, more: object = {}, endpointMore: object = {}, of = table) {
  const coding = [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ];
  const endpoint = {
    id: "os",
    label: "Survival",
    time: { from: "column", column: "time", unit: "days" },
    event: { column: "event", coding },
    ...endpointMore,
  };
  const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", ...panel }];
  const [view] = analyze(of, boardFrom({ endpoints: [endpoint], panels, ...more })).panels;
  if (view.state !== "ready" || view.result.kind !== "kaplanMeier") throw new Error(JSON.stringify(view));
  return { ...view, result: view.result };
}

const women = { filters: [{ kind: "values", of: { column: "sex" }, values: ["Female"] }] };

describe.each([
  ["age", { cut: { of: { column: "age" } } }, {}, byR.age],
  [
    "weight loss, with a fifth in each group at least",
    { cut: { of: { column: "wt_loss" }, minShare: 0.2 } },
    {},
    byR.weightLoss,
  ],
  ["age among the women kept by a filter", { cut: { of: { column: "age" } } }, women, byR.women],
])("a cut-point of %s", (_, panel, more, expected) => {
  const { result } = answer(panel, more);

  it("is that of R's maxstat, with P corrected for the search", () => {
    expect(result.cut?.cut).toBe(expected.cut);
    expect((result.cut?.statistic ?? 0) / expected.statistic).toBeCloseTo(1, 9);
    expect(result.cut?.p.lausen1992).toBeCloseTo(expected.lausen1992, 9);
    expect(result.cut?.p.lausen1994).toBeCloseTo(expected.lausen1994, 9);
    // maxstat integrates by quasi-random numbers, to about 0.001.
    expect(Math.abs((result.cut?.p.gaussian ?? 1) - expected.gaussian)).toBeLessThan(0.003);
  });

  it("groups the patients, the low group with the cut itself", () => {
    expect(result.groups.map(({ curve }) => curve.n)).toEqual([expected.low, expected.n - expected.low]);
    expect(result.groups.map(({ curve }) => curve.events)).toEqual(expected.events);
    const coefficient = result.comparisons?.cox?.ratios[0].coefficient;
    if (coefficient?.kind !== "estimated") throw new Error("not estimated");
    expect(coefficient.hazardRatio / expected.hr[0]).toBeCloseTo(1, 7);
  });

  it("never prints the P of a test that ignores the search, and is marked exploratory", () => {
    expect(result.test).toMatchObject({ kind: "tested", test: "maximallySelected", p: result.cut?.p.gaussian });
    expect(generatedSubtitle(result)).toMatch(/^Maximally selected log-rank P/);
    expect(wordsOf(result, defaultFigureOptions).sentences.join(" ")).toMatch(/Exploratory: the cut-point .* tried/);
    expect(result.notices.map(({ code }) => code)).toContain("cut-searched");
  });
});

describe("a searched cut-point", () => {
  it("compares nothing at the cut by a P that ignores the search", () => {
    const { result } = answer({ cut: { of: { column: "age" } }, tau: 365, figure: { milestones: [180] } });
    expect(result.restrictedMeans).toMatchObject({ tau: 365, contrasts: [null, null] });
    expect(result.atTimes[0].differences).toEqual([null, null]);
    expect(result.atTimes[0].groups[0]?.survival).toBeGreaterThan(0);
  });

  it("writes a cut with which every patient is on the right side, and marks every name with the search", async () => {
    // Six digits would make 1.23456749 and 1.23456751 one number, and put the first above "≤ 1.23457" or the second below it.
    const rows = Array.from(
      { length: 40 },
      (_, row) => `${row + 1},1,${row < 20 ? 1.23456741 + row * 4e-9 : 1.23456751 + row * 1e-8}`,
    );
    const close = await tableFrom(`time,event,x\n${rows.join("\n")}\n`);
    const { result } = answer({ cut: { of: { column: "x" } } }, {}, {}, close);
    const [low, high] = result.groups.map(({ label }) => label);
    expect([low, high].map((label) => label?.replace(/[\d.]+/, "#"))).toEqual(["x ≤ # (searched)", "x > # (searched)"]);
    const shown = Number(/≤ ([\d.]+) /.exec(low ?? "")?.[1]);
    const values = rows.map((line) => Number(line.split(",")[2]));
    expect(values.filter((value) => value <= shown)).toHaveLength(result.groups[0]?.curve.n ?? Number.NaN);
    expect(wordsOf(result, defaultFigureOptions).sentences.join(" ")).toContain(
      `the cut-point ${result.cut?.shown} of x`,
    );
  });

  it("is written no longer than separates the patients in the figure", async () => {
    // Of four decimals, 1.23457 lies between the groups; only the patient left out by the filter would ask for more.
    const rows = Array.from({ length: 40 }, (_, row) => `${row + 1},1,${row < 20 ? 1.23456789 : 1.3},in`);
    const file = await tableFrom(`time,event,x,kept\n${rows.join("\n")}\n50,1,1.234568,out\n`);
    const filters = [{ kind: "values", of: { column: "kept" }, values: ["in"] }];
    expect(answer({ cut: { of: { column: "x" } } }, { filters }, {}, file).result.cut?.shown).toBe("1.23457");
  });

  it("has no difference read between its groups at any time", () => {
    const at = { time: 300, given: null, unit: "days", factor: 1 };
    const read = (panel: object) =>
      readingInWords(survivalCurves(answer(panel).result, defaultFigureOptions), at).difference;
    expect(read({ cut: { of: { column: "age" } } })).toBeNull();
    expect(read({ group: { column: "sex" } })).toMatch(/^Difference, /);
  });

  it("leaves out who has no value, as a line of the ledger", () => {
    const { ledger } = answer({ cut: { of: { column: "wt_loss" } } });
    expect(ledger.leftOut).toMatchObject([{ reason: "wt_loss missing", count: byR.missing }]);
    // awk -F, '$5 == "Female" && $10 == ""' lung.csv | wc -l
    const leftOut = (column: string) => answer({ cut: { of: { column } } }, women).result.leftOut;
    expect([leftOut("wt_loss"), leftOut("age")]).toEqual([[{ reason: "wt_loss missing", count: 4 }], []]);
  });

  it("has a permutation P on request, the same each time, near the corrected one", () => {
    const panel = { cut: { of: { column: "age" } }, permutation: { count: 1000, seed: 3 } };
    const { permutation, cut } = answer(panel).result;
    if (permutation?.kind !== "tested") throw new Error("not tested");
    expect(answer(panel).result.permutation).toEqual(permutation);
    expect(Math.abs(permutation.p - (cut?.p.gaussian ?? 1))).toBeLessThan(5 * permutation.stdErr + 0.02);
  });

  it("stands alone, and says why it cannot be had", () => {
    const cut = { of: { column: "age" } };
    expect(() => answer({ cut, group: { column: "sex" } })).toThrow("cut-alone");
    expect(() => answer({ cut, strata: { column: "sex" } })).toThrow("cut-alone");
    expect(() => answer({ cut, test: "petoPeto" })).toThrow("cut-alone");
    expect(() => answer({ cut: { of: { column: "sex" } } })).toThrow("number-expected");
    expect(() => answer({ cut }, {}, { entry: "inst" })).toThrow("cut-impossible");
  });
});
