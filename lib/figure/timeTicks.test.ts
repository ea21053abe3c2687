import { describe, expect, it } from "vitest";
import { timeTicks } from "./timeTicks";

describe("timeTicks", () => {
  const ticks = (unit: string, last: number) => timeTicks({ unit, last, length: 560, room: 60 });

  it("steps by 3, 6 or 12 months", () => {
    expect(ticks("months", 22)).toMatchObject({ step: 3, end: 22.5 });
    expect(ticks("months", 53.1)).toMatchObject({ step: 6, end: 54, labeled: [0, 6, 12, 18, 24, 30, 36, 42, 48, 54] });
    expect(ticks("months", 100)).toMatchObject({ step: 12, end: 102 });
  });

  it("knows hours to decades in every unit", () => {
    expect(ticks("days", 0.3).step).toBe(0.05);
    expect(ticks("days", 1022).step).toBe(180);
    expect(ticks("weeks", 100).step).toBe(13);
    expect(ticks("years", 31).step).toBe(5);
    expect(ticks("months", 1e-6).step).toBe(2e-7);
    expect(ticks("years", 5000).step).toBe(1000);
  });

  it("shows everybody: the axis never ends before the last time", () => {
    for (const unit of ["days", "weeks", "months", "years"])
      for (const last of [0.001, 0.7, 3.3, 12, 53.1, 365, 3652.5, 1e6]) {
        const { end, step, labeled } = ticks(unit, last);
        expect(end).toBeGreaterThanOrEqual(last);
        expect((step / end) * 560 >= 60 || labeled.length <= 2, `${unit} ${last}`).toBe(true);
      }
  });

  it("thins the numbers of a step that was asked for where they would collide", () => {
    const made = timeTicks({ unit: "months", last: 53.1, step: 1, length: 560, room: 60 });
    expect(made.ticks).toHaveLength(54);
    expect(made.labeled).toEqual([0, 6, 12, 18, 24, 30, 36, 42, 48]);
  });

  it("takes an end that was asked for, and copes with nobody followed", () => {
    expect(timeTicks({ unit: "months", last: 53.1, end: 24, length: 560, room: 60 })).toMatchObject({
      end: 24,
      step: 3,
    });
    expect(ticks("months", 0).end).toBeGreaterThan(0);
  });
});
