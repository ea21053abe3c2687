import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel } from "../../../.build/kernel.mjs";
import { estimateAndTest } from "../estimateAndTest";
import { kaplanMeier } from "../kaplanMeier";
import { replicated } from "../replicated";
import { createScratch } from "../scratch";
import { cohort } from "../speed/cohorts";
import type { Subjects } from "../subjects";
import { prepareSweep } from "../sweep";
import { survivalTests } from "../tests/registry";
import { timeOrder } from "../timeOrder";
import { theKernel, withoutKernel } from "./kernel";

/** Rows with every kind of ending and ties of all sizes, some of them without time or group. */
const rows = fc.array(
  fc.record({
    time: fc.oneof(
      fc.integer({ min: 0, max: 200 }).map((t) => t / 7),
      fc.double({ min: 0, max: 30, noNaN: true }),
      fc.constant(Number.NaN),
    ),
    cause: fc.integer({ min: 0, max: 2 }),
    group: fc.integer({ min: -1, max: 4 }),
  }),
  { maxLength: 300, size: "max" },
);

const subjectsOf = (list: { time: number; cause: number; group: number }[], groupCount = 5): Subjects => ({
  time: Float64Array.from(list, ({ time }) => time),
  cause: Uint8Array.from(list, ({ cause }) => cause),
  group: Int16Array.from(list, ({ group }) => group),
  groupCount,
});

describe("the kernel", () => {
  it("is there, and is what its source compiles to", { timeout: 60_000 }, async () => {
    expect(theKernel()).not.toBeNull();
    expect(readFileSync(new URL("kernelBytes.ts", import.meta.url), "utf8")).toBe(await compileKernel());
  });

  it("gives the curves and every test to the last digit as they come out without it", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...survivalTests), (list, test) => {
        const subjects = subjectsOf(list);
        expect(estimateAndTest(subjects, { test })).toEqual(withoutKernel(() => estimateAndTest(subjects, { test })));
      }),
    );
  });

  it("does so over many blocks of steps, with ties across their ends, and for one group and for very many", () => {
    for (const groups of [1, 2, 3, 254, 400]) {
      const given = cohort(6000, groups, false);
      const tied = { ...given, time: given.time.map((t, row) => (row % 3 === 0 ? Math.ceil(t * 20) / 20 : t)) };
      expect(estimateAndTest(tied)).toEqual(withoutKernel(() => estimateAndTest(tied)));
    }
  });

  it("counts rows by cell where times are few as without it", () => {
    const months = cohort(5000, 3, true);
    expect(estimateAndTest(months)).toEqual(withoutKernel(() => estimateAndTest(months)));
  });

  it("gives the same digits as without it where rows stand for several patients, in every test, with few times and with many", () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...survivalTests),
        fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 44 })), {
          minLength: 300,
          maxLength: 300,
        }),
        (list, test, weights) => {
          const given = subjectsOf(list);
          // Of rows without a group the weight may be missing.
          const weight = Float64Array.from(list, ({ group }, row) => (group < 0 ? Number.NaN : (weights[row] ?? 1)));
          const subjects = { ...given, weight };
          expect(estimateAndTest(subjects, { test })).toEqual(withoutKernel(() => estimateAndTest(subjects, { test })));
        },
      ),
    );
    for (const months of [false, true])
      for (const groups of [1, 3, 254]) {
        const given = cohort(6000, groups, months);
        const tied = { ...given, time: given.time.map((t, row) => (row % 3 === 0 ? Math.ceil(t * 20) / 20 : t)) };
        const subjects = { ...tied, weight: Float64Array.from(tied.time, (_, row) => 1 + ((row * 7919) % 1000)) };
        expect(estimateAndTest(subjects)).toEqual(withoutKernel(() => estimateAndTest(subjects)));
      }
  });

  it("counts exactly up to 2⁵³ patients", () => {
    for (const months of [false, true]) {
      const given = { ...cohort(2000, 1, months), group: new Int16Array(2000) };
      const weight = new Float64Array(2000).fill(1).fill(2 ** 51, 0, 3);
      const [curve] = estimateAndTest({ ...given, weight }).curves;
      expect(curve?.n).toBe(3 * 2 ** 51 + 1997);
      expect(curve?.nRisk[0]).toBe(3 * 2 ** 51 + 1997);
      const ended = curve ? curve.nEvent.reduce((sum, d, i) => sum + d + (curve.nCensor[i] ?? 0), 0) : 0;
      expect(ended).toBe(3 * 2 ** 51 + 1997);
    }
  });

  it("counts cells that stand for several patients as those patients, filtered or not", () => {
    const months = cohort(3000, 3, true);
    const weight = Float64Array.from(months.time, (_, row) => 1 + (row % 4));
    for (const out of [0, 7]) {
      const group = months.group.map((code, row) => (out > 0 && row % out === 0 ? -1 : code));
      const counted: Subjects = { ...months, group, weight };
      expect(estimateAndTest(counted)).toEqual(estimateAndTest({ ...replicated(counted), groupCount: 3 }));
    }
    const wrong = { ...months, weight: weight.map((count, row) => (row === 5 ? 1.5 : count)) };
    expect(() => estimateAndTest(wrong)).toThrow("The count weight of row 5 is 1.5, not whole");
    expect(() =>
      estimateAndTest({ ...wrong, group: months.group.map((g, row) => (row === 5 ? -1 : g)) }),
    ).not.toThrow();
  });

  it("refuses group codes that do not exist, low and high", () => {
    for (const group of [-2, 5, 300]) {
      const subjects = subjectsOf(
        [...Array(20).keys()].map((i) => ({ time: i, cause: 1, group: i === 3 ? group : 0 })),
      );
      expect(() => kaplanMeier(subjects)).toThrow("A group code is not in −1 … 4");
    }
  });

  it("runs a sweep that was made ready before another one", () => {
    const visited = (input: Subjects, between: () => void) => {
      const sweep = prepareSweep(input, timeOrder(input.time));
      between();
      const events: number[] = [];
      sweep.run((steps) => events.push(...steps.events.subarray(0, steps.length)));
      return events;
    };
    for (const months of [false, true]) {
      const [first, second] = [cohort(1500, 2, months), cohort(100_000, 3, months)];
      const alone = visited(first, () => {});
      expect(visited(first, () => prepareSweep(second, timeOrder(second.time)))).toEqual(alone);
    }
  });

  it("keeps the curves of a scratch while others are computed that need more memory", () => {
    const small = cohort(300, 2, false);
    const scratch = createScratch();
    const { curves } = estimateAndTest(small, { scratch });
    kaplanMeier(cohort(200_000, 2, false));
    expect(curves).toEqual(kaplanMeier(small));
  });
});
