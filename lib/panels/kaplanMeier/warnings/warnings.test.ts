import { describe, expect, it } from "vitest";
import { cautionIds } from "../../../board/figureOptions";
import { aml, fixture, simulated } from "../fixture";
import type { KaplanMeierResult } from "../result";
import { warningsOf } from ".";
import { withSession } from "./session";
import type { Warned } from "./warning";

const told = (result: KaplanMeierResult, more: Partial<Warned> = {}) =>
  warningsOf({ result, filteredBy: [], scoreMadeHere: false, changing: false, ...more });
const ids = (...given: Parameters<typeof told>) => told(...given).map(({ id }) => id);
const ones = (count: number) => new Array(count).fill(1);
const count = (length: number, of: (index: number) => number) => Array.from({ length }, (_, index) => of(index));

/** Nobody in the second group dies in the first 12 months, and as often as the first afterward. */
const immortal = fixture([
  { label: "No transplant", time: count(60, (i) => 1 + i * 0.8), event: ones(60) },
  { label: "Transplant", time: count(30, (i) => 12.5 + i * 1.2), event: ones(30) },
]);

const atLandmark = (result: KaplanMeierResult, at: number): KaplanMeierResult => ({
  ...result,
  setting: { ...result.setting, landmark: { at, leftOut: 3 } },
});

describe("immortal time", () => {
  it("is warned of where a group has no event for longer than chance allows", () => {
    const [warning] = told(immortal);
    expect(warning.id).toBe("immortal-time");
    expect(warning.message).toMatch(
      /Nobody in “Transplant” had the event in the first 12\.5 months, where about \d+ would be expected/,
    );
  });

  it("is none of groups that change with time, nor for a group with a smaller hazard throughout", () => {
    expect(ids(immortal, { changing: true })).not.toContain("immortal-time");
    const better = fixture([simulated("A", 60, 5, 60), simulated("B", 60, 25, 60, 9)]);
    expect(ids(better)).not.toContain("immortal-time");
  });

  it("is warned of also on the clock of a landmark, where the group is known later than that", () => {
    expect(ids(atLandmark(immortal, 2))).toContain("immortal-time");
  });
});

describe("what is known later", () => {
  const by = (groupLabel: string): KaplanMeierResult => ({ ...aml, groupLabel });

  it("is warned of by the words of a group or filter, and by the levels of a response", () => {
    expect(ids(by("Best_overall_response"))).toContain("known-later");
    expect(ids(by("arm"), { filteredBy: ["Toxicity grade"] })).toContain("known-later");
    const levels = fixture([simulated("CR", 20, 9, 40), simulated("PD", 20, 9, 40, 2)]);
    expect(ids(levels)).toContain("known-later");
  });

  it("is nothing at baseline, nor of groups that change with time", () => {
    expect(ids(by("Treatment arm"), { filteredBy: ["Age", "ECOG", "Responsible site"] })).not.toContain("known-later");
    expect(ids(by("response"), { changing: true })).not.toContain("known-later");
  });

  it("stays at a landmark, which may be too early, and says what must be known by then", () => {
    const warning = told(atLandmark(by("response"), 2)).find(({ id }) => id === "known-later");
    expect(warning?.message).toBe(
      "Patients are grouped by “response”, which sounds like something known only after time zero, and must be known by the landmark at 2 months.",
    );
    expect(warning?.hint).toMatch(/later than the landmark/);
    expect(ids(atLandmark(by("Treatment arm"), 2))).not.toContain("known-later");
  });
});

describe("crossing curves", () => {
  const crossed = fixture([
    { label: "Early", time: [...count(30, () => 2), ...count(30, (i) => 30 + i)], event: ones(60) },
    { label: "Late", time: [...count(20, (i) => 12 + i * 0.4), ...count(40, (i) => 20 + i * 0.1)], event: ones(60) },
  ]);

  it("are warned of with the time and the distance on both sides", () => {
    const warning = told(crossed).find(({ id }) => id === "curves-cross");
    expect(warning?.message).toContain("“Early” and “Late” cross near 2");
    expect(warning?.message).toContain("50 points apart before");
  });

  it("are not warned of where fewer than 10 are at risk, nor for curves that touch", () => {
    const few = fixture([
      { label: "A", time: [1, 2, 3, 30, 31, 32], event: ones(6) },
      { label: "B", time: [10, 11, 12, 13, 14, 15], event: ones(6) },
    ]);
    expect(ids(few)).not.toContain("curves-cross");
    expect(ids(fixture([simulated("A", 200, 9, 40), simulated("B", 200, 9.2, 40, 7)]))).not.toContain("curves-cross");
  });

  it("are warned of with 10 at risk in both, and not with 9", () => {
    const crossedWith = (left: number) =>
      fixture([
        { label: "A", time: [...count(40 - left, () => 2), ...count(left, () => 50)], event: ones(40) },
        { label: "B", time: [...count(39, () => 10), 60], event: ones(40) },
      ]);
    expect(ids(crossedWith(10))).toContain("curves-cross");
    expect(ids(crossedWith(9))).not.toContain("curves-cross");
  });
});

describe("numbers too few", () => {
  it("are named group by group", () => {
    const small = fixture([simulated("Small", 7, 5, 20), simulated("Large", 60, 5, 20, 2)]);
    expect(told(small).find(({ id }) => id === "group-small")?.message).toMatch(
      /^Few patients or events in “Small” \(7 patients, \d events\)\.$/,
    );
    expect(ids(aml)).not.toContain("group-small");
  });
});

describe("follow-up", () => {
  const followed = (label: string, last: number) => ({
    label,
    time: [...count(20, (i) => last * 0.6 + i * 0.01 * last), ...count(20, (i) => 1 + i * 0.1)],
    event: [...new Array(20).fill(0), ...ones(20)],
  });

  it("is warned of where it is shorter in one group, by the reverse Kaplan–Meier medians", () => {
    // R: survfit(Surv(time, 1 - event) ~ group): medians 6.95 and 34.8, survival 3.5-3.
    const warning = told(fixture([followed("New", 10), followed("Old", 50)])).find(
      ({ id }) => id === "follow-up-shorter",
    );
    expect(warning?.message).toBe("Follow-up is shorter in “New” (median 7.0 months) than in “Old” (34.8 months).");
    expect(ids(fixture([followed("A", 40), followed("B", 50)]))).not.toContain("follow-up-shorter");
  });
});

describe("the rest", () => {
  it("a score made here is judged on its own patients", () => {
    expect(ids({ ...aml, groupLabel: "My score" }, { scoreMadeHere: true })).toContain("score-own-patients");
  });

  it("an endpoint that death competes with says so by its name, unless death counts", () => {
    const named = (label: string) => ids({ ...aml, endpoint: { ...aml.endpoint, label } });
    expect(named("Time to progression")).toContain("competing-as-censored");
    expect(named("Progression-free survival")).not.toContain("competing-as-censored");
    expect(named("Overall survival")).not.toContain("competing-as-censored");
  });

  it("another test than the log-rank is named, with the number tried in the session", () => {
    const other =
      aml.test?.kind === "tested" && "chiSquare" in aml.test
        ? { ...aml, test: { ...aml.test, test: "tarone-ware" } }
        : aml;
    const warnings = told(other);
    expect(warnings.map(({ id }) => id)).toContain("other-test");
    const [{ caption }] = withSession(warnings, { comparisons: 1, tests: 3 }).filter(({ id }) => id === "other-test");
    expect(caption).toMatch(/\(3 tests tried\)\.$/);
  });

  it("many comparisons are counted, few are not", () => {
    expect(withSession([], { comparisons: 4, tests: 1 })).toEqual([]);
    expect(withSession([], { comparisons: 7, tests: 1 })[0].caption).toBe(
      "One of 7 comparisons looked at; P is not adjusted for them.",
    );
  });

  it("each has evidence, advice and a sentence for print, of an id the board file knows", () => {
    for (const warning of [...told(immortal), ...withSession([], { comparisons: 9, tests: 1 })]) {
      expect(cautionIds).toContain(warning.id);
      for (const text of [warning.message, warning.hint, warning.caption]) expect(text).toMatch(/^[^a-z].*[.?]$/);
    }
  });
});
