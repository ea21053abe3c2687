import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../../board/figureOptions";
import { parts } from "../../figure/treeReading";
import { captionOf } from "../curves/caption";
import { crosshair, pixelOfTime, pixelOfValue, timeAtPixel, timeMeantAt } from "../curves/reading/crosshair";
import { endingAt, eventTimeAfter, eventTimeBefore } from "../curves/reading/eventTimes";
import { readAt } from "../curves/reading/readAt";
import { readingInWords, readingText } from "../curves/reading/readingInWords";
import { thumbnail } from "../curves/thumbnail";
import { survivalCurves } from "./drawn";
import { kaplanMeierFigure } from "./figure";
import { aml, fixture } from "./fixture";
import { frozenComparison } from "./frozenComparison";
import { givenAlive } from "./givenAlive";
import { sentence } from "./sentence";
import { generatedSubtitle, generatedTitle } from "./words";

const drawn = survivalCurves(aml, defaultFigureOptions);

describe("readAt", () => {
  it("reads all groups at once, as R does", () => {
    // summary(survfit(Surv(time, status) ~ x, aml, conf.type = "log-log"), times = 20), survival 3.5-3, R 4.2.2.
    const [maintained, nonmaintained] = readAt(drawn, 20);
    expect(maintained).toEqual({
      kind: "estimated",
      value: expect.closeTo(0.715909090909091, 14),
      lower: expect.closeTo(0.350190385907938, 14),
      upper: expect.closeTo(0.899023974191053, 14),
      nRisk: 7,
    });
    expect(nonmaintained).toMatchObject({ value: expect.closeTo(0.583333333333333, 14), nRisk: 6 });
  });

  it("says that nothing is known beyond a group's follow-up, and keeps reading one that has died out", () => {
    expect(readAt(drawn, 200)[0]).toEqual({ kind: "beyond", last: 161 });
    expect(readAt(drawn, 200)[1]).toEqual({ kind: "estimated", value: 0, lower: null, upper: null, nRisk: 0 });
  });

  it("gives no interval where survival is 0", () => {
    expect(readAt(drawn, 45)[1]).toEqual({ kind: "estimated", value: 0, lower: null, upper: null, nRisk: 1 });
  });
});

describe("event times", () => {
  it("are stepped through in both directions, over all groups", () => {
    expect([0, 5, 9, 48].map((t) => eventTimeAfter(drawn, t))).toEqual([5, 8, 12, null]);
    expect([200, 48, 9, 5].map((t) => eventTimeBefore(drawn, t))).toEqual([48, 45, 8, null]);
  });

  it("are none where nobody has the event", () => {
    const nobody = survivalCurves(fixture([{ label: "A", time: [3], event: [0] }]), defaultFigureOptions);
    expect([eventTimeAfter(nobody, 1), eventTimeBefore(nobody, 5)]).toEqual([null, null]);
  });
});

describe("crosshair", () => {
  const figure = kaplanMeierFigure(aml, defaultFigureOptions, { width: 700, height: 500, theme: "dark" });

  it("puts a dot on each curve that reaches so far", () => {
    const dots = (t: number) => parts(crosshair(figure, t), "crosshair")[0].children.length - 1;
    expect([dots(20), dots(60), dots(500)]).toEqual([2, 2, 1]);
  });

  it("finds the pixel of a time and the time of a pixel, and stays inside the plot", () => {
    expect(timeAtPixel(figure, pixelOfTime(figure, 20))).toBeCloseTo(20, 9);
    expect(pixelOfTime(figure, 1e6)).toBe(figure.plot.right);
    expect(timeAtPixel(figure, -50)).toBe(0);
    expect(pixelOfValue(figure, 0.5)).toBeCloseTo((figure.plot.top + figure.plot.bottom) / 2, 9);
  });

  it("has no dot where the scale has no such value", () => {
    const hazard = kaplanMeierFigure(
      aml,
      { ...defaultFigureOptions, scale: "cumulativeHazard" },
      { width: 700, height: 500, theme: "light" },
    );
    expect(pixelOfValue(hazard, 0)).toBeNull();
    expect(pixelOfValue(hazard, 1)).toBe(hazard.plot.bottom);
  });
});

describe("words", () => {
  it("tell the figure to those who do not see it", () => {
    expect(sentence(aml)).toBe(
      "Kaplan–Meier curves of Overall survival by arm, 2 groups: 23 patients, 18 events. " +
        "Maintained: 11 patients, 7 events, median 31.0 months (95% confidence interval 13.0–NE); " +
        "Nonmaintained: 12 patients, 11 events, median 23.0 months (95% confidence interval 5.0–33.0). Log-rank test, P = .065.",
    );
  });

  it("say why there is no median", () => {
    const result = fixture([
      { label: "A", time: [3, 5], event: [0, 0] },
      { label: "B", time: [2, 5, 6], event: [1, 0, 0] },
    ]);
    expect(sentence(result)).toContain(
      "A: 2 patients, 0 events, no median because nobody had the event; B: 3 patients, 1 event, median not reached.",
    );
  });

  it("title, subtitle and caption follow from result and options", () => {
    expect(generatedTitle(aml)).toBe("Overall survival by arm");
    expect(generatedSubtitle(aml)).toBe("Log-rank P = .065 · 23 patients, 18 events");
    const options = { ...defaultFigureOptions, end: 24, band: false };
    const caption = captionOf(survivalCurves(aml, options), options);
    expect(caption).toContain("The time axis is cut at 24 months; all follow-up enters the estimates.");
    expect(caption).not.toContain("Bands");
  });
});

describe("thumbnail", () => {
  it("has the curves and bands alone, in the colors of the figure", () => {
    const tree = thumbnail(drawn, { width: 150, height: 70 }, "light");
    expect(parts(tree, "curve").map(({ attributes }) => attributes.stroke)).toEqual(["#1d4ed8", "#5a6980"]);
    expect(JSON.stringify(tree)).not.toContain('"text"');
  });
});

describe("given alive", () => {
  it("is the curve of those left, as R's survfit of the rows past the time", () => {
    // summary(survfit(Surv(time, status) ~ 1, subset(aml, x == "Maintained" & time > 12), conf.type = "log-log"), times = c(20, 31)), survival 3.5-3.
    const [{ curve }] = aml.groups;
    expect(givenAlive(curve, 12, 20, aml.confidence)).toEqual({
      survival: expect.closeTo(0.7875, 14),
      lower: expect.closeTo(0.3808815232054965, 12),
      upper: expect.closeTo(0.942590952223704, 12),
    });
    expect(givenAlive(curve, 12, 31, aml.confidence)?.lower).toBeCloseTo(0.1811653384041234, 12);
  });

  it("is the survival itself given alive at 0, 0 where all have died since, and nothing where nobody is left", () => {
    const [, { curve }] = aml.groups;
    expect(givenAlive(curve, 0, 20, aml.confidence)?.survival).toBeCloseTo(0.583333333333333, 14);
    expect(givenAlive(curve, 12, 46, aml.confidence)).toEqual({ survival: 0, lower: null, upper: null });
    expect(givenAlive(curve, 45, 45, aml.confidence)).toBeNull();
  });
});

describe("a reading in words", () => {
  const words = readingInWords(drawn, { time: 20, given: 12, unit: "months", factor: 1 });

  it("has a line per group, the conditional survival and the difference", () => {
    expect(readingText(words)).toBe(
      [
        "At 20 months (95% CI)",
        "Maintained: 72% (35–90), 7 at risk; given alive at 12 months: 79% (38–94)",
        "Nonmaintained: 58% (27–80), 6 at risk; given alive at 12 months: 100% (54–100)",
        "Difference, Nonmaintained less Maintained: −13 points (−50 to 29)",
      ].join("\n"),
    );
  });

  it("has the difference from the group the hazard ratio is against", () => {
    const against = survivalCurves({ ...aml, reference: 1 }, defaultFigureOptions);
    expect(readingInWords(against, { time: 20, given: null, unit: "months", factor: 1 }).difference).toBe(
      "Difference, Maintained less Nonmaintained: 13 points (−29 to 50)",
    );
  });

  it("asks about no earlier time than the one pinned, and has a group that died out at 0", () => {
    expect(readingInWords(drawn, { time: 5, given: 12, unit: "months", factor: 1 }).given).toBeNull();
    const late = readingInWords(drawn, { time: 100, given: null, unit: "months", factor: 1 });
    expect(late.curves.map(({ value }) => value)).toEqual(["18% (1–53)", "0%"]);
    expect(late.difference).toBe("Difference, Nonmaintained less Maintained: −18 points");
  });
});

describe("frozen curves", () => {
  it("are set beside the present ones by group: medians and restricted means up to the common follow-up", () => {
    const fewer = fixture([
      { label: "Maintained", time: [9, 13, 18, 23, 31], event: [1, 1, 1, 1, 0] },
      { label: "Another", time: [5], event: [1] },
    ]);
    const comparison = frozenComparison(aml, fewer);
    expect(comparison?.tau).toBe(31);
    expect(comparison?.rows).toHaveLength(1);
    expect(comparison?.rows[0]).toMatchObject({
      label: "Maintained",
      patients: { before: 11, now: 5 },
      median: { before: 31, now: 18 },
      // print(survfit(Surv(time, status) ~ 1, data), rmean = 31) in R: 25.215909 and 18.8.
      restrictedMean: { before: expect.closeTo(25.215909, 6), now: expect.closeTo(18.8, 10) },
    });
  });
});

describe("frozen curves of a group that has died out", () => {
  it("do not bound the time of restricted means", () => {
    // Nonmaintained have all died by week 45; Maintained are followed to week 161.
    expect(frozenComparison(aml, aml)?.tau).toBe(161);
  });
});

describe("the reading of a group without an event so far", () => {
  it("has the exact lower limit of those at risk, as the table beside the figure", () => {
    const drawn = survivalCurves(
      fixture([{ label: "A", time: [5, 6, 7, 8], event: [0, 0, 0, 1] }]),
      defaultFigureOptions,
    );
    // binom.test(4, 4)$conf.int of R: 0.3976354; 2 of 2: 0.1581139.
    expect(readAt(drawn, 3)[0]).toMatchObject({ value: 1, lower: expect.closeTo(0.3976354, 6), upper: 1 });
    expect(readAt(drawn, 7)[0]).toMatchObject({ value: 1, lower: expect.closeTo(0.1581139, 6), upper: 1 });
  });
});

describe("the time a pointer means", () => {
  const figure = kaplanMeierFigure(aml, defaultFigureOptions, { width: 700, height: 500, theme: "light" });

  it("is that of an event up to 6 pixels away, to the last digit, and of none further away", () => {
    const far = kaplanMeierFigure(
      fixture([{ label: "A", time: [7.123456789, 40, 60], event: [1, 0, 0] }]),
      defaultFigureOptions,
      { width: 700, height: 500, theme: "light" },
    );
    const at = (time: number, beside: number) => timeMeantAt(far, pixelOfTime(far, time) + beside);
    expect([at(7.123456789, -5.9), at(7.123456789, 5.9)]).toEqual([7.123456789, 7.123456789]);
    expect(at(7.123456789, 7)).not.toBe(7.123456789);
    // Nobody has an event at 40: the time is read as pointed at.
    expect(at(40, 4)).not.toBe(40);
    expect(endingAt(far.drawn, 7.123456789)).toEqual({ anybody: true, withEvent: [true] });
    expect(endingAt(far.drawn, 40)).toEqual({ anybody: true, withEvent: [false] });
    expect(endingAt(far.drawn, 12)).toEqual({ anybody: false, withEvent: [false] });
  });

  it("is a numbered tick close by, else what a pixel can tell apart", () => {
    const tick = figure.time.numbered[1];
    expect(timeMeantAt(figure, pixelOfTime(figure, tick) + 2)).toBe(tick);
    expect(String(timeMeantAt(figure, pixelOfTime(figure, tick) + 21.7)).length).toBeLessThan(5);
  });
});
