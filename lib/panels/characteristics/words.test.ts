import { expect, it } from "vitest";
import type { CharacteristicRow, CharacteristicsResult, Spread } from "./result";
import { differenceInWords, linesOf, results, shareInWords, sizeInWords, spreadInWords } from "./words";

it("shares have decimals from 100 patients on, and are none of nobody", () => {
  expect(shareInWords(33, 99, 1)).toBe("33 (33%)");
  expect(shareInWords(33, 100, 1)).toBe("33 (33.0%)");
  expect([shareInWords(0, 0, 1), shareInWords(0, 7, 1)]).toEqual(["–", "0 (0%)"]);
});

it("numbers are a middle and what is around it, with “to” where a sign would look like a dash", () => {
  const of = { size: 9, median: 3, lower: 1.25, upper: 6, min: -2, max: 9, mean: 3.5, sd: 2.25 } as Spread;
  const said = (way: "median" | "range" | "mean" | "dates", more: Partial<Spread> = {}) =>
    spreadInWords({ way, digits: 1 }, { ...of, ...more });
  expect(said("median")).toBe("3.0 (1.3–6.0)");
  expect(said("range")).toBe("3.0 (−2.0 to 9.0)");
  expect(said("range", { min: -9, max: -2 })).toBe("3.0 (−9.0 to −2.0)");
  expect(said("range", { min: 0, max: 9 })).toBe("3.0 (0.0–9.0)");
  expect([said("mean"), said("mean", { sd: Number.NaN })]).toEqual(["3.50 (2.25)", "3.50 (–)"]);
  // Days are counted from the first of 1970.
  expect(said("dates", { min: 0, max: 31 })).toBe("1970-01-01 to 1970-02-01");
  expect(said("median", { size: 0 })).toBe("–");
});

it("a column says its patients, and the sum of their weights where that is another number", () => {
  const column = { label: "A", patients: 75, size: 75 } as CharacteristicsResult["columns"][number];
  expect(sizeInWords(column)).toBe("n = 75");
  expect(sizeInWords({ ...column, size: 81.3 })).toMatch(/^n = 75, Σw 81/);
});

const columns = (count: number) =>
  ["All", "A", "B", "C"]
    .slice(0, count)
    .map((label) => ({ label, patients: 10, size: 10 })) as CharacteristicsResult["columns"];
const apart = (value: number) => ({
  label: "LDH",
  difference: { value, between: [1, 2] },
  test: { p: 0.17, drawn: null },
});
const found = (rows: object[], more: object = {}) =>
  results({
    ...{ columns: columns(3), groupLabel: "Arm", patients: 20, differences: true, p: true, apart: [], rows },
    ...{ setting: { filters: [] }, ...more },
  } as unknown as CharacteristicsResult);

it("a difference names its two groups where there are more", () => {
  const difference = { value: 0.314, between: [1, 3] } as never;
  expect(differenceInWords(difference, { columns: columns(4) })).toBe("0.31, A v C");
  expect(
    differenceInWords({ value: Number.POSITIVE_INFINITY, between: [1, 2] } as never, { columns: columns(3) }),
  ).toBe("∞");
});

it("results say which differences are above 0.2, or that none is, and nothing where none is shown", () => {
  expect(found([apart(0.31)], { apart: [0] })).toContain(
    "Groups differed by a standardized difference above 0.2 in LDH (0.31, P = .17).",
  );
  expect(found([apart(0.31)], { apart: [0], p: false })).toContain("in LDH (0.31).");
  expect(found([apart(0.2)])).toContain("No standardized difference was above 0.2.");
  expect(found([apart(0.21)])).not.toContain("tandardized");
  expect(found([apart(0.1)], { differences: false })).not.toContain("tandardized");
  expect(found([{ ...apart(0), difference: null }])).not.toContain("tandardized");
  expect(found([])).toBe("The table describes 20 patients by Arm (A, n = 10; B, n = 10).");
});

const levels = (...shown: boolean[]) =>
  ({
    ...{ kind: "levels", label: "Prior therapy", of: { column: "prior" }, choice: { label: null }, digits: 0 },
    levels: shown.map((each, i) => ({ value: "ab"[i], label: ["Cisplatin", "none"][i], shown: each, counts: [6, 3] })),
    ...{ of100: [9, 9], missing: [1, 0] },
  }) as unknown as CharacteristicRow;
const lines = (
  row: CharacteristicRow,
  missing: "whereAny" | "always" = "whereAny",
  percentOf: "known" | "all" = "known",
) =>
  linesOf(row, 0, { missing, percentOf, columns: columns(2) }).map(({ kind, label, cells }) => [kind, label, ...cells]);

it("a characteristic is its name above its levels; one of several that is shown alone stands beside the name", () => {
  const level = ["level", "Cisplatin", "6 (67%)", "3 (33%)"];
  const missing = ["missing", "missing", "1", "0"];
  expect(lines(levels(true, true))).toEqual([
    ["head", "Prior therapy"],
    level,
    ["level", "none", "6 (67%)", "3 (33%)"],
    missing,
  ]);
  expect(lines(levels(true, false))).toEqual([["whole", "Prior therapy: Cisplatin", ...level.slice(2)], missing]);
  expect(lines(levels(true))).toEqual([["head", "Prior therapy"], level, missing]);
});

it("who is missing has a line where anybody is, or always where that is asked for, of all as a share", () => {
  const nobody = { ...levels(true), missing: [0, 0] };
  const last = (...of: Parameters<typeof lines>) => lines(...of).at(-1);
  expect(last(nobody)?.[0]).toBe("level");
  expect(last(nobody, "always")).toEqual(["missing", "missing", "0", "0"]);
  expect(last(levels(true), "whereAny", "all")).toEqual(["missing", "missing", "1 (10%)", "0 (0%)"]);
  for (const percentOf of ["known", "all"] as const)
    expect(last({ ...levels(true), missing: [Number.NaN, Number.NaN] }, "whereAny", percentOf)).toEqual([
      ...["missing", "missing", "–", "–"],
    ]);
});
