import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../board/figureOptions";
import { boardFrom, tableFrom } from "../cohort/testing";
import { testName } from "../panels/kaplanMeier/testName";
import { wordsOf } from "../panels/kaplanMeier/words";
import { analyze } from "./analyze";
import byR from "./fixtures/changingGroupByR.json";

const text = readFileSync(new URL("../survival/reference/data/jasa.csv", import.meta.url), "utf8");
const event = {
  column: "fustat",
  coding: [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ],
};

async function answer(
  panel: object,
  written = text,
  time: object = { from: "column", column: "futime", unit: "days" },
) {
  const table = await tableFrom(written);
  const changes = { column: "wait" };
  const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", changes, ...panel }];
  const [view] = analyze(
    table,
    boardFrom({ endpoints: [{ id: "os", label: "Survival", time, event }], panels }),
  ).panels;
  if (view.state !== "ready" || view.result.kind !== "kaplanMeier") throw new Error(JSON.stringify(view));
  return { ...view, result: view.result };
}

const close = (found: (number | null | undefined)[], expected: (number | null)[], relative = 1e-9) =>
  expected.forEach((value, i) => {
    if (value === null) expect(found[i] ?? null).toBeNull();
    else
      expect(Math.abs((found[i] ?? Number.NaN) - value) / Math.abs(value), `${found[i]} for ${value}`).toBeLessThan(
        relative,
      );
  });

describe.each([
  ["from time zero", {}, byR.all],
  ["from a landmark", { landmark: 30 }, byR.landmark],
] as const)("a group that changes with time, %s", (_, panel, expected) => {
  it("has the Simon–Makuch curves, the Mantel–Byar test and the Cox model of R", async () => {
    const { result } = await answer({ ...panel, figure: { milestones: [50, 200] } });
    expect(result.patients).toBe(expected.patients);
    expect(result.groups.map(({ curve }) => [curve.n, curve.events])).toEqual(
      expected.n.map((n, i) => [n, expected.events[i]]),
    );
    close(
      result.groups.flatMap(({ median }) => [
        median.kind === "reached" ? median.time : null,
        median.lower,
        median.upper,
      ]),
      expected.medians.flat(),
    );
    const at = [0, 1].flatMap((g) => result.atTimes.map(({ groups }) => groups[g]));
    close(
      at.map((each) => each?.survival),
      expected.survival,
    );
    close(
      at.map((each) => each?.stdErr),
      expected.se,
    );
    const { test, comparisons } = result;
    if (test?.kind !== "tested" || !("chiSquare" in test)) throw new Error("not tested");
    close([test.chiSquare], [expected.mantelByar], 1e-7);
    expect(testName(result)).toBe("Mantel–Byar");
    const coefficient = comparisons?.cox?.ratios[0].coefficient;
    if (coefficient?.kind !== "estimated") throw new Error("not estimated");
    close([coefficient.hazardRatio, coefficient.lower, coefficient.upper], expected.hr, 1e-7);
    close([comparisons?.cox?.proportionalHazards], [expected.ph], 1e-6);
    expect(comparisons?.medianFollowUp).toMatchObject({ time: expected.followUp });
  });
});

describe("a group that changes with time", () => {
  it("is said in the caption, and who changes too late is counted", async () => {
    const { result } = await answer({ figure: {} });
    expect(wordsOf(result, defaultFigureOptions).estimate).toContain("Simon–Makuch");
    const late = result.notices.find(({ code }) => code === "change-too-late");
    expect(byR.all.tooLate > 0 ? late?.message : undefined).toEqual(
      byR.all.tooLate > 0 ? expect.stringContaining(`${byR.all.tooLate} patient`) : undefined,
    );
  });

  it("leaves out whose time of change cannot be read, rather than take it for never", async () => {
    const { ledger, result } = await answer({}, text.replace(/^15,1,(.*),0,,/m, "15,1,$1,0,soon,"));
    expect(ledger.leftOut).toMatchObject([{ reason: "wait cannot be read", count: 1 }]);
    expect(result.patients).toBe(byR.all.patients - 1);
  });

  it("takes dates less the start of an endpoint from dates", async () => {
    const rows =
      "start,end,change,fustat\n2020-01-01,2020-03-01,2020-01-11,1\n2020-01-01,2020-02-01,,0\n2020-01-01,2020-04-01,2019-12-01,1\n";
    const time = { from: "dates", start: "start", end: "end", unit: "days" };
    const { result } = await answer({ changes: { column: "change" } }, rows, time);
    expect(result.groups.map(({ label, curve }) => [label, curve.n, curve.events])).toEqual([
      ["Before change", 2, 0],
      ["After change", 2, 2],
    ]);
    expect([...result.groups[0].curve.time]).toEqual([10, 31]);
  });

  it("stands alone: with a group beside it the panel says so", async () => {
    await expect(answer({ group: { column: "surgery" } })).rejects.toThrow("changes-alone");
  });
});
