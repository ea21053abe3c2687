import { describe, expect, it } from "vitest";
import { responseCategories } from "../../cohort/responseMeaning";
import { comparedRates, groupsOfResponse } from "./rates";
import { testText } from "./words";

const [CR, PR, SD, PD, NE] = responseCategories.map((_, code) => code) as [number, number, number, number, number];
const levels = ["A", "B", "C"].map((level) => ({ level, label: `arm ${level}`, color: null }));

/** Group, category, whether stable disease lasted, and how many patients the row stands for. */
const rows: [number, number, number, number][] = [
  [0, CR, -1, 1],
  [0, PR, -1, 2],
  [0, SD, 1, 4],
  [0, SD, 0, 8],
  [0, SD, -1, 16],
  [0, PD, 1, 32],
  [0, NE, -1, 64],
  [1, PR, -1, 3],
  [1, PD, -1, 5],
  [-1, CR, -1, 99],
];
const counted = {
  group: Int16Array.from(rows, ([group]) => group),
  category: Int8Array.from(rows, ([, category]) => category),
  lasted: Int8Array.from(rows, ([, , lasted]) => lasted),
  change: rows.map(() => Number.NaN),
};
const weight = Float64Array.from(rows, ([, , , size]) => size);
const asked = { read: true, denominator: "all", level: 0.95, benefit: true } as const;
const shares = (of: ReturnType<typeof groupsOfResponse>, place: number) =>
  of[place]?.rates.map(({ id, count, of: all }) => [id, count, all]);

describe("rates of response", () => {
  const groups = groupsOfResponse({ ...counted, weight }, levels, asked);

  it("are of all patients: responses; with stable disease; with stable disease that lasted", () => {
    expect(groups[0]).toMatchObject({
      n: 127,
      of: 127,
      categories: [1, 2, 28, 32, 64],
      stable: { lasted: 4, unknown: 16 },
    });
    expect(shares(groups, 0)).toEqual([
      ["ORR", 3, 127],
      ["DCR", 31, 127],
      ["CBR", 7, 127],
    ]);
    expect(shares(groups, 1)?.[0]).toEqual(["ORR", 3, 8]);
    // binom.test(3, 8)$conf.int, R 4.2.2.
    expect(groups[1]?.rates[0]).toMatchObject({
      lower: expect.closeTo(0.0852334141372536, 10),
      upper: expect.closeTo(0.755136783633448, 10),
    });
    expect(groups[2]).toMatchObject({ n: 0, of: 0 });
  });

  it("are of those whose response could be told where that is asked for, and of rows where rows are patients", () => {
    expect(
      shares(groupsOfResponse({ ...counted, weight }, levels, { ...asked, denominator: "evaluable" }), 0)?.[0],
    ).toEqual(["ORR", 3, 63]);
    expect(shares(groupsOfResponse(counted, levels, { ...asked, benefit: false }), 0)).toEqual([
      ["ORR", 2, 7],
      ["DCR", 5, 7],
    ]);
  });

  it("are compared with the first reference that has patients, by groups that have some, and by no odds unasked", () => {
    const compared = (references: (string | null)[], oddsRatio = false) =>
      comparedRates(groups, "ORR", { references, level: 0.95, oddsRatio, steps: 1e6 });
    expect(compared(["C", "B", "A"])).toMatchObject({
      rate: "ORR",
      reference: { level: "B", label: "arm B" },
      differences: [{ level: "A", estimate: expect.closeTo(3 / 127 - 3 / 8, 12), oddsRatio: null }],
      // fisher.test(matrix(c(3, 124, 3, 5), 2))$p.value, R 4.2.2.
      p: expect.closeTo(0.00256078560018883, 10),
    });
    expect(compared([])?.reference.level).toBe("A");
    expect(compared([], true)?.differences[0]?.oddsRatio).not.toBeNull();
    expect(
      comparedRates(groups.slice(1), "ORR", { references: [], level: 0.95, oddsRatio: false, steps: 1e6 }),
    ).toBeNull();
  });
});

describe("the test beside the difference", () => {
  const said = (difference: { lower: number; upper: number }[], p: number) =>
    testText(
      {
        rate: "ORR",
        reference: { level: "B", label: "B" },
        differences: difference.map((limits) => ({
          level: "A",
          label: "A",
          estimate: 0.1,
          ...limits,
          oddsRatio: null,
        })),
        p,
        drawn: null,
      },
      0.95,
    );

  it("says where the interval leaves out no difference and the test does not, or the other way round", () => {
    expect(said([{ lower: 0.001, upper: 0.33 }], 0.091)).toBe("P = .091 (borderline: the interval excludes 0)");
    expect(said([{ lower: -0.01, upper: 0.33 }], 0.04)).toBe("P = .040 (borderline: the interval includes 0)");
  });

  it("is P alone where both agree, and of several groups, whose test is of all of them", () => {
    expect(said([{ lower: 0.001, upper: 0.33 }], 0.03)).toBe("P = .030");
    expect(said([{ lower: -0.1, upper: 0.33 }], 0.4)).toBe("P = .40");
    const two = [
      { lower: 0.001, upper: 0.33 },
      { lower: 0.001, upper: 0.33 },
    ];
    expect(said(two, 0.091)).toBe("P = .091");
  });
});
