import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../board/figureOptions";
import { boardFrom, tableFrom } from "../cohort/testing";
import { serialize } from "../figure/svg";
import { incidenceCurves } from "../panels/cumulativeIncidence/drawn";
import type { GroupRatio } from "../panels/cumulativeIncidence/result";
import { readingInWords } from "../panels/curves/reading/readingInWords";
import { visible } from "../panels/curves/visible";
import { shownKinds } from "../panels/shownKinds";
import { analyze } from "./analyze";
import byR from "./fixtures/incidenceByR.json";

const table = await tableFrom(readFileSync(new URL("../survival/reference/data/mgus2.csv", import.meta.url), "utf8"));

function answer(panel: object, levels = ["censored", "event", "competing"], filters: object[] = []) {
  const coding = levels.map((as, value) => ({
    value: String(value),
    as,
    ...(as === "competing" ? { cause: "death" } : {}),
  }));
  const endpoint = {
    id: "pcm",
    label: "Progression",
    time: { from: "column", column: "etime", unit: "months" },
    event: { column: "estatus", coding },
  };
  const panels = [{ id: "p", kind: "cumulativeIncidence", endpoint: "pcm", group: { column: "sex" }, ...panel }];
  const [view] = analyze(table, boardFrom({ endpoints: [endpoint], filters, panels })).panels;
  if (view.state !== "ready" || view.result.kind !== "cumulativeIncidence") throw new Error(JSON.stringify(view));
  return { ...view, result: view.result };
}

const close = (found: (number | null | undefined)[], expected: number[], relative = 1e-9) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs((found[i] ?? Number.NaN) - value) / value, `${found[i]} for ${value}`).toBeLessThan(relative);
  });
};
const ratios = (found: GroupRatio[] | null) =>
  found?.flatMap(({ coefficient }) =>
    coefficient.kind === "estimated" ? [coefficient.hazardRatio, coefficient.lower, coefficient.upper] : [],
  ) ?? [];

describe.each([
  ["of everybody", {}, byR.all],
  ["from a landmark", { landmark: 24 }, byR.landmark],
] as const)("the cumulative incidence %s", (_, panel, expected) => {
  const { result } = answer({ ...panel, reference: "F", causes: "all", figure: { milestones: [60, 120] } });

  it("has the curves of R for each cause and group, with log-log limits", () => {
    expect(result.groups.map(({ curves }) => curves.n)).toEqual(expected.n);
    expect(result.causes.map(({ label }) => label)).toEqual(["Progression", "death"]);
    // R lists the times of the first group, then of the second; a column for each cause.
    const values = [0, 1].flatMap((g) => result.atTimes.flatMap(({ causes }) => causes.map(({ groups }) => groups[g])));
    close(
      values.map((value) => value?.incidence),
      expected.incidence.flat(),
    );
    close(
      values.map((value) => value?.stdErr),
      expected.stdErr.flat(),
      1e-8,
    );
    close(
      values.map((value) => value?.lower),
      expected.lower.flat(),
      1e-8,
    );
    close(
      values.map((value) => value?.upper),
      expected.upper.flat(),
      1e-8,
    );
  });

  it("is compared by Gray's test as cmprsk does, and by both hazard ratios", () => {
    const { comparisons } = result;
    close(
      comparisons.map(({ gray }) => (gray?.kind === "tested" ? gray.chiSquare : null)),
      expected.gray,
      1e-7,
    );
    close(
      comparisons.flatMap(({ subdistribution }) => ratios(subdistribution)),
      expected.subdistribution.flat(),
      1e-5,
    );
    close(
      comparisons.flatMap(({ causeSpecific }) => ratios(causeSpecific)),
      expected.causeSpecific.flat(),
      1e-6,
    );
  });
});

describe("a panel of incidence", () => {
  it("says who is left out at the landmark", () => {
    const { result, ledger } = answer({ landmark: 24 });
    expect(result.setting.landmark).toEqual({ at: 24, leftOut: byR.landmark.leftOut });
    expect(ledger.leftOut).toMatchObject([{ count: byR.landmark.leftOut }]);
  });

  it("draws the event alone unless asked for all, rising, with its own axis title and without medians", () => {
    const { result } = answer({});
    const figure = shownKinds.cumulativeIncidence.figure(
      result,
      { ...defaultFigureOptions, scale: "failure", medianLines: false, annotation: [] },
      { width: 800, height: 520, theme: "light", titleInside: true },
    );
    const { text } = serialize(figure.tree);
    expect(text.match(/data-part="curve"/g)).toHaveLength(2);
    expect(text).toContain("Cumulative incidence: Progression");
    expect(text).toContain("Aalen–Johansen");
    expect(text).not.toMatch(/median|Kaplan|1 − /);
  });

  it("is read with a difference between two groups, and none between two causes of the same patients", () => {
    const at = { time: 60, given: 24, unit: "months", factor: 1 };
    const read = (panel: object) => readingInWords(incidenceCurves(answer(panel).result), at);
    expect(read({}).difference).toMatch(/^Difference, F less M: −?\d+ points \(/);
    const causes = read({ group: null, causes: "all" });
    expect(causes.curves.map(({ label }) => label)).toEqual(["Progression", "death"]);
    expect(causes.difference).toBeNull();
    // Who is free of the event at a time may have had another one.
    expect(causes.given).toBeNull();
  });

  it("hides the curve of one cause and keeps the others of its group", () => {
    const { result } = answer({ causes: "all" });
    const hidden = [{ level: "F", cause: 2 }];
    const drawn = visible(incidenceCurves(result), { hidden });
    expect(drawn.curves.map(({ key }) => key)).toEqual([
      { level: "F", cause: 1 },
      { level: "M", cause: 1 },
      { level: "M", cause: 2 },
    ]);
    expect(visible(incidenceCurves(result), { hidden: ["F"] }).curves).toHaveLength(4);
  });

  it("refuses scales that an incidence does not have", () => {
    expect(() => answer({ figure: { scale: "survival" } })).toThrow();
    expect(() => answer({ figure: { medianLines: true } })).toThrow();
  });

  it("says so when nothing competes: it is one minus Kaplan–Meier", () => {
    const { result } = answer({}, ["censored", "event", "censored"]);
    expect(result.notices.map(({ code }) => code)).toEqual(["nothing-competes"]);
  });

  it("names a group in which nobody is left, even if it is the only one, and no other", () => {
    const women = { kind: "values", of: { column: "sex" }, values: ["F"], missing: true };
    const { result } = answer({}, undefined, [women]);
    expect(result.emptyGroups).toEqual(["M"]);
    expect(result.notices.map(({ message }) => message)).toContain("No patient is left in “M”.");
    expect(answer({}).result.notices.map(({ code }) => code)).not.toContain("group-empty");
  });

  it("draws the event in the color of its group, and another cause in one of its own", () => {
    const { result } = answer({ causes: "all" });
    const groups = result.groups.map((each) => ({ ...each, color: "#123456" }));
    const drawn = incidenceCurves({ ...result, groups }).curves;
    expect(drawn.map(({ color }) => color)).toEqual(["#123456", null, "#123456", null]);
    expect(new Set(drawn.map(({ place }) => place)).size).toBe(4);
  });
});
