import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../../board/figureOptions";
import { crosshair, pixelOfSurvival, pixelOfTime, timeAtPixel } from "./crosshair";
import { eventTimeAfter, eventTimeBefore, nearestEventTime } from "./eventTimes";
import { kaplanMeierFigure } from "./figure";
import { aml, fixture } from "./fixture";
import { readAt } from "./readAt";
import { sentence } from "./sentence";
import { thumbnail } from "./thumbnail";
import { parts } from "./treeReading";
import { generatedCaption, generatedSubtitle, generatedTitle } from "./words";

describe("readAt", () => {
  it("reads all groups at once, as R does", () => {
    // summary(survfit(Surv(time, status) ~ x, aml, conf.type = "log-log"), times = 20), survival 3.5-3, R 4.2.2.
    const [maintained, nonmaintained] = readAt(aml, 20);
    expect(maintained).toEqual({
      kind: "estimated",
      survival: expect.closeTo(0.715909090909091, 14),
      lower: expect.closeTo(0.350190385907938, 14),
      upper: expect.closeTo(0.899023974191053, 14),
      nRisk: 7,
    });
    expect(nonmaintained).toMatchObject({ survival: expect.closeTo(0.583333333333333, 14), nRisk: 6 });
  });

  it("says that nothing is known beyond a group's follow-up, and keeps reading the others", () => {
    expect(readAt(aml, 60).map(({ kind }) => kind)).toEqual(["estimated", "beyond"]);
    expect(readAt(aml, 60)[1]).toEqual({ kind: "beyond", last: 45 });
  });

  it("gives no interval where survival is 0", () => {
    expect(readAt(aml, 45)[1]).toEqual({ kind: "estimated", survival: 0, lower: null, upper: null, nRisk: 1 });
  });
});

describe("event times", () => {
  it("are found by nearness and stepped through in both directions, over all groups", () => {
    expect([0, 6, 7, 160].map((t) => nearestEventTime(aml, t))).toEqual([5, 5, 8, 48]);
    expect([0, 5, 9, 48].map((t) => eventTimeAfter(aml, t))).toEqual([5, 8, 12, null]);
    expect([200, 48, 9, 5].map((t) => eventTimeBefore(aml, t))).toEqual([48, 45, 8, null]);
  });

  it("are none where nobody has the event", () => {
    expect(nearestEventTime(fixture([{ label: "A", time: [3], event: [0] }]), 1)).toBeNull();
  });
});

describe("crosshair", () => {
  const figure = kaplanMeierFigure(aml, defaultFigureOptions, { width: 700, height: 500, theme: "dark" });

  it("puts a dot on each curve that reaches so far", () => {
    const dots = (t: number) => parts(crosshair(figure, aml, t), "crosshair")[0].children.length - 1;
    expect([dots(20), dots(60), dots(500)]).toEqual([2, 1, 0]);
  });

  it("finds the pixel of a time and the time of a pixel, and stays inside the plot", () => {
    expect(timeAtPixel(figure, pixelOfTime(figure, 20))).toBeCloseTo(20, 9);
    expect(pixelOfTime(figure, 1e6)).toBe(figure.plot.right);
    expect(timeAtPixel(figure, -50)).toBe(0);
    expect(pixelOfSurvival(figure, 0.5)).toBeCloseTo((figure.plot.top + figure.plot.bottom) / 2, 9);
  });

  it("has no dot where the scale has no such value", () => {
    const hazard = kaplanMeierFigure(
      aml,
      { ...defaultFigureOptions, scale: "cumulativeHazard" },
      { width: 700, height: 500, theme: "light" },
    );
    expect(pixelOfSurvival(hazard, 0)).toBeNull();
    expect(pixelOfSurvival(hazard, 1)).toBe(hazard.plot.bottom);
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
    const caption = generatedCaption(aml, { ...defaultFigureOptions, end: 24, band: false });
    expect(caption).toContain("The time axis is cut at 24 months; all follow-up enters the estimates.");
    expect(caption).not.toContain("Bands");
  });
});

describe("thumbnail", () => {
  it("has the curves and bands alone, in the colors of the figure", () => {
    const tree = thumbnail(aml, { width: 150, height: 70 }, "light");
    expect(parts(tree, "curve").map(({ attributes }) => attributes.stroke)).toEqual(["#1d4ed8", "#5a6980"]);
    expect(JSON.stringify(tree)).not.toContain('"text"');
  });
});
