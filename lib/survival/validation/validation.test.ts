import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { concordanceDifference } from "../cox/concordance";
import { readTable } from "../reference/referenceCase";
import { aucAt } from "./aucAt";
import { brierAt } from "./brierAt";
import { censoringOf } from "./censoring";
import byR from "./fixtures/validation.json";
import { differenceOf } from "./judged";
import { netBenefits } from "./netBenefit";
import { unoConcordance } from "./unoConcordance";

const sources = {
  lung: { time: "time", cause: "event", marker: "ph_ecog", asRisk: (value: number) => value / 4 },
  veteran: { time: "time", cause: "event", marker: "karno", asRisk: (value: number) => 1 - value / 100 },
  rotterdam: { time: "time", cause: "event", marker: "nodes", asRisk: (value: number) => value / 40 },
  mgus2: { time: "etime", cause: "estatus", marker: "age", asRisk: (value: number) => value / 100 },
};

function cohort(name: keyof typeof sources, apart: boolean) {
  const { time, cause, marker, asRisk } = sources[name];
  const table = readTable(readFileSync(new URL(`../reference/data/${name}.csv`, import.meta.url), "utf8"), []);
  return {
    time: table.column(time).map((value, row) => value + (apart ? (row + 1) / 10000 : 0)),
    cause: Uint8Array.from(table.column(cause)),
    marker: table.column(marker).map(asRisk),
    table,
  };
}

function judging(subjects: { time: Float64Array; cause: Uint8Array }, ...markers: Float64Array[]) {
  const known = (_: number, row: number) => (markers.some((marker) => Number.isNaN(marker[row])) ? 0 : 1);
  const found = censoringOf(subjects, Uint8Array.from(subjects.time, known));
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

describe.each([
  ["lung", "lung"],
  ["lungApart", "lung"],
  ["veteran", "veteran"],
  ["veteranApart", "veteran"],
  ["rotterdam", "rotterdam"],
  ["mgus2", "mgus2"],
  ["mgus2Apart", "mgus2"],
] as const)("%s", (key, name) => {
  const apart = key.endsWith("Apart");
  const { marker, table, ...subjects } = cohort(name, apart);
  const other = key === "lungApart" ? table.column("ph_karno").map((value) => 1 - value / 100) : marker;
  const censoring = judging(subjects, marker, other);
  const known = byR[key];
  const near = (found: number | undefined, wanted: number) => expect(found).toBeCloseTo(wanted, 12);
  // Of equal times R's standard errors hang on the order of the rows.
  const nearly = (found: number | undefined, wanted: number) =>
    apart ? near(found, wanted) : expect(Math.abs((found ?? 0) / wanted - 1)).toBeLessThan(0.01);

  it("judges the patients whom R does", () => expect(censoring.n).toBe(known.n));

  it.each(known.auc)("has the area under the curve of R and its standard error at $times", ({ times, AUC, se }) => {
    const found = aucAt(censoring, marker, times);
    near(found?.value, AUC);
    nearly(found?.stdErr, se);
  });

  it.each(known.brier)("has the Brier score of R and its standard error at $times", ({ times, Brier, se }) => {
    const found = brierAt(censoring, marker, times);
    near(found?.value, Brier);
    nearly(found?.stdErr, se);
  });

  it.each(known.none)("has the Brier score of R of the same risk for all at $times", ({ times, Brier }) => {
    const nobody = new Float64Array(marker.length);
    // The weights alone give the share with the event, as Kaplan and Meier or Aalen and Johansen do.
    const share = brierAt(censoring, nobody, times)?.value ?? 0;
    near(brierAt(censoring, nobody.fill(share), times)?.value, Brier);
  });

  if ("uno" in known)
    it("has Uno's C of R", () => {
      const judged = marker.map((value, row) => (Number.isNaN(other[row]) ? Number.NaN : value));
      const found = unoConcordance(subjects, judged, known.uno.tau);
      near(found.ok ? found.value.c : 0, known.uno.c);
      near(found.ok ? found.value.stdErr : 0, known.uno.se);
    });

  if ("more" in known)
    it("has the differences of R between two markers of the same patients", () => {
      known.more.auc.forEach(({ times, "delta.AUC": delta, se }) => {
        const found = differenceOf(censoring, aucAt(censoring, other, times), aucAt(censoring, marker, times));
        near(found?.value, delta);
        near(found?.stdErr, se);
      });
      known.more.brier.forEach(({ times, "delta.Brier": delta, se }) => {
        const found = differenceOf(censoring, brierAt(censoring, other, times), brierAt(censoring, marker, times));
        near(found?.value, delta);
        near(found?.stdErr, se);
      });
    });
});

describe("two markers of the same patients", () => {
  it.each([
    ["lung", "ph_karno", (value: number) => 1 - value / 100],
    ["rotterdam", "age", (value: number) => value],
  ] as const)("have the concordances of R in %s, and their difference its standard error", (name, column, as) => {
    const { table, marker, ...subjects } = cohort(name, false);
    const found = concordanceDifference(subjects, marker, table.column(column).map(as));
    const { c, se } = byR.both[name];
    expect(found.ok && found.value.c[0]).toBeCloseTo(c[0], 12);
    expect(found.ok && found.value.c[1]).toBeCloseTo(c[1], 12);
    expect(found.ok && found.value.difference).toBeCloseTo(c[0] - c[1], 12);
    expect(found.ok && found.value.stdErr).toBeCloseTo(se, 10);
  });
});

describe("the net benefit of a risk", () => {
  const { marker, table, ...subjects } = cohort("lung", false);
  const risk = marker.map((value, row) => (Number.isNaN(table.column("ph_karno")[row]) ? Number.NaN : value));
  const { t, thresholds, model, all } = byR.benefit;

  it("is that of Kaplan and Meier among those above the threshold, beside that of treating all", () => {
    const found = netBenefits(subjects, risk, t, [...thresholds, 0]);
    for (const [k, wanted] of model.entries()) expect(found[k]?.model).toBeCloseTo(wanted, 12);
    // At a threshold of 0 it is the share with the event.
    expect(found.at(-1)?.all).toBeCloseTo(all, 12);
    expect(found.at(-1)?.model).toBeCloseTo(all, 12);
  });

  it("is 0 above the highest risk, and unknown where those treated are not followed so long", () => {
    const few = { time: new Float64Array([1, 2, 3, 9]), cause: new Uint8Array([1, 0, 0, 0]) };
    const [low, high, none] = netBenefits(few, new Float64Array([0.9, 0.9, 0.9, 0.1]), 5, [0.05, 0.5, 0.95]);
    expect(low.model).toBeCloseTo(low.all, 12);
    expect(high.model).toBeNaN();
    expect(none.model).toBe(0);
  });
});

describe("judging a marker", () => {
  const time = new Float64Array([1, 2, 3, 4, 5, 6]);
  const cause = new Uint8Array([1, 1, 0, 1, 0, 0]);
  const marker = new Float64Array([6, 2, 5, 4, 1, 3]);

  it("takes a row of so many equal patients for as many rows", () => {
    const size = [1, 3, 2, 1, 4, 2];
    const repeat = (values: ArrayLike<number>) =>
      size.flatMap((times, row) => Array(times).fill(values[row]) as number[]);
    const rows = {
      time: Float64Array.from(repeat(time)),
      cause: Uint8Array.from(repeat(cause)),
    };
    const each = Float64Array.from(repeat(marker));
    const asRows = judging(rows, each);
    const asCounts = judging({ time, cause, weight: Float64Array.from(size) } as typeof rows, marker);
    for (const t of [1.5, 2, 3, 4.5]) {
      for (const [counted, listed] of [
        [aucAt(asCounts, marker, t), aucAt(asRows, each, t)],
        [brierAt(asCounts, marker, t), brierAt(asRows, each, t)],
      ]) {
        expect(counted?.value).toBeCloseTo(listed?.value ?? 0, 12);
        expect(counted?.stdErr).toBeCloseTo(listed?.stdErr ?? 0, 12);
      }
    }
    const counts = unoConcordance({ time, cause, weight: Float64Array.from(size) }, marker, 5);
    const listed = unoConcordance(rows, each, 5);
    expect(counts.ok && listed.ok && counts.value.c - listed.value.c).toBeCloseTo(0, 12);
  });

  it("has no area before the first event, once nobody is without it, or once all are censored", () => {
    const censoring = judging({ time, cause }, marker);
    expect([0.5, 6].map((t) => aucAt(censoring, marker, t))).toEqual([null, null]);
    expect(brierAt(censoring, marker, 6)).toBeNull();
    expect(aucAt(censoring, marker, 5.5)?.value).toBeGreaterThan(0.5);
    const all = new Uint8Array(6).fill(1);
    expect(aucAt(judging({ time, cause: all }, marker), marker, 6)).toBeNull();
  });

  it("is 1 where each with the event stands above each without, 0 the other way round, and one half for equal markers", () => {
    const censoring = judging({ time, cause }, marker);
    expect(
      aucAt(
        censoring,
        time.map((t) => -t),
        4,
      )?.value,
    ).toBeCloseTo(1, 12);
    expect(aucAt(censoring, time, 4)?.value).toBe(0);
    expect(
      aucAt(
        censoring,
        time.map(() => 1),
        4,
      )?.value,
    ).toBeCloseTo(0.5, 12);
  });

  it("refuses sampling weights, several rows of a patient and late entries, and says that nobody is there", () => {
    const all = new Uint8Array(6).fill(1);
    const why = (more: object, usable = all) => {
      const found = censoringOf({ time, cause, ...more }, usable);
      return found.ok ? null : found.reason;
    };
    expect(why({ weight: time, weightKind: "sampling" })).toBe("samplingWeights");
    expect(why({ patient: new Int32Array(6) })).toBe("severalRows");
    expect(why({ entry: new Float64Array(6) })).toBe("delayedEntry");
    expect(why({}, new Uint8Array(6))).toBe("noSubjects");
    expect(why({})).toBeNull();
  });

  it("takes Uno's C up to the last event at which more than a tenth are not censored", () => {
    const found = unoConcordance({ time, cause }, marker);
    expect(found.ok && found.value.tau).toBe(4);
    const none = unoConcordance({ time, cause: new Uint8Array(6) }, marker);
    expect(none.ok ? null : none.reason).toBe("noEvents");
  });
});
