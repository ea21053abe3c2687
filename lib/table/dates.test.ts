import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarFromDay, dayFromCalendar, dayToIso } from "./dates";

describe("dayFromCalendar", () => {
  it("counts from 1970-01-01", () => {
    expect(dayFromCalendar(1970, 1, 1)).toBe(0);
    expect(dayFromCalendar(1969, 12, 31)).toBe(-1);
    expect(dayFromCalendar(2000, 3, 1)).toBe(11_017);
  });

  it("gives the days that lie between two dates, whatever clocks did in between", () => {
    // R: as.Date("2021-03-31") - as.Date("2020-12-31") is 90 days
    expect(dayFromCalendar(2021, 3, 31) - dayFromCalendar(2020, 12, 31)).toBe(90);
  });

  it("knows no day that does not exist", () => {
    const days = [
      [2021, 2, 30],
      [2021, 4, 31],
      [2021, 2, 29],
      [1900, 2, 29],
      [2021, 13, 1],
      [2021, 0, 1],
      [2021, 1, 0],
      [0, 1, 1],
    ] as const;
    for (const [year, month, day] of days) expect(dayFromCalendar(year, month, day)).toBeNaN();
    expect(dayFromCalendar(2000, 2, 29)).not.toBeNaN();
  });

  it("agrees with the calendar of the engine and is undone by calendarFromDay", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const { year, month, day: date } = calendarFromDay(day);
        const engine = new Date(86_400_000 * day);
        expect([year, month, date]).toEqual([engine.getUTCFullYear(), engine.getUTCMonth() + 1, engine.getUTCDate()]);
        expect(dayFromCalendar(year, month, date)).toBe(day);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

describe("dayToIso", () => {
  it("writes year, month and day, and nothing for no day", () => {
    expect(dayToIso(18_262)).toBe("2020-01-01");
    expect(dayToIso(dayFromCalendar(33, 4, 3))).toBe("0033-04-03");
    expect(dayToIso(Number.NaN)).toBe("");
  });
});
