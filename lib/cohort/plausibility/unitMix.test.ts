import { describe, expect, it } from "vitest";
import { atOnce } from "../../steps";
import { patientsOf } from "../patients";
import { boardFrom, tableFrom } from "../testing";
import type { Finding } from "./check";
import { unitMix } from "./unitMix";

async function mix(name: string, values: readonly number[], parts: Record<string, unknown> = {}): Promise<Finding[]> {
  const table = await tableFrom(`${name},other\n${values.map((value) => `${value},x\n`).join("")}`);
  const board = boardFrom(parts);
  return atOnce(unitMix({ table, patients: patientsOf(table, board), board, today: null }));
}

const from = (first: number, step: number, count: number) =>
  Array.from({ length: count }, (_, place) => Math.round(1000 * (first + step * place)) / 1000);
const spread = (first: number, factor: number, count: number) =>
  Array.from({ length: count }, (_, place) => first * factor ** place);
/** Grams per deciliter, thirteen of them with the median 13. */
const deciliters = from(10, 0.5, 13);

/** Pairs of heaps: at the edge of what is said, and just beyond it. */
const edges: [rule: string, name: string, said: number[], silent: number[]][] = [
  ["of fewer than sixteen values", "hb", [...deciliters, 110, 120, 130], [...deciliters.slice(1), 110, 120, 130]],
  [
    "of fewer than eight different values",
    "hb",
    [...[10, 11, 12, 13, 14, 10, 11, 12, 13, 14, 10, 11, 12], 110, 120, 130],
    [...[10, 11, 12, 13, 13, 10, 11, 12, 13, 13, 10, 11, 12], 110, 120, 130],
  ],
  [
    "of two values beside others that reach over a factor of four",
    "x",
    [...from(10, 2, 15), 39.9, 250, 260],
    [...from(10, 2, 15), 40, 250, 260],
  ],
  [
    "whose gap is less than one and a half",
    "weight",
    [...from(60, 2, 15), 132, ...from(134, 4, 10)],
    [...from(60, 2, 15), 131.9, ...from(134, 4, 10)],
  ],
  [
    "whose gap is less than four times the next one, on the scale of factors",
    "hb",
    [...deciliters, 24, 24 * 5.1, 130, 140],
    [...deciliters, 24, 24 * 5, 130, 140],
  ],
  [
    "whose medians are further than 1.4 below a factor between units",
    "hb",
    [...deciliters, 92, 93.6, 94],
    [...deciliters, 90, 91, 92],
  ],
  [
    "whose medians are further than 1.4 above a factor between units",
    "x",
    [...from(10, 0.5, 12), 26, 322, 325, 330],
    [...from(10, 0.5, 12), 26, 335, 338, 340],
  ],
  [
    "of two values a small factor from the others",
    "weight",
    [...from(60, 1, 14), 143, 145, 147],
    [...from(60, 1, 14), 143, 145],
  ],
  [
    "whose high values, converted, lie above the low ones",
    "x",
    [...from(10, 0.05, 13), 131, 132, 133],
    [...from(10, 0.05, 13), 132, 132.5, 134],
  ],
  [
    "whose high values, converted, lie below the low ones",
    "x",
    [...from(10, 0.05, 13), 80.5, 81, 82],
    [...from(10, 0.05, 13), 78.5, 79, 80],
  ],
  [
    "whose gap is less than the factor demands",
    "x",
    [...spread(10, 1.15, 11), ...spread(2.25 * 10 * 1.15 ** 10, 1.15, 11)],
    [...spread(10, 1.15, 11), ...spread(2.23 * 10 * 1.15 ** 10, 1.15, 11)],
  ],
  [
    "of times whose gap is less than four",
    "os_months",
    [...from(1, 1, 20), 80, 120, 180, 270, 335, 400, 450, 480],
    [...from(1, 1, 20), 79.9, 120, 180, 270, 335, 400, 450, 480],
  ],
  [
    "of times whose gap is less than three times the next one among the longer half",
    "os_months",
    [...from(1, 1, 12), 12.5, 20, 82, 120, 180, 250, 300, 350, 400],
    [...from(1, 1, 12), 12.5, 20, 81.8, 120, 180, 250, 300, 350, 400],
  ],
  [
    "of two times that are not a month's days or a year's days from the others",
    "os_months",
    [...from(1, 1, 18), 190, 191],
    [...from(1, 1, 18), 189, 190],
  ],
  [
    "of a twentieth of the times that are twelve-fold",
    "os_months",
    [...from(10, 0.25, 56), 200, 202, 204],
    [...from(10, 0.25, 57), 202, 204, 206],
  ],
  [
    "of times whose medians are further than 1.6 from every factor",
    "os_months",
    [...from(1, 1, 20), 6300, 6380, 6400],
    [...from(1, 1, 20), 6450, 6490, 6500],
  ],
];

describe("two units in one column", () => {
  it.each(edges)("are not two heaps %s", async (_, name, said, silent) => {
    expect(await mix(name, said)).toHaveLength(1);
    expect(await mix(name, silent)).toEqual([]);
  });

  it("are said with the smaller heap's rows, and the two ways to settle it", async () => {
    const [high] = await mix("hb", [...deciliters, 110, 120, 130]);
    expect(high?.message).toBe("Two units in “hb”? 3 values of 16 are about 10 times the others (rows 14, 15 and 16).");
    const at = Math.sqrt(16 * 110);
    expect(high?.remedies).toEqual([
      {
        label: "Divide the 3 high values by 10",
        conversion: { column: "hb", above: at, below: null, op: "divide", by: 10 },
      },
      {
        label: "Multiply the 13 low values by 10",
        conversion: { column: "hb", above: null, below: at, op: "multiply", by: 10 },
      },
    ]);
    const [low] = await mix("hb", [...from(100, 5, 15), 11.5]);
    expect(low?.message).toBe("Two units in “hb”? 1 value of 16 is about 10 times smaller than the others (row 16).");
    const [pounds] = await mix("weight", [...from(60, 1, 14), 143, 145, 147]);
    expect(pounds?.message).toContain("about 2.2 times the others");
    expect(pounds?.remedies.map(({ label }) => label)).toEqual([
      "Divide the 3 high values by 2.2",
      "Multiply the 14 low values by 2.2",
    ]);
  });

  it("are found among times by the column's name or by an endpoint that reads it", async () => {
    const values = [...from(1, 1, 18), 300, 330];
    expect((await mix("os_months", values))[0]?.message).toContain("2 values of 20 are about 30.4 times the others");
    const time = { from: "column", column: "x", unit: "months" };
    const endpoints = [{ id: "os", label: "OS", time, event: null }];
    expect(await mix("x", values)).toEqual([]);
    expect(await mix("x", values, { endpoints })).toHaveLength(1);
  });

  it("are days among years where a time is 365 times the others", async () => {
    expect((await mix("os_years", [...from(1, 0.5, 18), 1900, 2000]))[0]?.message).toContain("about 365.3 times");
  });

  it("are no matter of zeros and values that are missing", async () => {
    const values = [...deciliters, 110, 120, 130];
    expect((await mix("hb", [...values, 0, -1, 0]))[0]).toMatchObject({ count: 3, rows: [14, 15, 16] });
    expect((await mix("hb", [...values, Number.NaN]))[0]?.message).toContain("3 values of 16");
  });
});
