import { describe, expect, it } from "vitest";
import { levelsTest, meansApart, numbersTest, sharesApart } from "./compare";

const numbers = (...values: number[]) => Float64Array.from(values);

describe("how groups are compared", () => {
  it("is by χ² where at least 5 are expected in each cell, else by Fisher’s test, unless one is chosen", () => {
    // By hand: each cell of 5, 5 / 5, 5 expects 5; the first of 4, 5 / 5, 5 expects 9 · 9 / 19 = 4.3.
    expect(
      levelsTest(
        [
          [5, 5],
          [5, 5],
        ],
        null,
        false,
      ),
    ).toMatchObject({ test: { id: "chiSquare", p: 1 } });
    expect(
      levelsTest(
        [
          [4, 5],
          [5, 5],
        ],
        null,
        false,
      ),
    ).toMatchObject({ test: { id: "fisher" } });
    expect(
      levelsTest(
        [
          [4, 5],
          [5, 5],
        ],
        "chiSquare",
        false,
      ),
    ).toMatchObject({ test: { id: "chiSquare" } });
    expect(
      levelsTest(
        [
          [50, 50],
          [50, 50],
        ],
        "fisher",
        false,
      ),
    ).toMatchObject({ test: { id: "fisher", p: expect.closeTo(1, 9) } });
  });

  it("leaves out levels and groups that nobody has, and says why nothing is compared", () => {
    expect(
      levelsTest(
        [
          [9, 0, 8],
          [0, 0, 0],
          [7, 0, 9],
        ],
        null,
        false,
      ),
    ).toEqual(
      levelsTest(
        [
          [9, 8],
          [7, 9],
        ],
        null,
        false,
      ),
    );
    expect(
      levelsTest(
        [
          [0, 0],
          [0, 0],
        ],
        null,
        false,
      ),
    ).toEqual({ untested: "nobody has a value" });
    expect(
      levelsTest(
        [
          [3, 4],
          [0, 0],
        ],
        null,
        false,
      ),
    ).toEqual({ untested: "everybody has one level" });
    expect(
      levelsTest(
        [
          [3, 0],
          [4, 0],
        ],
        null,
        false,
      ),
    ).toEqual({ untested: "fewer than two groups have a value" });
    expect(numbersTest([numbers(1, 2), numbers()], "ranks")).toEqual({
      untested: "fewer than two groups have a value",
    });
    expect(numbersTest([numbers(2, 2), numbers(2, 2)], "means")).toHaveProperty("untested");
  });

  it("is by the test of two groups for two that have a value, and by that of several for three", () => {
    const [a, b, c] = [numbers(1, 2, 4), numbers(2, 5, 6), numbers(3, 7, 9)];
    const idOf = (by: "ranks" | "means" | "trend", ...groups: Float64Array[]) => {
      const found = numbersTest(groups, by);
      return "test" in found ? found.test.id : found.untested;
    };
    expect([idOf("ranks", a, numbers(), b), idOf("ranks", a, b, c)]).toEqual(["rankSum", "kruskalWallis"]);
    expect([idOf("means", a, numbers(), b), idOf("means", a, b, c)]).toEqual(["welch", "welchOneWay"]);
    expect(idOf("trend", a, b, c)).toBe("jonckheere");
    const many = Float64Array.from({ length: 19_998 }, (_, i) => i % 7);
    expect(idOf("trend", many, numbers(1, 9, 9))).toBe("a trend is tested in at most 20,000 patients");
  });

  it("for a trend is Cochran and Armitage’s test of two levels or two groups, of more Spearman’s", () => {
    const idOf = (counts: number[][]) => {
      const found = levelsTest(counts, "trend", false);
      return "test" in found ? found.test.id : found.untested;
    };
    expect([
      idOf([
        [3, 4, 6],
        [6, 5, 2],
      ]),
      idOf([
        [3, 6],
        [4, 5],
        [6, 2],
      ]),
    ]).toEqual(["cochranArmitage", "cochranArmitage"]);
    // prop.trend.test(c(6, 5, 2), c(9, 9, 8)), R 4.2.2
    const p = expect.closeTo(0.0891924184920866, 12);
    expect(
      levelsTest(
        [
          [3, 4, 6],
          [6, 5, 2],
        ],
        "trend",
        false,
      ),
    ).toMatchObject({ test: { p } });
    // The same table, turned, is the same trend.
    expect(
      levelsTest(
        [
          [3, 4, 6],
          [6, 5, 2],
        ],
        "trend",
        false,
      ),
    ).toEqual(
      levelsTest(
        [
          [3, 6],
          [4, 5],
          [6, 2],
        ],
        "trend",
        false,
      ),
    );
    expect(
      idOf([
        [3, 4, 6],
        [6, 5, 2],
        [1, 2, 9],
      ]),
    ).toBe("spearman");
  });
});

describe("the largest difference between groups", () => {
  it("of means is that of the two groups farthest apart, named by their columns", () => {
    // Differences over a common standard deviation of 2: 1/2, 4/2 and 3/2.
    const of = (mean: number, variance = 4, n = 20) => ({ n, mean, variance });
    expect(meansApart([of(1), of(2), of(5)])).toEqual({ value: 2, between: [1, 3] });
    expect(meansApart([of(5), of(1), of(2)])).toEqual({ value: 2, between: [1, 2] });
    expect(meansApart([of(1), of(9, 4, 1), of(2)])).toEqual({ value: 0.5, between: [1, 3] });
    expect(meansApart([of(1), of(9, 4, 2)])).toEqual({ value: 4, between: [1, 2] });
    expect(meansApart([of(1), of(9, 4, 1)])).toBeNull();
    expect(meansApart([of(1, 0), of(2, 0)])).toEqual({ value: Number.POSITIVE_INFINITY, between: [1, 2] });
  });

  it("of shares passes over groups in which nobody has a value, and is infinite where no level is shared", () => {
    // 50% and 10% of two levels: 0.4 / √((0.25 + 0.09) / 2).
    const apart = 0.4 / Math.sqrt(0.17);
    expect(
      sharesApart([
        [5, 0, 1],
        [5, 0, 9],
      ]),
    ).toEqual({ value: expect.closeTo(apart, 12), between: [1, 3] });
    expect(
      sharesApart([
        [5, 0],
        [0, 3],
      ]),
    ).toEqual({ value: Number.POSITIVE_INFINITY, between: [1, 2] });
    expect(
      sharesApart([
        [5, 0],
        [1, 0],
      ]),
    ).toBeNull();
  });
});
