import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventRates } from "./eventRate";
import known from "./fixtures/eventRates.json";

/** Columns of a cohort of R, whose groups are those of "sex" in the order of R's levels. */
function cohort(name: string, columns: { time: string; event: string; entry?: string }) {
  const [header = "", ...lines] = readFileSync(`lib/survival/reference/data/${name}.csv`, "utf8").trim().split("\n");
  const names = header.split(",");
  const cells = lines.map((line) => line.split(","));
  const column = (of: string) => cells.map((row) => row[names.indexOf(of)] ?? "");
  // In R's lung the men are 1; letters are in their order.
  const levels = name === "lung" ? ["Male", "Female"] : ["F", "M"];
  return {
    time: Float64Array.from(column(columns.time), Number),
    cause: Uint8Array.from(column(columns.event), Number),
    group: Int16Array.from(column("sex"), (sex) => levels.indexOf(sex)),
    ...(columns.entry ? { entry: Float64Array.from(column(columns.entry), Number) } : {}),
  };
}

const lung = cohort("lung", { time: "time", event: "event" });
const entered = cohort("mgus2_age", { time: "exit", event: "death", entry: "entry" });

function agrees(found: ReturnType<typeof eventRates>, expected: (typeof known)["lung"]) {
  expect(found).toHaveLength(expected.events.length);
  for (const [at, each] of (found ?? []).entries()) {
    expect(each.events).toBe(expected.events[at]);
    for (const [ours, theirs] of [
      [each.time, expected.time[at]],
      [each.rate, expected.events[at] / expected.time[at]],
      [each.lower, expected.lower[at]],
      [each.upper, expected.upper[at]],
    ])
      expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-11);
  }
}

describe("rates of events", () => {
  it("have the events, times and exact limits of R’s pyears and poisson.test", () => {
    agrees(eventRates(lung), known.lung);
    agrees(eventRates(lung, { level: 0.9 }), known.lung90);
  });

  it("count the time of late entries from their entry on", () => {
    agrees(eventRates(entered), known.entry);
  });

  it.each(known.few.events.map((events, at) => [events, at] as const))(
    "have R’s limits of %i events in a time of 7",
    (events, at) => {
      const row = { time: Float64Array.of(7 / Math.max(1, events)), cause: Uint8Array.of(events > 0 ? 1 : 0) };
      const [rate] = eventRates(events > 0 ? { ...row, weight: Float64Array.of(events) } : row) ?? [];
      expect(rate?.time).toBeCloseTo(7, 12);
      expect(rate?.lower).toBeCloseTo(known.few.lower[at], 9);
      expect((rate?.upper ?? 0) / known.few.upper[at]).toBeCloseTo(1, 11);
    },
  );

  it("leave out rows that are in no group, have no time, or enter after it; a competing event ends the time", () => {
    const [rate] =
      eventRates({
        time: Float64Array.of(4, 5, Number.NaN, 3, 6),
        cause: Uint8Array.of(1, 2, 1, 1, 1),
        entry: Float64Array.of(1, Number.NEGATIVE_INFINITY, 0, 3, 0),
        group: Int16Array.of(0, 0, 0, 0, -1),
        groupCount: 1,
      }) ?? [];
    expect([rate?.events, rate?.time, rate?.rate]).toEqual([1, 8, 1 / 8]);
  });

  it("are none with sampling weights or several events of a patient, and NaN where nobody was followed", () => {
    const two = { time: Float64Array.of(2, 3), cause: Uint8Array.of(1, 1) };
    expect(eventRates({ ...two, weight: Float64Array.of(1.5, 2), weightKind: "sampling" })).toBeNull();
    expect(eventRates({ ...two, entry: Float64Array.of(0, 2), patient: Int32Array.of(0, 0) })).toBeNull();
    expect(eventRates({ ...two, entry: Float64Array.of(0, 2), patient: Int32Array.of(0, 1) })).not.toBeNull();
    expect(eventRates({ ...two, time: Float64Array.of(0, 0) })).toEqual([
      { events: 2, time: 0, rate: Number.NaN, lower: Number.NaN, upper: Number.NaN },
    ]);
  });
});
