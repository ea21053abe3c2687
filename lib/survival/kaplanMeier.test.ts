import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateAndTest } from "./estimateAndTest";
import { kaplanMeier } from "./kaplanMeier";
import { nelsonAalen } from "./nelsonAalen";
import { subjects } from "./reference/subjects";
import { createScratch } from "./scratch";
import { timeOrder } from "./timeOrder";

const curve = (time: number[], cause: number[], rest = {}) => kaplanMeier(subjects(time, cause, rest))[0];

describe("kaplanMeier", () => {
  it("gives the product of exact fractions, and Greenwood's variance", () => {
    const { nRisk, survival, stdErr, cumulativeHazard } = curve([1, 2, 2, 3, 4], [1, 1, 0, 0, 1]);
    expect([...nRisk]).toEqual([5, 4, 2, 1]);
    expect([...survival]).toEqual([4 / 5, (4 / 5) * (3 / 4), (4 / 5) * (3 / 4), 0]);
    expect(stdErr[0]).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 5), 15);
    expect(stdErr[1]).toBeCloseTo(0.6 * Math.sqrt(1 / 20 + 1 / 12), 15);
    expect(stdErr[3]).toBeNaN();
    expect(cumulativeHazard[3]).toBeCloseTo(1 / 5 + 1 / 4 + 1, 15);
  });

  it("counts competing endings apart and estimates with them as censored", () => {
    const { n, events, censored, competing, nCensor } = curve([1, 2, 3, 4], [1, 2, 0, 3]);
    expect({ n, events, censored, competing }).toEqual({ n: 4, events: 1, censored: 1, competing: 2 });
    expect([...nCensor]).toEqual([0, 1, 1, 1]);
  });

  it("puts a death at time 0 among those at risk", () => {
    expect([...curve([0, 1], [1, 0]).survival]).toEqual([0.5, 0.5]);
  });

  it("answers nobody, one subject, all censored, and all events at one time", () => {
    expect(curve([], [])).toMatchObject({ n: 0, events: 0, time: new Float64Array(0), survival: new Float64Array(0) });
    expect(curve([7], [1])).toMatchObject({ n: 1, survival: Float64Array.of(0), stdErr: Float64Array.of(Number.NaN) });
    expect(curve([7], [0])).toMatchObject({ n: 1, survival: Float64Array.of(1), stdErr: Float64Array.of(0) });
    expect([...curve([1, 2], [0, 0]).survival]).toEqual([1, 1]);
    expect([...curve([3, 3, 3], [1, 1, 1]).survival]).toEqual([0]);
  });

  it("keeps one curve per group, empty groups too, and leaves out group −1 and rows without time", () => {
    const curves = kaplanMeier(subjects([1, 2, Number.NaN, 4], [1, 1, 1, 1], { group: [0, -1, 0, 2], groupCount: 3 }));
    expect(curves.map(({ n }) => n)).toEqual([1, 0, 1]);
    expect(curves.map(({ time }) => [...time])).toEqual([[1], [], [4]]);
  });

  it("has those at risk who entered before a time, and stays at 0 when a risk set is used up early", () => {
    const late = curve([2, 5, 6], [1, 1, 0], { entry: Float64Array.of(0, 2, 3) });
    expect([...late.nRisk]).toEqual([1, 2, 1]);
    expect([...late.survival]).toEqual([0, 0, 0]);
  });

  it("refuses weights that are not positive, counts that are not whole, and unknown groups", () => {
    const weighted = (w: number, weightKind?: "sampling") => () =>
      curve([1, 2], [1, 1], { weight: Float64Array.of(1, w), weightKind });
    expect(weighted(1.5)).toThrow("not whole");
    expect(weighted(1.5, "sampling")).not.toThrow();
    expect(weighted(0)).toThrow("not positive");
    expect(weighted(Number.NaN, "sampling")).toThrow("not positive");
    expect(() => curve([1, 2], [1, 1], { group: [0, 3], groupCount: 2 })).toThrow("group code");
  });

  it("gives the same with kept buffers, one cohort after another", () => {
    const scratch = createScratch();
    for (const cause of [
      [1, 1, 0, 1],
      [0, 1, 1, 0],
    ]) {
      const cohort = subjects([4, 2, 2, 9], cause, { group: [0, 1, 0, 1] });
      const order = timeOrder(cohort.time);
      expect(estimateAndTest(cohort, { order, scratch })).toEqual(estimateAndTest(cohort));
    }
  });
});

const months = fc.integer({ min: 0, max: 12 });
const cohort = fc
  .array(
    fc.record({
      time: fc.oneof(
        months,
        fc.integer({ min: 0, max: 48 }).map((week) => week / 4),
      ),
      cause: fc.integer({ min: 0, max: 2 }),
      group: fc.integer({ min: -1, max: 2 }),
      late: months,
      count: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 60, size: "max" },
  )
  .map((rows) => ({ rows, ...columns(rows) }));

function columns(rows: { time: number; cause: number; group: number; late: number }[]) {
  return {
    time: rows.map(({ time }) => time),
    cause: rows.map(({ cause }) => cause),
    group: rows.map(({ group }) => group),
    entry: Float64Array.from(rows, ({ time, late }) => Math.min(late, time - 1)),
  };
}

/** The definition, set by set: slow and plain. */
function byDefinition(
  rows: { time: number; cause: number; group: number }[],
  entry: Float64Array | undefined,
  g: number,
) {
  const used = rows
    .map((row, i) => ({ ...row, entry: entry ? entry[i] : Number.NEGATIVE_INFINITY }))
    .filter((row) => row.group === g && row.entry < row.time);
  const times = [...new Set(used.map(({ time }) => time))].sort((a, b) => a - b);
  let survival = 1;
  return times.map((t) => {
    const nRisk = used.filter((row) => row.entry < t && row.time >= t).length;
    const nEvent = used.filter((row) => row.time === t && row.cause === 1).length;
    survival *= (nRisk - nEvent) / nRisk;
    return { time: t, nRisk, nEvent, survival };
  });
}

describe("for any cohort", () => {
  it.each([false, true])("the curves are those of the definition (delayed entry: %s)", (isLate) => {
    fc.assert(
      fc.property(cohort, ({ rows, time, cause, group, entry }) => {
        const given = isLate ? { group, groupCount: 3, entry } : { group, groupCount: 3 };
        kaplanMeier(subjects(time, cause, given)).forEach((found, g) => {
          const known = byDefinition(rows, isLate ? entry : undefined, g);
          expect([...found.time]).toEqual(known.map(({ time }) => time));
          expect([...found.nRisk]).toEqual(known.map(({ nRisk }) => nRisk));
          expect([...found.nEvent]).toEqual(known.map(({ nEvent }) => nEvent));
          found.survival.forEach((s, i) => {
            expect(s).toBeCloseTo(known[i].survival, 12);
          });
        });
      }),
    );
  });

  it("counting rows by cell, where times are few, gives what following the order gives", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 1 })),
          { minLength: 60, maxLength: 200, size: "max" },
        ),
        (rows) => {
          const time = rows.map(([t]) => t);
          const cause = rows.map(([, c]) => c);
          const group = rows.map(([, , g]) => g);
          const few = estimateAndTest(subjects(time, cause, { group, groupCount: 2 }));
          const ones = new Float64Array(time.length).fill(1);
          expect(few).toEqual(estimateAndTest(subjects(time, cause, { group, groupCount: 2, weight: ones })));
        },
      ),
    );
  });

  it("a count weight is as many equal rows", () => {
    fc.assert(
      fc.property(cohort, ({ rows, time, cause, group, entry }) => {
        const written = rows.flatMap((row) => Array.from({ length: row.count }, () => row));
        const replicated = columns(written);
        const weighted = subjects(time, cause, {
          group,
          groupCount: 3,
          entry,
          weight: Float64Array.from(rows, ({ count }) => count),
        });
        const plain = subjects(replicated.time, replicated.cause, {
          group: replicated.group,
          groupCount: 3,
          entry: replicated.entry,
        });
        expect(estimateAndTest(weighted)).toEqual(estimateAndTest(plain));
        expect(nelsonAalen(weighted, { ties: "efron" })).toEqual(nelsonAalen(plain, { ties: "efron" }));
      }),
    );
  });

  it("sampling weights that are all equal change no curve", () => {
    fc.assert(
      fc.property(cohort, fc.constantFrom(0.3, 2.5), ({ time, cause, group }, w) => {
        const plain = kaplanMeier(subjects(time, cause, { group, groupCount: 3 }));
        const weight = new Float64Array(time.length).fill(w);
        kaplanMeier(subjects(time, cause, { group, groupCount: 3, weight, weightKind: "sampling" })).forEach(
          (found, g) => {
            expect(found.n).toBe(plain[g].n);
            found.survival.forEach((s, i) => {
              expect(s).toBeCloseTo(plain[g].survival[i], 12);
            });
          },
        );
      }),
    );
  });
});
