import { describe, expect, it } from "vitest";
import { inks } from "../../../figure/theme";
import { metricsOf } from "../../sheet/sheet";
import type { CharacteristicRow, Difference } from "../result";
import { differencesOf, dotAxis, dotColor, dotMark, dotMarks, dotTicks, placeOn } from "./dots";

const apart = (value: number): Difference => ({ value, between: [1, 2] });
const row = (label: string, value: number | null) =>
  ({ label, difference: value === null ? null : apart(value) }) as CharacteristicRow;
const axis = (...values: (number | null)[]) =>
  dotAxis(
    values.map((value) => row("", value)),
    { left: 100, right: 200 },
  );

describe("the axis of standardized differences", () => {
  it("reaches a little beyond the largest, to 0.4 at least and 1 at most; an infinite one does not count", () => {
    expect(axis(0.1, null).most).toBe(0.4);
    expect(axis(Number.POSITIVE_INFINITY).most).toBe(0.4);
    expect(axis(0.5, 0.2).most).toBeGreaterThan(0.5);
    expect(axis(0.5, 0.2).most).toBeLessThan(0.6);
    expect(axis(3).most).toBe(1);
  });

  it("begins at 0 and is even; what lies beyond stands at its end", () => {
    expect([0, 0.25, 0.5, 1, 7].map((value) => placeOn(axis(3), value))).toEqual([100, 125, 150, 200, 200]);
  });

  it("has ticks from 0.1 on in steps of 0.2, as far as it reaches", () => {
    expect(dotTicks(axis(0.1))).toEqual([0.1, 0.3]);
    expect(dotTicks(axis(3))).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
    expect(dotTicks({ left: 0, right: 1, most: 0.5 })).toEqual([0.1, 0.3, 0.5]);
  });
});

it("differences are in order, the largest first, without rows that have none", () => {
  const rows = [row("sex", 0.1), row("site", null), row("age", 0.4), row("LDH", 0.2)];
  expect(differencesOf(rows).map(({ label }) => label)).toEqual(["age", "LDH", "sex"]);
});

it("a dot is of another color above 0.2 than at 0.2 and below", () => {
  const [none, limit, above, far] = [0, 0.2, 0.21, 3].map((value) => dotColor(apart(value), "light"));
  expect([limit === none, above === none, far === above]).toEqual([true, false, true]);
});

it("a difference is a dot at its place up to the end of the axis, and beyond it an arrow that points there", () => {
  const mark = (value: number) => dotMark(apart(value), axis(3), 50, 4, "light");
  expect(mark(0.5)).toMatchObject({ tag: "circle", attributes: { cx: 150, cy: 50, r: 4 } });
  expect(mark(1)).toMatchObject({ tag: "circle", attributes: { cx: 200 } });
  const arrow = mark(1.01);
  expect(arrow.tag).toBe("path");
  const [x = 0, y, back = 0, up = 0, down = 0] = (String(arrow.attributes.d).match(/-?[\d.]+/g) ?? []).map(Number);
  expect(y).toBe(50);
  expect(x).toBeGreaterThan(200);
  expect(x + back).toBeLessThan(200);
  // From the tip to the upper corner, and from there as far below the middle.
  expect([up < 0, down]).toEqual([true, -2 * up]);
});

it("a dashed line stands at 0.1, across the line of the axis and around its middle", () => {
  const ink = { ...inks.light, theme: "light" as const };
  const [line, dashed, dot] = dotMarks(
    apart(0.3),
    axis(3),
    50,
    metricsOf({ width: 9, height: 9, theme: "light" }),
    ink,
  );
  expect(line?.attributes).toMatchObject({ x1: 100, x2: 200, y1: 50, y2: 50 });
  expect(dashed?.attributes).toMatchObject({ x1: 110, x2: 110 });
  expect(Number(dashed?.attributes.y1) + Number(dashed?.attributes.y2)).toBeCloseTo(100, 6);
  expect(Number(dashed?.attributes.y1)).toBeLessThan(50);
  const [on, off] = String(dashed?.attributes["stroke-dasharray"]).split(" ");
  expect(on).toBe(off);
  expect(dot?.attributes.cx).toBe(130);
});
