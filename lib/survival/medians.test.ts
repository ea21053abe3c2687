import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random";
import { bootstrapMedians, medianOfDrawn, patientsOf } from "./bootstrapMedians";
import { contrastMedians } from "./contrastMedians";
import known from "./fixtures/medians.json";
import { kaplanMeier } from "./kaplanMeier";
import { quantile } from "./quantile";
import type { Subjects } from "./subjects";
import { timeOrder } from "./timeOrder";

const columnsOf = (of: { time: number[]; cause: number[]; group: number[] }) => ({
  time: Float64Array.from(of.time),
  cause: Uint8Array.from(of.cause),
  group: Int16Array.from(of.group),
});

const drawnFrom = (subjects: Subjects, options: Parameters<typeof bootstrapMedians>[1]) => {
  const drawn = bootstrapMedians(subjects, options);
  if (drawn.kind === "undefined") throw new Error(drawn.reason);
  return drawn.medians;
};

const median = (subjects: Subjects) =>
  kaplanMeier(subjects).map((curve) => {
    const own = quantile(curve, 0.5);
    return own.kind === "reached" ? own.time : Number.POSITIVE_INFINITY;
  });

describe("differences and ratios of medians", () => {
  it.each(Object.entries(known))("have R’s medians and limits of given resamples: %s", (_, one) => {
    const subjects = columnsOf(one);
    const patients = patientsOf(subjects, timeOrder(subjects.time));
    const medians = patients.map((own, group) =>
      Float64Array.from(one.resamples[group] ?? [], (rows) =>
        medianOfDrawn(own, new Uint32Array(2 * own.times.length), (i) => rows[i]),
      ),
    );
    expect(medians.map((own) => [...own])).toEqual(
      one.medians.map((own) => own.map((time) => (time < 0 ? Number.POSITIVE_INFINITY : time))),
    );
    const [a, b] = one.estimate.map((time, group) => ({ median: time, resamples: medians[group] }));
    expect(median(subjects)).toEqual(one.estimate);
    const found = contrastMedians(a, b, one.level);
    const ofR = ({ lower, upper }: { lower: number | null; upper: number | null }) => [
      lower ?? Number.NaN,
      upper ?? Number.NaN,
    ];
    for (const [ours, theirs, estimate] of [
      [found.difference, one.difference, a.median - b.median],
      [found.ratio, one.ratio, a.median / b.median],
    ] as const) {
      expect(ours.estimate).toBe(estimate);
      for (const [at, limit] of ofR(theirs).entries()) {
        const own = [ours.lower, ours.upper][at];
        expect(Number.isNaN(own)).toBe(Number.isNaN(limit));
        if (!Number.isNaN(limit)) expect(own).toBeCloseTo(limit, 12);
      }
    }
    expect(Object.values(found.notReached)).toEqual(one.not_reached);
  });

  it("are the same for the same seed and others for another; their resamples have the medians of their own curves", () => {
    const subjects = columnsOf(known.lung);
    const first = drawnFrom(subjects, { count: 50, seed: 4 });
    expect(drawnFrom(subjects, { count: 50, seed: 4, order: timeOrder(subjects.time) })).toEqual(first);
    expect(drawnFrom(subjects, { count: 50, seed: 5 })).not.toEqual(first);
    const { time, cause, group } = subjects;
    const turned = { time: time.toReversed(), cause: cause.toReversed(), group: group.toReversed() };
    expect(drawnFrom(turned, { count: 50, seed: 4 })).toEqual(first);
    const times = new Set(subjects.time);
    expect(first.flatMap((own) => [...own]).filter((time) => times.has(time)).length).toBeGreaterThan(60);
  });

  it("take a count weight for so many patients, and leave out rows of no group and without a time", () => {
    const rows = { time: [2, 3, 5, 7, 1, 4, 6, 9], cause: [1, 0, 1, 1, 1, 2, 1, 0], group: [0, 0, 0, 0, 1, 1, 1, 1] };
    const weight = [1, 2, 3, 1, 2, 1, 1, 4];
    const repeated = (values: number[]) => values.flatMap((value, row) => Array(weight[row]).fill(value));
    const weighted = { ...columnsOf(rows), weight: Float64Array.from(weight) };
    const one = columnsOf({ time: repeated(rows.time), cause: repeated(rows.cause), group: repeated(rows.group) });
    expect(drawnFrom(weighted, { count: 40 })).toEqual(drawnFrom(one, { count: 40 }));
    const more = columnsOf({
      time: [...rows.time, Number.NaN, 3],
      cause: [...rows.cause, 1, 1],
      group: [...rows.group, 0, -1],
    });
    expect(drawnFrom(more, { count: 40 })).toEqual(drawnFrom(columnsOf(rows), { count: 40 }));
  });

  it("are not drawn with sampling weights, intervals of patients and late entries", () => {
    const one = { time: Float64Array.of(1, 2), cause: Uint8Array.of(1, 1) };
    const reason = (more: Partial<Subjects>) => bootstrapMedians({ ...one, ...more });
    const undefinedAs = (why: string) => ({ kind: "undefined", reason: why });
    expect(reason({ weight: Float64Array.of(0.5, 2), weightKind: "sampling" })).toEqual(undefinedAs("samplingWeights"));
    expect(reason({ patient: Int32Array.of(0, 0) })).toEqual(undefinedAs("severalRows"));
    expect(reason({ entry: Float64Array.of(0, 1) })).toEqual(undefinedAs("delayedEntry"));
  });

  it("have no limits where there are too few resamples for the level", () => {
    const of = (time: number) => ({ median: time, resamples: new Float64Array(38).fill(time) });
    expect(contrastMedians(of(4), of(2)).difference).toEqual({ estimate: 2, lower: Number.NaN, upper: Number.NaN });
    expect(contrastMedians(of(4), of(2), 0.9).difference).toEqual({ estimate: 2, lower: 2, upper: 2 });
    expect(contrastMedians(of(4), of(0), 0.9).ratio.estimate).toBeNaN();
  });

  // Of 600 trials 570 are covered by an interval that does so 95 times in 100; within four standard errors, 549 to 591.
  it.each([
    ["exponential times, the one median twice the other", 60, 30, 40],
    ["few patients, many of them censored", 25, 10, 18],
  ] as const)("cover the truth as often as they say: %s", (_, n, other, followed) => {
    const random = seededRandom(1981);
    const trials = 600;
    const exponential = (mean: number) => -mean * Math.log(1 - random());
    const covered = { difference: 0, ratio: 0 };
    for (let trial = 0; trial < trials; trial++) {
      const time = new Float64Array(2 * n);
      const cause = new Uint8Array(2 * n);
      const group = Int16Array.from(time, (_time, row) => (row < n ? 0 : 1));
      for (let row = 0; row < 2 * n; row++) {
        const [own, end] = [exponential(row < n ? 15 : other), followed * random() + followed / 2];
        time[row] = Math.min(own, end);
        cause[row] = own <= end ? 1 : 0;
      }
      const subjects = { time, cause, group };
      const [a, b] = median(subjects).map((each, at) => ({ median: each, at }));
      const medians = drawnFrom(subjects, { count: 400, seed: trial });
      const found = contrastMedians(
        { median: a.median, resamples: medians[0] },
        { median: b.median, resamples: medians[1] },
      );
      const truth = { difference: (15 - other) * Math.LN2, ratio: 15 / other };
      // A limit that cannot be estimated excludes nothing.
      for (const what of ["difference", "ratio"] as const)
        if (!(found[what].lower > truth[what]) && !(found[what].upper < truth[what])) covered[what]++;
    }
    const four = 4 * Math.sqrt(trials * 0.95 * 0.05);
    for (const each of [covered.difference, covered.ratio]) expect(Math.abs(each - 0.95 * trials)).toBeLessThan(four);
  });
});
