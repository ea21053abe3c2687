import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import type { PanelResult } from "../panels/result";
import { analyze } from "./analyze";
import byR from "./fixtures/panelOptionsByR.json";

const text = readFileSync(new URL("../survival/reference/data/lung.csv", import.meta.url), "utf8");
const lines = text
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const age = lines[0].indexOf("age");
const withWeights = [...lines].map((cells, row) =>
  [
    ...cells,
    ...(row === 0 ? ["count", "sampling"] : [1 + (Number(cells[age]) % 3), 0.5 + (Number(cells[age]) % 5) / 8]),
  ].join(","),
);
const table = await tableFrom(withWeights.join("\n"));

const endpoint = {
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "time", unit: "days" },
  origin: "enrolment",
  event: {
    column: "event",
    coding: [
      { value: "1", as: "event" },
      { value: "0", as: "censored" },
    ],
  },
};

function answer(panel: object, more: object = {}) {
  const panels = [
    { id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "sex" }, reference: "Male", ...panel },
  ];
  const [view] = analyze(table, boardFrom({ endpoints: [{ ...endpoint, ...more }], panels })).panels;
  if (view.state !== "ready" || view.result.kind !== "kaplanMeier") throw new Error(JSON.stringify(view));
  return { ...view, result: view.result as Extract<PanelResult, { kind: "kaplanMeier" }> };
}

/** R's factor puts Female first; its hazard ratio is of Male against Female unless said. */
const inverted = ([hr, lower, upper]: number[]) => [1 / hr, 1 / upper, 1 / lower];
const close = (found: (number | null)[], expected: (number | null)[], relative = 1e-9) => {
  expect(found).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    if (value === null || found[index] === null) expect(found[index]).toBe(value);
    else
      expect(Math.abs((found[index] as number) - value), `${found[index]} for ${value}`).toBeLessThanOrEqual(
        relative * Math.max(1e-6, Math.abs(value)),
      );
  }
};
const medians = ({ groups }: ReturnType<typeof answer>["result"]) =>
  groups.map(({ median }) => [median.kind === "reached" ? median.time : null, median.lower, median.upper]);
const hazardRatio = ({ comparisons }: ReturnType<typeof answer>["result"]) => {
  const coefficient = comparisons?.cox?.ratios[0].coefficient;
  if (coefficient?.kind !== "estimated") throw new Error("not estimated");
  return [coefficient.hazardRatio, coefficient.lower, coefficient.upper];
};
const chiSquare = ({ test }: ReturnType<typeof answer>["result"]) => {
  if (test?.kind !== "tested" || !("chiSquare" in test)) throw new Error("not tested");
  return test.chiSquare;
};

/** Of a female group first in R, of the levels in natural order here: Female, Male. */
function agrees(result: ReturnType<typeof answer>["result"], expected: (typeof byR)["both"]) {
  expect(result.groups.map(({ curve }) => [curve.n, curve.events])).toEqual(
    expected.n.map((n, index) => [n, expected.events[index]]),
  );
  expect(medians(result)).toEqual(expected.medians);
  close([chiSquare(result)], [expected.chisq]);
  close(hazardRatio(result), inverted(expected.hr), 1e-7);
  close([result.comparisons?.cox?.proportionalHazards ?? null], [expected.ph], 1e-6);
}

describe("a panel's follow-up", () => {
  it("begins at a landmark for those still followed after it, with the clock set back, and says who is left out", () => {
    const { result, ledger } = answer({ landmark: 90 });
    agrees(result, byR.landmark);
    expect(result.setting.landmark).toEqual({ at: 90, leftOut: byR.landmark.leftOut });
    expect(ledger.leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ["event or end of follow-up by the landmark, 90 days", byR.landmark.leftOut],
    ]);
    expect(ledger.used).toBe(228 - byR.landmark.leftOut);
    expect(result.endpoint.origin).toBe("the landmark, 90 days after enrolment");
  });

  it("leaves out who ends exactly at the landmark", () => {
    const times = lines.slice(1).map((cells) => Number(cells[lines[0].indexOf("time")]));
    const at = times[3];
    expect(answer({ landmark: at }).result.patients).toBe(times.filter((time) => time > at).length);
  });

  it("ends where it is censored, keeping an event exactly then", () => {
    const { result, ledger } = answer({ censorAt: 365 });
    agrees(result, byR.censorAt);
    expect(ledger.leftOut).toEqual([]);
    expect(Math.max(...result.groups.map(({ curve }) => curve.time.at(-1) ?? 0))).toBe(365);
  });

  it("counts both from time zero", () => agrees(answer({ landmark: 90, censorAt: 365 }).result, byR.both));

  it("is refused with a sentence when it would end before it begins", () => {
    expect(() => answer({ landmark: 90, censorAt: 90 })).toThrow("landmark-after-end");
  });

  it("with late entries and count weights is that of the repeated rows, in curve, test, model and ledger", () => {
    const more = { entry: "inst", weight: { column: "count", kind: "count" } };
    const expected = byR.lateAndWeighted;
    const { result, ledger } = answer({ figure: { milestones: [100, 365] } }, more);
    expect(result.groups.map(({ curve }) => curve.n)).toEqual(expected.n);
    expect(medians(result)).toEqual(expected.medians);
    close([chiSquare(result)], [expected.logRank]);
    close(hazardRatio(result), inverted(expected.hr), 1e-7);
    // R lists the times of the first group, then of the second.
    const at = [0, 1].flatMap((g) => result.atTimes.map(({ groups }) => groups[g]));
    close(
      at.map((each) => each?.survival ?? null),
      expected.survival,
    );
    close(
      at.map((each) => each?.stdErr ?? null),
      expected.se,
    );
    expect(at.map((each) => each?.nRisk)).toEqual(expected.nRisk);
    expect(ledger.leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ["entry time missing", expected.left.missing],
      ["entry not before the end", expected.left.notBefore],
    ]);
    const late = answer({ landmark: 90 }, more).result;
    expect(late.groups.map(({ curve }) => curve.n)).toEqual(byR.lateWeightedLandmark.n);
    expect(medians(late)).toEqual(byR.lateWeightedLandmark.medians);
    close(hazardRatio(late), inverted(byR.lateWeightedLandmark.hr), 1e-7);
  });

  it("with sampling weights counts patients and events, beside the effective number and the sums of weights", () => {
    const plain = answer({}).result.groups;
    const { groups } = answer({}, { weight: { column: "sampling", kind: "sampling" } }).result;
    expect(groups.map(({ curve, events }) => [curve.n, events])).toEqual(
      plain.map(({ curve }) => [curve.n, curve.events]),
    );
    expect(plain.map(({ sample }) => sample)).toEqual(plain.map(() => null));
    for (const { curve, sample } of groups) {
      expect(sample?.events).toBe(curve.events);
      expect(sample?.events).not.toBe(plain.find(({ curve: { n } }) => n === curve.n)?.events);
      expect(sample?.effective).toBeLessThan(curve.n);
    }
  });

  it("with sampling weights has robust intervals and the robust log-rank P", () => {
    const { result } = answer(
      { figure: { milestones: [180, 365] } },
      { weight: { column: "sampling", kind: "sampling" } },
    );
    const at = [0, 1].flatMap((g) => result.atTimes.map(({ groups }) => groups[g]));
    close(
      at.map((each) => each?.survival ?? null),
      byR.sampling.survival,
    );
    close(
      at.map((each) => each?.stdErr ?? null),
      byR.sampling.se,
      1e-7,
    );
    close(hazardRatio(result), inverted(byR.sampling.hr), 1e-7);
    expect(result.test).toMatchObject({ kind: "tested", robust: true });
  });
});

describe("a panel's comparison", () => {
  it("is stratified in test and model, leaving out of everything who has no stratum", () => {
    const { result, ledger } = answer({ strata: { column: "ecog_f" } });
    close([chiSquare(result)], [byR.strata.chisq]);
    close(hazardRatio(result), byR.strata.hr, 1e-7);
    close([result.comparisons?.cox?.proportionalHazards ?? null], [byR.strata.ph], 1e-6);
    expect(result.groups.map(({ curve }) => curve.n)).toEqual(byR.strata.n);
    expect(ledger.leftOut).toMatchObject([{ reason: "ecog_f missing", count: 1 }]);
  });

  it("has every two groups with each other, adjusted as asked", () => {
    for (const adjust of ["holm", "benjaminiHochberg", "bonferroni"] as const) {
      const pairs = answer({ group: { column: "ecog_f" }, adjust, reference: null }).result.comparisons?.pairs;
      expect(pairs?.tests.map(({ levels }) => levels)).toEqual(byR.pairs.groups);
      close(pairs?.tests.map(({ result }) => (result.kind === "tested" ? result.p : null)) ?? [], byR.pairs.p, 1e-8);
      close(pairs?.tests.map(({ adjustedP }) => adjustedP) ?? [], byR.pairs[adjust], 1e-8);
    }
    expect(answer({}).result.comparisons?.pairs).toBeNull();
  });

  it("has survival at the milestones, and restricted means up to the smallest last follow-up or earlier", () => {
    const { result } = answer({ tau: 365, figure: { milestones: [180, 365] } });
    const at = [0, 1].flatMap((g) => result.atTimes.map(({ groups }) => groups[g]));
    close(
      at.map((each) => each?.survival ?? null),
      byR.milestones.survival,
    );
    close(
      at.map((each) => each?.lower ?? null),
      byR.milestones.lower,
    );
    close(
      at.map((each) => each?.upper ?? null),
      byR.milestones.upper,
    );
    const means = (of: typeof result) =>
      of.restrictedMeans?.groups.flatMap(({ restrictedMean, stdErr }) => [restrictedMean, stdErr]) ?? [];
    close(means(result), byR.restricted.at365.flat());
    const beyond = answer({ tau: 5000 }).result;
    close(means(beyond), byR.restricted.atLimit.flat());
    expect(beyond.restrictedMeans).toMatchObject({ tau: byR.restricted.limit, limit: byR.restricted.limit });
    expect(beyond.notices.map(({ code }) => code)).toContain("tau-beyond-follow-up");
    expect(answer({}).result.restrictedMeans?.tau).toBe(byR.restricted.limit);
  });

  it("takes milestones in the unit of the axis", () => {
    const inWeeks = answer({ figure: { unit: "weeks", milestones: [52] } }).result.atTimes;
    const inDays = answer({ figure: { milestones: [364] } }).result.atTimes;
    expect(inWeeks).toEqual(inDays.map((at) => ({ ...at, time: 52 })));
  });

  it("has the follow-up of each group", () => {
    const followUp = answer({}).result.comparisons?.followUp.map((each) => [
      each.kind === "reached" ? each.time : null,
      each.lower,
      each.upper,
    ]);
    expect(followUp).toEqual(byR.followUp);
  });

  it("is by MaxCombo of two groups, and by no more", () => {
    // oracles.json of lib/survival: Female against Male, P by mvtnorm.
    const { result } = answer({ test: "maxCombo" });
    expect(result.test).toMatchObject({ kind: "tested", test: "maxCombo" });
    expect(answer({ test: "maxCombo", group: { column: "ecog_f" } }).result.test).toEqual({
      kind: "undefined",
      reason: "notTwoGroups",
    });
  });

  it("has a permutation P that comes back the same, near that of the test", () => {
    const permutation = { count: 2000, seed: 7 };
    const { result } = answer({ permutation });
    expect(answer({ permutation }).result.permutation).toEqual(result.permutation);
    if (result.permutation?.kind !== "tested" || result.test?.kind !== "tested") throw new Error("not tested");
    expect(Math.abs(result.permutation.p - result.test.p)).toBeLessThan(5 * result.permutation.stdErr + 0.002);
  });

  it("says so where MaxCombo is asked for a permutation P", () => {
    const { result } = answer({ test: "maxCombo", permutation: { count: 100 } });
    expect(result.permutation).toBeNull();
    expect(result.notices.map(({ code }) => code)).toContain("not-permuted-test");
  });

  it("has survival given alive at a time: that of the landmark cohort", () => {
    const { result } = answer({ givenAliveAt: 180, figure: { milestones: [100, 365] } });
    const landmark = answer({ landmark: 180, figure: { milestones: [185] } }).result;
    expect(result.givenAlive?.times.map(({ time }) => time)).toEqual([365]);
    expect(result.givenAlive?.times[0].groups).toEqual(landmark.atTimes[0].groups);
    expect(result.givenAlive?.nRisk).toEqual(landmark.groups.map(({ curve }) => curve.n));
  });

  it("is refused as 1 − survival where other events compete", () => {
    const event = {
      column: "event",
      coding: [
        { value: "1", as: "event" },
        { value: "0", as: "competing" },
      ],
    };
    expect(() => answer({ figure: { scale: "failure" } }, { event })).toThrow("competing-no-risk");
    const view = answer({}, { event });
    expect(view.title).toBe("Overall survival (cause-specific) by sex");
    expect(view.result.setting.causeSpecific).toBe(true);
  });
});
