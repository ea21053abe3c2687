import { expect, it } from "vitest";
import type { Plot } from "../plot";
import { guides, shownMilestones } from "./guides";

/** An axis of years from 0 to 3 over a panel in months, whose milestones are in months. */
const plot = (milestones: number[], medianLines: boolean) =>
  ({
    options: { milestones, medianLines },
    time: { from: 0, to: 3, factor: 12 },
    drawn: { curves: [{ median: { kind: "reached", time: 1.5 } }, { median: { kind: "notReached" } }, {}] },
    x: (time: number) => 100 * time,
  }) as unknown as Plot;

it("milestones are those after the beginning of the axis and up to its end", () => {
  expect(shownMilestones(plot([0, 12, 36, 37], false))).toEqual([12, 36]);
});

it("guide lines stand at milestones, and at the medians reached where these are drawn", () => {
  expect(guides(plot([12, 60], false))).toEqual([100]);
  expect(guides(plot([12, 60], true))).toEqual([100, 150]);
});
