import { describe, expect, it } from "vitest";
import type { Box } from "../../../figure/box";
import type { Plot } from "../plot";
import { crossesCurve, freeBox } from "./freeBox";

const sheet: Box = { left: 0, right: 300, top: 0, bottom: 100 };

/** A plot with a pixel per month and per percent, and a gap of 2 pixels. */
const plot = (milestones: number[] = [], curves: object[] = []) =>
  ({
    drawn: { curves, shape: "steps", before: 1 },
    options: { milestones, medianLines: false },
    time: { factor: 1, from: 0, to: 300 },
    metrics: { gap: 2 },
    area: sheet,
    x: (time: number) => time,
    timeAt: (x: number) => x,
    y: (value: number) => 100 - 100 * value,
  }) as unknown as Plot;

const end = { x: 100, y: 50 };
const block = { lines: [], whole: "", width: 40, height: 8 };
const place = (parts: { milestones?: number[]; others?: Box[]; within?: Partial<Box> }) => {
  const box = freeBox(plot(parts.milestones), end, block, parts.others ?? [], { ...sheet, ...parts.within });
  return box && [box.left, box.top];
};

describe("a name beside the end of its curve", () => {
  it("stands a gap to the right, else by as few quarters of its height lower or higher as it must", () => {
    expect(freeBox(plot(), end, block, [], sheet)).toEqual({ left: 102, right: 142, top: 46, bottom: 54 });
    const below = [46, 46.1, 48.1, 50.1, 52.1].map((top) => place({ within: { top } }));
    expect(below).toEqual([46, 48, 50, 52, 54].map((top) => [102, top]));
    const above = [54, 53.9, 51.9, 49.9, 47.9].map((bottom) => place({ within: { bottom } }));
    expect(above).toEqual([46, 44, 42, 40, 38].map((top) => [102, top]));
    expect(place({ within: { top: 54.1 } })).toBeNull();
    expect(place({ within: { bottom: 45.9, left: 61 } })).toBeNull();
  });

  it("stands left of the end, above the curve or else below it, where there is no room to the right", () => {
    expect([142, 141.9].map((right) => place({ within: { right } }))).toEqual([
      [102, 46],
      [60, 40],
    ]);
    expect(place({ within: { right: 141.9, top: 40.1 } })).toEqual([60, 52]);
    expect([60, 60.1].map((left) => place({ within: { right: 141.9, left } }))).toEqual([[60, 40], null]);
  });

  it("keeps half a gap from other names beside it, and a quarter from those above and below", () => {
    const tall = (left: number, right: number) => place({ others: [{ left, right, top: 0, bottom: 100 }] });
    expect([tall(143, 150), tall(142.9, 150), tall(90, 101), tall(100.5, 101.1)]).toEqual([
      [102, 46],
      [60, 40],
      [102, 46],
      null,
    ]);
    const wide = (top: number, bottom: number) => place({ others: [{ left: 0, right: 300, top, bottom }] });
    expect([wide(54.5, 60), wide(54.4, 60), wide(40, 45.5), wide(40, 45.6)]).toEqual(
      [46, 44, 46, 48].map((top) => [102, top]),
    );
  });

  it("stands past a guide line that would run through it, not past one that touches it", () => {
    expect([120, 141.9, 142, 102].map((at) => place({ milestones: [at] }))).toEqual(
      [122, 143.9, 102, 102].map((left) => [left, 46]),
    );
    const others = [{ left: 142.5, right: 143, top: 0, bottom: 100 }];
    expect(place({ milestones: [142], others })).toEqual([60, 40]);
  });
});

it("a curve of steps crosses a box that its levels pass, and none that it only touches or ends before", () => {
  const points = { time: Float64Array.of(10, 20), value: Float64Array.of(0.5, 0.2) };
  const crosses = (left: number, right: number, top: number, bottom: number) =>
    crossesCurve({ left, right, top, bottom }, plot([], [{ points }]), 0);
  // At 100% (0 pixels from the top) up to 10, at 50% up to 20.
  expect([crosses(2, 9, 20, 30), crosses(2, 12, 20, 30), crosses(12, 15, 20, 30)]).toEqual([false, true, false]);
  expect([
    crosses(12, 15, 45, 50),
    crosses(12, 15, 45, 50.1),
    crosses(12, 15, 50, 55),
    crosses(12, 15, 49.9, 55),
  ]).toEqual([...[false, true], ...[false, true]]);
  expect([crosses(20, 30, 70, 90), crosses(20.1, 30, 70, 90)]).toEqual([true, false]);
});
