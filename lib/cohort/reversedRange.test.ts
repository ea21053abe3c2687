import { describe, expect, it } from "vitest";
import { reversedRange } from "./reversedRange";

const range = (min: number | null, max: number | null) => ({
  kind: "range" as const,
  of: { column: "age" },
  min,
  max,
  missing: true,
});

describe("a range", () => {
  it("says that its from lies above its to", () => {
    expect(reversedRange(range(70, 60), false)?.message).toBe(
      "“From” (70) is above “to” (60), so no value lies in between.",
    );
  });

  it("says it of dates in dates", () => {
    expect(reversedRange(range(365, 0), true)?.message).toBe(
      "“From” (1971-01-01) is after “to” (1970-01-01), so no value lies in between.",
    );
  });

  it("says nothing where a value can lie in it: in order, of one value, or open", () => {
    for (const [min, max] of [
      [60, 70],
      [60, 60],
      [60, null],
      [null, 60],
      [null, null],
    ])
      expect(reversedRange(range(min, max), false)).toBeNull();
    expect(reversedRange({ kind: "values", of: { column: "arm" }, values: [], missing: true }, false)).toBeNull();
  });
});
