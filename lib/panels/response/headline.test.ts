import { expect, it } from "vitest";
import { headline } from "./headline";
import type { ResponseResult } from "./result";
import { responses } from "./testing";

const [whole] = responses([]).groups;
const group = (label: string, count: number, of: number) => ({
  ...whole,
  label,
  rates: [{ id: "ORR", count, of, estimate: count / of, lower: 0.1, upper: 0.6 }],
});
const apart = (label: string, estimate: number, lower: number, upper: number) => ({
  ...{ label, estimate, lower, upper, oddsRatio: null },
});
const said = (groups: object[], differences: object[] | null, p = 0.01) =>
  headline(
    responses([], {
      groups,
      groupLabel: "arm",
      comparison: differences && { rate: "ORR", reference: { level: "A", label: "A" }, differences, p },
    } as Partial<ResponseResult>),
  );

it("of two groups one had responses more or less often, with both shares and their difference", () => {
  const two = [group("A", 5, 20), group("B", 12, 20)];
  expect(said(two, [apart("B", 0.35, 0.05, 0.6)])).toEqual({
    claim: "Arm: objective response was more frequent in B than in A.",
    evidence: "60% (10–60) v 25% (10–60); difference +35.0 (5.0–60.0) points; Fisher’s exact test P = .010.",
  });
  expect(said(two, [apart("B", -0.35, -0.6, -0.05)])?.claim).toContain("was less frequent in B than in A");
});

it("of two groups none is said to be ahead where the test is not clear, or the interval holds 0", () => {
  const two = [group("A", 5, 20), group("B", 12, 20)];
  expect(said(two, [apart("B", 0.35, 0.05, 0.6)], 0.06)?.claim).toMatch(/no clear difference .* between A and B\./);
  expect(said(two, [apart("B", 0.35, -0.01, 0.6)])?.claim).toBe("Arm: objective response differs between A and B.");
});

it("of three groups each has its share, and no difference is named", () => {
  const three = [group("A", 5, 20), group("B", 12, 20), group("C", 10, 20)];
  expect(said(three, [apart("B", 0.35, 0.05, 0.6), apart("C", 0.25, 0.01, 0.5)])).toEqual({
    claim: "Arm: objective response differs between the 3 groups.",
    evidence: "A 25% (10–60), B 60% (10–60), C 50% (10–60); Fisher’s exact test P = .010.",
  });
});

it("one group has its share; several that are not compared, and none, have no claim", () => {
  expect(said([group("All", 5, 20)], null)?.claim).toBe("Objective response in 25% (10–60).");
  expect(said([group("A", 5, 20), group("B", 12, 20)], null)).toBeNull();
  expect(said([], null)).toBeNull();
});
