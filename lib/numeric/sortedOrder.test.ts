import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortedOrder } from "./sortedOrder";

const plain = (values: number[]) =>
  values
    .map((_, row) => row)
    .filter((row) => !Number.isNaN(values[row]))
    .sort((a, b) => (values[a] < values[b] ? -1 : +(values[a] > values[b])));
const sorted = (values: number[], rows?: number[]) => [
  ...sortedOrder(Float64Array.from(values), rows && Uint32Array.from(rows)),
];

describe("sortedOrder", () => {
  it("is the stable order of the language's own sort, without NaN", () => {
    const anyNumber = fc.oneof(
      fc.double(),
      fc.integer({ min: 0, max: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const columns = fc.array(anyNumber, { maxLength: 400, size: "max" });
    fc.assert(
      fc.property(columns, (values) => {
        expect(sorted(values)).toEqual(plain(values));
      }),
    );
  });

  it("holds for whole months, for clusters far apart and for values that differ in the last digit", () => {
    const n = 3000;
    const months = Array.from({ length: n }, (_, i) => (i * 7919) % 121);
    const clusters = Array.from({ length: n }, (_, i) => (i % 2 ? 1e9 : 0) + ((i * 7919) % 97) * 1e-7);
    const close = Array.from({ length: n }, (_, i) => 1 + ((i * 7919) % n) * Number.EPSILON);
    for (const values of [months, clusters, close, months.map(() => 5), months.map((m) => -m / 30.4375)])
      expect(sorted(values)).toEqual(plain(values));
  });

  it("sorts only the rows asked for, equal values as they were given", () => {
    expect(sorted([3, 1, 2, 1], [3, 2, 1])).toEqual([3, 1, 2]);
    expect(sorted([])).toEqual([]);
  });
});
