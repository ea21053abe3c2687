import { describe, expect, it } from "vitest";
import { possibleTicks, timeTicks } from "../../figure/timeTicks";
import { atRiskTable, type Curve, kaplanMeier, survivalAt } from "../../survival";
import { cohort } from "../../survival/speed/cohorts";
import { isLong, thinned } from "./thinned";

const [curve] = kaplanMeier(cohort(60_000, 1, false));
const ticks = possibleTicks("months", 0, 60, null);
const thin = thinned(curve, ticks);
const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);

describe("a curve thinned for drawing", () => {
  it("has few times, and loses no patient", () => {
    expect(isLong(curve)).toBe(true);
    expect(thin.time.length).toBeLessThan(20_000);
    expect([sum(thin.nEvent), sum(thin.nCensor)]).toEqual([curve.events, curve.censored]);
    expect(thin.n).toBe(60_000);
  });

  it("says at every tick an axis can have what the whole curve says there", () => {
    expect(atRiskTable(thin, ticks)).toEqual(atRiskTable(curve, ticks));
    expect(ticks.map((tick) => survivalAt(thin, tick))).toEqual(ticks.map((tick) => survivalAt(curve, tick)));
  });

  it("has ticks wherever an axis of any length, from a phone to a poster, puts one", () => {
    for (const length of [200, 700, 2000, 6000]) {
      const { labeled } = timeTicks({ unit: "months", last: 60, length, room: 40 });
      expect(labeled.filter((tick) => tick <= 60 && !ticks.includes(tick))).toEqual([]);
    }
  });

  it("lies between the curve and the curve moved by a pixel, on a screen 4000 wide", () => {
    const pixel = 59 / 4000;
    const at = (of: Curve, time: number) => survivalAt(of, time)?.survival ?? Number.NaN;
    const outside = Array.from({ length: 4000 }, (_, place) => place * pixel).filter(
      (time) => !(at(thin, time) >= at(curve, time) && at(thin, time + pixel) <= at(curve, time)),
    );
    expect(outside).toEqual([]);
  });

  it("is the curve itself where times are few", () => {
    const [few] = kaplanMeier(cohort(500, 1, false));
    expect(thinned(few, ticks)).toEqual(few);
  });
});
