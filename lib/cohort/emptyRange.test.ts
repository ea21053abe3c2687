import { describe, expect, it } from "vitest";
import { emptyRange, idleBounds } from "./emptyRange";

const range = (min: number | null, max: number | null) => ({
  kind: "range" as const,
  of: { column: "age" },
  min,
  max,
  missing: true,
});
const ages = { min: 31, max: 79, date: false };
const days = { min: 0, max: 730, date: true };
const nobody = { min: Number.NaN, max: Number.NaN, date: false };
const arm = { kind: "values" as const, of: { column: "arm" }, values: [], missing: true };

describe("a range", () => {
  it("says that its from lies above its to", () => {
    expect(emptyRange(range(70, 60), ages)?.message).toBe(
      "“From” (70) is above “to” (60), so no value lies in between.",
    );
  });

  it("says it of dates in dates", () => {
    expect(emptyRange(range(365, 0), days)?.message).toBe(
      "“From” (1971-01-01) is after “to” (1970-01-01), so no value lies in between.",
    );
  });

  it("says that it lies beyond the values, on either side", () => {
    expect(emptyRange(range(80, null), ages)?.message).toBe(
      "“From” (80) is above the greatest value (79), so no value is kept.",
    );
    expect(emptyRange(range(80, 90), ages)?.code).toBe("range-beyond");
    expect(emptyRange(range(null, 30), ages)?.message).toBe(
      "“To” (30) is below the least value (31), so no value is kept.",
    );
    expect(emptyRange(range(731, null), days)?.message).toBe(
      "“From” (1972-01-02) is after the last date (1972-01-01), so no value is kept.",
    );
  });

  it("says nothing where a value can lie in it: in order, of one value, at the ends, or open", () => {
    for (const [min, max] of [
      [60, 70],
      [60, 60],
      [79, null],
      [null, 31],
      [60, null],
      [null, 60],
      [null, null],
      [0, 200],
    ])
      expect(emptyRange(range(min, max), ages)).toBeNull();
    expect(emptyRange(arm, ages)).toBeNull();
    expect(emptyRange(range(60, 70), nobody)).toBeNull();
  });

  it("says which bounds outside the values leave nobody out", () => {
    expect(idleBounds(range(10, 60), ages)).toBe("Leaves nobody out at that end: the least value is 31.");
    expect(idleBounds(range(10, 90), ages)).toBe(
      "Leaves nobody out at that end: the least value is 31, the greatest value is 79.",
    );
    expect(idleBounds(range(31, 79), ages)).toBeNull();
    expect(idleBounds(range(null, null), ages)).toBeNull();
    expect(idleBounds(range(10, 90), nobody)).toBeNull();
    expect(idleBounds(arm, ages)).toBeNull();
  });
});
