import { expect, it } from "vitest";
import { noticesOf } from "./notices";

const said = (global: number, ...terms: [string, number][]) =>
  noticesOf({
    panel: { terms: terms.map(([label]) => label), selection: null },
    endpoint: { label: "OS" },
    data: { causes: [] },
    terms: terms.map(([label, pProportional]) => ({ label, pProportional, missing: 0 })),
    alone: [],
    joint: null,
    failure: null,
    checks: { global, terms: new Map(), residuals: [] },
    patients: 40,
    names: null,
  } as unknown as Parameters<typeof noticesOf>[0]).map(({ message }) => message);

it("covariates whose hazards are not proportional are named at a level that all of them share", () => {
  expect(said(0.01, ["Age", 0.014], ["Sex", 0.016])).toEqual(["The hazards of Age are not proportional (P = .014)."]);
  expect(said(0.02, ["Age", 0.02], ["Sex", 0.5])).toEqual([
    "Together the covariates’ hazards are not proportional (P = .020).",
  ]);
  expect(said(0.04, ["Age", 0.02], ["Sex", 0.5])).toEqual([]);
  expect(said(0.029, ["Age", 0.029])).toEqual(["The hazards of Age are not proportional (P = .029)."]);
  expect(said(0.03, ["Age", 0.03])).toEqual([]);
  expect(said(Number.NaN, ["Age", Number.NaN])).toEqual([]);
});

it("of more than two covariates at once the test is believed less", () => {
  const many = ["a", "b", "c"].map((label): [string, number] => [label, 0.5]);
  expect(said(0.025, ...many)).toEqual([]);
  expect(said(0.019, ...many)).toHaveLength(1);
});
