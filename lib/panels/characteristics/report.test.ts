import { describe, expect, it } from "vitest";
import { plainSetting } from "../setting";
import { withoutFew } from "./heldBack";
import { characteristicsReport } from "./report";
import type { CharacteristicRow, CharacteristicsResult, Spread } from "./result";

const spread = (size: number): Spread => ({
  ...{ size, median: 61, lower: 55, upper: 68, min: 40, max: 81, mean: 60.5, sd: 8.25 },
});
const row = {
  of: { column: "x" },
  choice: { label: null, test: null },
  unit: "",
  digits: 0,
  withheld: false,
} as unknown as CharacteristicRow;
// All, A and B: 20 patients, 12 and 8; of one of A the age is missing.
const age = {
  ...row,
  ...{ kind: "numbers", label: "Age", way: "median", missing: [1, 1, 0], spread: [19, 11, 8].map(spread) },
  ...{ test: { id: "rankSum", p: 0.25, exact: true, drawn: null }, untested: null },
  difference: { value: 0.3, between: [1, 2] },
} as CharacteristicRow;
const site = {
  ...row,
  ...{ kind: "levels", label: "Site", missing: [0, 0, 0], of100: [20, 12, 8], untested: "one level", test: null },
  levels: [
    { value: "u", label: "uterine", shown: true, counts: [14, 9, 5], place: 0 },
    { value: "e", label: "elsewhere", shown: true, counts: [6, 3, 3], place: 1 },
  ],
  difference: null,
} as CharacteristicRow;
const columns = [
  { level: null, label: "All", color: null, patients: 20, size: 20 },
  { level: "a", label: "A", color: null, patients: 12, size: 12 },
  { level: "b", label: "B", color: null, patients: 8, size: 8 },
];
const result = {
  ...{
    kind: "characteristics",
    setting: plainSetting,
    patients: 20,
    leftOut: [],
    groupLabel: "Arm",
    columns,
    all: true,
  },
  ...{ rows: [age, site], percentOf: "known", missing: "whereAny", p: true, randomized: false, differences: true },
  ...{ apart: [0], notices: [], warning: null, endpoint: null, groupsOrdered: false },
} as CharacteristicsResult;

describe("the table of patients as text", () => {
  const { statistics, asTable, numbers, groups, reasons } = characteristicsReport;

  it("has names, measures, columns, and the comparison beside the name of a characteristic alone", () => {
    const table = statistics(result);
    expect(table.header).toEqual([
      ...["Characteristic", "", "All (n = 20)", "A (n = 12)", "B (n = 8)", "Standardized difference", "P", "Test"],
    ]);
    expect(table.rows).toEqual([
      ["Age", "median (IQR)", ...Array(3).fill("61 (55–68)"), "0.30", ".25", "Wilcoxon rank sum test"],
      ["\u2003missing", "n", "1", "1", "0", "", "", ""],
      ["Site", "", "", "", "", "", "–", ""],
      ["\u2003uterine", "n (%)", "14 (70%)", "9 (75%)", "5 (63%)", "", "", ""],
      ["\u2003elsewhere", "n (%)", "6 (30%)", "3 (25%)", "3 (38%)", "", "", ""],
    ]);
    const bare = statistics({ ...result, differences: false, p: false, all: false });
    expect(bare.header).toEqual(["Characteristic", "", "A (n = 12)", "B (n = 8)"]);
    expect(bare.rows[0]).toEqual(["Age", "median (IQR)", "61 (55–68)", "61 (55–68)"]);
  });

  it("stands in place of a figure without the column of tests, which the caption names", () => {
    expect(asTable(result, null)?.header.at(-1)).toBe("P");
    expect(asTable({ ...result, p: false }, null)?.header.at(-1)).toBe("Standardized difference");
    expect(asTable(result, null)?.rows[0]?.at(-1)).toBe(".25");
  });

  it("names its groups by their levels, and says why a row has no P where P is shown", () => {
    expect(groups(result)).toEqual([
      { level: "a", label: "A", patients: 12 },
      { level: "b", label: "B", patients: 8 },
    ]);
    expect(reasons(result)).toEqual(["No P, Site: one level."]);
    expect(reasons({ ...result, p: false })).toEqual([]);
  });

  it("is written as numbers with a cell for each column, texts where texts stand and nothing else", () => {
    const { header, rows } = numbers(result);
    for (const cells of rows) {
      expect(cells).toHaveLength(header.length);
      expect(cells.map((cell) => typeof cell)).toEqual(
        header.map((name) => (["characteristic", "level", "group", "test"].includes(name) ? "string" : "number")),
      );
    }
    const none = Number.NaN;
    expect(rows[0]).toEqual(["patients", "", "All", 20, ...Array(10).fill(none), ""]);
    expect(rows).toContainEqual(["Age", "", "B", 8, none, 61, 55, 68, 40, 81, 60.5, 8.25, none, none, ""]);
    expect(rows).toContainEqual(["Site", "uterine", "A", 9, 12, ...Array(9).fill(none), ""]);
    expect(rows).toContainEqual(["Age", "", "A v B", ...Array(9).fill(none), 0.3, 0.25, "Wilcoxon rank sum test"]);
    expect(rows.filter(([name, , between]) => name === "Site" && between === "A v B")).toEqual([]);
  });
});

describe("a row with a small count", () => {
  const held = (of: CharacteristicRow, fewest: number) => withoutFew({ ...result, rows: [of] }, fewest).rows[0];

  it("is held back with all its numbers and its comparison, one without is not", () => {
    // The smallest counts: one whose age is missing; 3 of each arm elsewhere.
    expect(held(site, 3)).toBe(site);
    expect(held(site, 4)).toMatchObject({ withheld: true, difference: null, of100: [0, 0, 0], missing: [0, 0, 0] });
    expect(held(age, 2)).toMatchObject({ withheld: true, test: null, untested: "withheld" });
    expect(held({ ...age, missing: [0, 0, 0] }, 8)?.withheld).toBe(false);
    expect(held({ ...age, missing: [0, 0, 0] }, 9)?.withheld).toBe(true);
  });

  it("gives away who is missing neither, but may say that nobody is", () => {
    expect(held(age, 2)?.missing).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(held({ ...age, missing: [0, 0, 0] }, 9)?.missing).toEqual([0, 0, 0]);
    expect(held({ ...age, missing: [1, 1, 1] }, 9)?.missing).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("is one of which few have a value at all", () => {
    const shown = { ...site, levels: [(site as { levels: object[] }).levels[0]] } as CharacteristicRow;
    expect(held(shown, 5)?.withheld).toBe(false);
    expect(held({ ...shown, missing: [18, 11, 7] }, 5)?.withheld).toBe(true);
  });
});
