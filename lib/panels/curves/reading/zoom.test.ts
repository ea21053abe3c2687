import { describe, expect, it } from "vitest";
import { defaultFigureOptions, type FigureOptions } from "../../../board/figureOptions";
import { kaplanMeierFigure } from "../../kaplanMeier/figure";
import { fixture } from "../../kaplanMeier/fixture";
import { zoomAbout, zoomBetween, zoomMoved } from "./zoom";

// Followed for 60 months.
const followed = fixture([{ label: "A", time: [10, 20, 30, 40, 60], event: [1, 1, 1, 1, 0] }]);
const viewed = (options: Partial<FigureOptions> = {}) =>
  kaplanMeierFigure(followed, { ...defaultFigureOptions, ...options }, { width: 760, height: 560, theme: "light" });
const whole = viewed();
const middle = viewed({ zoom: [20, 40] });

describe("a view between two times", () => {
  it("begins and ends at round numbers, a fiftieth of its width or finer", () => {
    expect(zoomBetween(whole, 12.34, 31.98)).toEqual([12.3, 32]);
    expect(zoomBetween(whole, 12.3456, 13.3456)).toEqual([12.35, 13.35]);
    expect(zoomBetween(whole, 1, 51)).toEqual([1, 51]);
    expect(zoomBetween(whole, 1.4, 51.6)).toEqual([1, 52]);
  });

  it("stays within the follow-up", () => {
    expect(zoomBetween(whole, -5, 30)).toEqual([0, 30]);
    expect(zoomBetween(whole, 30, 500)?.[0]).toBe(30);
    expect(zoomBetween(whole, 30, 500)?.[1]).toBe(whole.time.domain[1]);
  });

  it("is none where it is all there is, and where nothing is between the times", () => {
    expect(zoomBetween(whole, 0, 60)).toBeNull();
    expect(zoomBetween(whole, -1, 100)).toBeNull();
    expect(zoomBetween(whole, 0, 59)).toEqual([0, 59]);
    expect(zoomBetween(whole, 1, 60)).toEqual([1, 60]);
    expect(zoomBetween(whole, 30, 30)).toBeNull();
    expect(zoomBetween(whole, 40, 30)).toBeNull();
    expect(zoomBetween(whole, Number.NaN, 30)).toBeNull();
  });

  it("is in the unit that is shown", () => {
    expect(zoomBetween(viewed({ unit: "years" }), 12, 24)).toEqual([1, 2]);
  });
});

describe("a view about a time", () => {
  it("keeps that time where it is, nearer or further", () => {
    expect(zoomAbout(middle, 30, 0.5)).toEqual([25, 35]);
    expect(zoomAbout(middle, 20, 0.5)).toEqual([20, 30]);
    expect(zoomAbout(middle, 30, 1.5)).toEqual([15, 45]);
    expect(zoomAbout(middle, 25, 2)).toEqual([15, 55]);
  });

  it("comes no nearer than a thousandth of the follow-up, and goes further again from there", () => {
    const near = viewed({ zoom: [30, 30.06] });
    expect(zoomAbout(near, 30.03, 0.5)).toEqual([30, 30.06]);
    expect(zoomAbout(near, 30.03, 2)).toEqual([29.97, 30.09]);
    expect(zoomAbout(viewed({ zoom: [30, 30.07] }), 30.035, 0.5)).not.toEqual([30, 30.07]);
  });
});

describe("a view moved", () => {
  it("goes by a share of its width", () => {
    expect(zoomMoved(middle, 0.5)).toEqual([30, 50]);
    expect(zoomMoved(middle, -0.25)).toEqual([15, 35]);
  });

  it("keeps its width and stops at time zero and at the end of follow-up", () => {
    expect(zoomMoved(middle, -5)).toEqual([0, 20]);
    expect(zoomMoved(middle, 5)).toEqual([40, 60]);
  });
});
