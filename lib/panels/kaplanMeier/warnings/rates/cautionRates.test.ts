import { describe, expect, it } from "vitest";
import type { CautionId } from "../../../../board/figureOptions";
import { cautionRates } from "./cautionRates";
import { type InventedGroup, type Variant, weibull } from "./inventedCohort";

/**
 * Cautions that are told by a test: the most that each may be said where it does not hold, with three standard errors
 * of 400 cohorts.
 */
const tested: [CautionId, number][] = [
  ["hazards-not-proportional", 0.083],
  ["immortal-time", 0.05],
  ["curves-cross", 0.05],
  ["follow-up-shorter", 0.05],
];
const family = 0.13;

const alike = (patients: number, groups: number, shape = 1): InventedGroup[] =>
  Array.from({ length: groups }, () => ({ patients, event: weibull(18, shape) }));
const rateOf = (id: CautionId, groups: InventedGroup[], cohorts = 100) =>
  cautionRates(groups, "plain", cohorts, 2).each.get(id) ?? 0;

describe("cautions where nothing is wrong", () => {
  it.each<[string, InventedGroup[], Variant]>([
    ["two groups of 38", alike(38, 2), "plain"],
    ["three groups of 25", alike(25, 3), "plain"],
    ["three groups of 13 whose hazard rises, of whom half enter late", alike(13, 3, 1.6), "entry"],
    ["two groups of 38, of whom half enter late", alike(38, 2), "entry"],
    ["two groups of 38 with sampling weights", alike(38, 2), "sampling"],
    ["three groups of 25 with sampling weights", alike(25, 3), "sampling"],
    ["two groups of 20 whose hazard rises", alike(20, 2, 1.6), "plain"],
    ["two groups of 60 whose hazard falls", alike(60, 2, 0.6), "plain"],
    ["one group of twice the hazard", [18, 36].map((median) => ({ patients: 38, event: weibull(median) })), "plain"],
  ])("are said of at most one figure in twenty each, and one in ten together: %s", (_, groups, variant) => {
    const { any, each } = cautionRates(groups, variant, 400, 1);
    for (const [id, most] of tested) expect(each.get(id) ?? 0, id).toBeLessThan(most);
    expect(any).toBeLessThan(family);
  });
});

describe("cautions where something is wrong", () => {
  const same = weibull(18);
  const of = (patients: number, ...events: InventedGroup["event"][]) => events.map((event) => ({ patients, event }));

  it("are said of curves that cross", () => {
    expect(rateOf("curves-cross", of(60, weibull(18, 0.5), weibull(18, 3)))).toBeGreaterThan(0.75);
  });

  it("are said of hazards whose ratio changes", () => {
    expect(rateOf("hazards-not-proportional", of(60, weibull(18, 0.7), weibull(18, 1.8)))).toBeGreaterThan(0.9);
  });

  it("are said of a group one had to live six months to be in", () => {
    expect(
      rateOf(
        "immortal-time",
        of(60, same, (uniform) => 6 + same(uniform)),
      ),
    ).toBeGreaterThan(0.85);
  });

  it("are said of a group followed for half as long", () => {
    const [long, short] = alike(38, 2);
    expect(rateOf("follow-up-shorter", [long, { ...short, followed: (uniform) => 6 + 18 * uniform }])).toBeGreaterThan(
      0.8,
    );
  });
});

it("the same seed draws the same cohorts", () => {
  const rates = () => cautionRates(alike(20, 2), "entry", 30, 7);
  expect(rates()).toEqual(rates());
});
