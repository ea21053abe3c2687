import { describe, expect, it } from "vitest";
import { nth } from "../numeric/nth";
import { atMonths, cutBelow, inWeights, withoutSmallCounts } from "./heldBack";
import { aml, fixture } from "./kaplanMeier/fixture";
import { kaplanMeierReport } from "./kaplanMeier/report";

const { curve } = fixture([{ label: "A", time: [0.4, 0.9, 1, 1.5, 2.5, 4], event: [1, 0, 1, 1, 0, 1] }]).groups[0];

describe("a curve in whole months", () => {
  const coarse = atMonths(curve, 1);

  it("has its steps at the ends of months and the survival that the exact curve has there", () => {
    expect([...coarse.time]).toEqual([1, 2, 3, 4]);
    expect([...coarse.survival]).toEqual([curve.survival[2], curve.survival[3], curve.survival[4], curve.survival[5]]);
  });

  it("loses nobody: endings of a month add up, and at risk is who was at its beginning", () => {
    expect([...coarse.nEvent]).toEqual([2, 1, 0, 1]);
    expect([...coarse.nCensor]).toEqual([1, 0, 1, 0]);
    expect([...coarse.nRisk]).toEqual([6, 3, 2, 1]);
  });

  it("leaves the estimates of the group alone", () => {
    const drawn = kaplanMeierReport.heldBack?.(aml, { wholeMonths: true, fewest: null });
    expect(drawn?.groups[0].median).toBe(aml.groups[0].median);
  });
});

describe("a curve cut where few are at risk", () => {
  it("ends at the last time with so many", () => {
    expect([...cutBelow(curve, 3).time]).toEqual([0.4, 0.9, 1, 1.5]);
  });

  it("is its first step alone in a group that is smaller", () => {
    expect([...cutBelow(curve, 11).time]).toEqual([0.4]);
  });
});

it("a small count takes with it the two that would give it away; none and large ones stay", () => {
  const table = {
    nLater: new Float64Array(4),
    nRisk: Float64Array.of(40, 25, 12, 0),
    nEvent: Float64Array.of(0, 12, 20, 28),
    nCensor: Float64Array.of(0, 3, 0, 12),
  };
  const kept = withoutSmallCounts(table, 11);
  expect([...kept.nRisk]).toEqual([40, Number.NaN, 12, 0]);
  expect([...kept.nEvent]).toEqual([0, Number.NaN, 20, 28]);
  expect([...kept.nCensor]).toEqual([0, Number.NaN, 0, 12]);
});

it("where counts are sums of sampling weights, no sum stands that fewer patients could weigh", () => {
  const asked = { wholeMonths: false, fewest: 3 };
  const ofPatients = kaplanMeierReport.heldBack?.(aml, asked);
  const [first] = aml.groups;
  const weighted = {
    ...aml,
    groups: [{ ...nth(aml.groups, 0), sample: { effective: 1, n: 1, events: 1, heaviest: 2 } }],
  };
  const ofWeights = kaplanMeierReport.heldBack?.(weighted, asked);
  expect(Math.min(...(ofPatients?.groups[0]?.curve.nRisk ?? []))).toBe(3);
  // Five patients may weigh 6; that fewer than three do so takes three of weight 2.
  expect(Math.min(...(ofWeights?.groups[0]?.curve.nRisk ?? []))).toBeGreaterThanOrEqual(6);
  expect(inWeights(null, 4)).toBeNull();
  expect(inWeights(11, null)).toBe(11);
  expect(inWeights(11, 0.5)).toBe(11);
  expect(first?.curve.nRisk[0]).toBe(11);
});
