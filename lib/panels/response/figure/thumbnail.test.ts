import { expect, it } from "vitest";
import { elements } from "../../../figure/treeReading";
import { patient, responses } from "../testing";
import { thumbnail } from "./thumbnail";

const bars = (each: ReturnType<typeof patient>[]) =>
  elements(thumbnail(responses(each), { width: 148, height: 76 }, "light")).flatMap(({ tag, attributes }) => {
    const [left = 0, top = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
      Number(attributes[name]),
    );
    return tag === "rect" ? [{ left, top, right: left + width, bottom: top + height, fill: attributes.fill }] : [];
  });
const changes = (count: number, of: (at: number) => number) =>
  Array.from({ length: count }, (_, at) => patient(at + 1, { change: of(at), category: 2 }));

it("small bars rise over the middle by growth and hang below by shrinkage, 100% as high as there is room", () => {
  const [cut, whole, half, none, down] = bars(changes(5, (at) => [300, 100, 50, 0, -50][at] ?? 0));
  expect(cut?.top).toBe(whole?.top);
  expect(whole?.bottom).toBe(38);
  expect(whole?.top).toBeGreaterThanOrEqual(0);
  expect(38 - (half?.top ?? 0)).toBeCloseTo((38 - (whole?.top ?? 0)) / 2, 2);
  expect(down?.top).toBe(38);
  expect((down?.bottom ?? 0) - 38).toBeCloseTo(38 - (half?.top ?? 0), 2);
  // A change of none is still seen.
  expect((none?.bottom ?? 0) - (none?.top ?? 0)).toBeGreaterThan(0.5);
});

it("small bars stand side by side within the frame, no more of them than pixels", () => {
  for (const count of [1, 3, 140, 141, 1000]) {
    const found = bars(changes(count, (at) => 100 - at / 10));
    expect(found.length).toBeLessThanOrEqual(140);
    expect(found.length).toBeGreaterThanOrEqual(Math.min(count, 70));
    found.slice(1).forEach(({ left }, at) => {
      expect(left).toBeGreaterThan(found[at]?.left ?? 0);
      expect(left).toBeGreaterThanOrEqual((found[at]?.right ?? 0) - 0.02);
    });
    expect(found[0]?.left).toBe(4);
    expect(found.at(-1)?.right).toBeLessThanOrEqual(148);
    // The last bar reaches to nearly the right end: a step of one bar is at most the width over their number.
    expect(144 - (found.at(-1)?.left ?? 0)).toBeLessThanOrEqual(140 / found.length + 140 / count);
  }
});

it("without any change small bars are the patients of each category, the most as high as there is room", () => {
  const each = [0, 1, 1, 1, 1, 3, 3].map((category, at) => patient(at + 1, { category }));
  const found = bars(each);
  const heights = found.map(({ top, bottom }) => Math.round((100 * (bottom - top)) / (76 - 8)));
  expect(heights).toEqual([25, 100, 0, 50, 0]);
  expect(new Set(found.map(({ fill }) => fill)).size).toBe(5);
  for (const [at, { left, right, bottom }] of found.entries()) {
    expect(bottom).toBe(72);
    expect(left).toBeGreaterThanOrEqual(found[at - 1]?.right ?? 4);
    expect(right).toBeLessThanOrEqual(144);
  }
  expect(bars([]).every(({ top, bottom }) => top === bottom)).toBe(true);
});
