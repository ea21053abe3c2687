import { describe, expect, it } from "vitest";
import { defaultFigureOptions, type FigureOptions, figureOptionsSchema } from "../../board/figureOptions";
import { checklist } from "./checklist";
import { aml, fixture } from "./fixture";
import type { KaplanMeierResult } from "./result";

const of = (result: KaplanMeierResult, changed: Partial<FigureOptions> = {}) =>
  new Map(checklist(result, { ...defaultFigureOptions, ...changed }).map((check) => [check.id, check]));

describe("the journal checklist", () => {
  it("has the eighteen items, each with a reason", () => {
    const checks = checklist(aml, defaultFigureOptions);
    expect(checks).toHaveLength(18);
    for (const { id, reason } of checks) expect(reason, id).toMatch(/\w.*\.$/);
  });

  it("turns to ✖ where an option takes something away, and its fix turns it back", () => {
    const taken: [string, Partial<FigureOptions>][] = [
      ["survivalAxis", { yRange: [0.5, 1] }],
      ["survivalAxis", { zoom: [3, 20], caption: "Mine" }],
      ["timeAxis", { step: 7 }],
      ["censoring", { censorTicks: false }],
      ["band", { band: false }],
      ["band", { caption: "Mine" }],
      ["table", { table: [] }],
      ["table", { table: ["atRisk"] }],
      ["names", { dashes: false, looks: [{ level: "Maintained", color: "#5a6980" }] }],
      ["medians", {}],
      ["milestones", {}],
      ["test", { subtitle: "Mine", caption: "Mine" }],
      ["caption", { caption: "" }],
    ];
    for (const [id, change] of taken) {
      const check = of(aml, change).get(id);
      expect(check?.state, `${id} ${JSON.stringify(change)}`).toBe("no");
      const mended = { ...change, ...check?.fix?.change };
      expect(figureOptionsSchema.safeParse(mended).success).toBe(true);
      expect(of(aml, mended).get(id)?.state, `${id} mended`).toBe("yes");
    }
  });

  it.each([
    ["months", [1, 2, 3, 6, 12, 60], [4, 5, 7, 9]],
    ["years", [0.5, 1, 2, 5], [0.25, 1.5]],
    ["weeks", [1, 2, 4, 8, 13, 26, 52], [3, 5, 9, 12]],
    ["days", [1, 5, 7, 14, 30, 60, 365], [8, 20, 100]],
  ] as const)("knows the ticks that readers of %s expect, and those they do not", (unit, usual, unusual) => {
    const state = (step: number) => of(aml, { unit, step }).get("timeAxis")?.state;
    expect(usual.map(state)).toEqual(usual.map(() => "yes"));
    expect(unusual.map(state)).toEqual(unusual.map(() => "no"));
  });

  it("asks nothing of a comparison where there is one group, nor of censoring where nobody is censored", () => {
    const one = of(fixture([{ label: "All patients", time: [1, 2, 3], event: [1, 1, 1] }]));
    expect(["hazardRatio", "test", "proportionalHazards", "censoring"].map((id) => one.get(id)?.state)).toEqual(
      new Array(4).fill("none"),
    );
  });

  it("wants an origin of the time axis, and says who was left out", () => {
    const lacking = {
      ...aml,
      endpoint: { ...aml.endpoint, origin: " " },
      leftOut: [{ reason: "time missing", count: 3 }],
    };
    expect(of(lacking).get("timeZero")?.state).toBe("no");
    expect(of(lacking).get("leftOut")).toMatchObject({ state: "yes", reason: "3 patients, by reason in the caption." });
    expect(of(lacking, { caption: "Mine" }).get("leftOut")?.state).toBe("no");
  });
});
