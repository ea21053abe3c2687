import { describe, expect, it } from "vitest";
import { defaultFigureOptions, type FigureOptions } from "../../../board/figureOptions";
import { survivalCurves } from "../../kaplanMeier/drawn";
import { fixture } from "../../kaplanMeier/fixture";
import { timeAxis } from "./timeAxis";

const axisOf = (time: number[], event: number[], more: Partial<FigureOptions> = {}) => {
  const options = { ...defaultFigureOptions, ...more };
  return timeAxis(survivalCurves(fixture([{ label: "A", time, event }]), options), options, 600, 40);
};
const texts = (...given: Parameters<typeof axisOf>) => axisOf(...given).ticks.flatMap(({ text }) => text ?? []);

describe("the time axis", () => {
  it("numbers its ticks with up to six digits, none of them noise", () => {
    // 1/3 has no end, and 3 × 0.1 is 0.30000000000000004 in the computer.
    expect(texts([1], [1], { step: 1 / 3 })).toEqual(["0", "0.333333", "0.666667", "1"]);
    expect(texts([0.3], [1], { step: 0.1 })).toEqual(["0", "0.1", "0.2", "0.3"]);
  });

  it("groups thousands of whole numbers from 10,000 on", () => {
    expect(texts([10_000], [1], { step: 5000 })).toEqual(["0", "5000", "10,000"]);
    expect(texts([9_999], [1], { step: 9_999 })).toEqual(["0", "9999"]);
  });

  it("ends where it is asked to, or shows the part that is asked for", () => {
    expect(axisOf([40], [1], { end: 24 })).toMatchObject({ from: 0, to: 24, log: false });
    expect(axisOf([40], [1], { end: 24, zoom: [6, 18] })).toMatchObject({ from: 6, to: 18 });
  });

  it("has its texts in the unit shown and its times in that of the curves", () => {
    const axis = axisOf([24], [1], { unit: "years", step: 1 });
    expect(axis).toMatchObject({ title: "Years since start of therapy", unit: "years" });
    expect(axis.ticks.map(({ time, text }) => [Math.round(time * 1e9) / 1e9, text])).toEqual([
      [0, "0"],
      [12, "1"],
      [24, "2"],
    ]);
  });

  it("says since when, and where that is blank the unit alone", () => {
    expect(axisOf([24], [1]).title).toBe("Months since start of therapy");
    expect(axisOf([24], [1], { originLabel: "surgery" }).title).toBe("Months since surgery");
    expect(axisOf([24], [1], { originLabel: " " }).title).toBe("Months");
  });

  it("begins at the first event after time zero where it is logarithmic, or at the end where there is none", () => {
    const log = { scale: "logLog" } as const;
    // Somebody dies at 0, which has no logarithm; somebody is lost at 1; the next dies at 2.
    const axis = axisOf([0, 1, 2, 20], [1, 0, 1, 1], log);
    expect(axis).toMatchObject({ log: true, title: "Months since start of therapy (log scale)" });
    expect(axis.from).toBeLessThanOrEqual(2);
    expect(axis.from).toBeGreaterThan(1);
    expect(axis.to).toBeGreaterThanOrEqual(20);
    // Without any event the axis still has a beginning that a logarithm can draw.
    expect(axisOf([5, 20], [0, 0], log)).toMatchObject({ from: expect.closeTo(2, 9), to: expect.closeTo(20, 9) });
    expect(axisOf([0, 1, 2, 20], [1, 0, 1, 1], { ...log, end: 10 }).to).toBeLessThan(20);
    // An end before the first event leaves nothing to draw, and does not count.
    expect(axisOf([8, 20], [1, 1], { ...log, end: 5 }).to).toBeGreaterThanOrEqual(20);
  });
});
