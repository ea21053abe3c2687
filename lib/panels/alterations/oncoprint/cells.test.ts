import { describe, expect, it } from "vitest";
import type { AlterationClass } from "../../../board/genes";
import { bitOf, maskOf, TESTED } from "../../../cohort/genes";
import type { SvgElement } from "../../../figure/svg";
import { cellMarks, trackMarks } from "./cells";
import { classColors, untested, wildType } from "./colors";

type Point = [x: number, y: number];

/** The pieces of a path as the points a pen passes; a closed one does not come back to its first point. */
function pieces(mark: SvgElement): Point[][] {
  const found: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", of = ""] of String(mark.attributes.d).matchAll(/([MLhvV])([^MLhvVz]*)/g)) {
    const [first = 0, second = 0] = of.split(",").map(Number);
    if (command === "M" || command === "L") [x, y] = [first, second];
    else if (command === "h") x += first;
    else y = command === "V" ? first : y + first;
    if (command === "M") found.push([]);
    found.at(-1)?.push([x, y]);
  }
  return found;
}

const boxes = (mark: SvgElement | undefined) =>
  (mark ? pieces(mark) : []).map((points) => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  });

const counted: AlterationClass[] = ["truncating", "missense", "amplification", "deepLoss"];
const patient = (...classes: AlterationClass[]) => classes.reduce((sum, each) => sum | bitOf(each), TESTED);
const draw = (cell: number, ...bits: number[]) => {
  const marks = cellMarks(Uint16Array.from(bits), maskOf(counted), { left: 100, cell, top: 50, height: 30 }, "light");
  return (color: string) => marks.find(({ attributes: { fill, stroke } }) => fill === color || stroke === color);
};
const light = classColors.light;

describe("the cells of a gene", () => {
  it("stand in the order of the patients, each within its own place and apart from the next where there is room", () => {
    const of = draw(10, patient("amplification"), TESTED, patient("amplification"), patient("amplification"));
    const filled = boxes(of(light.amplification));
    expect(filled.map(({ left }) => left)).toEqual([100, 120, 130]);
    expect(boxes(of(wildType.light)).map(({ left }) => left)).toEqual([110]);
    for (const { left, right, top, bottom } of filled) {
      expect(right).toBeGreaterThan(left + 8);
      expect(right).toBeLessThan(left + 10);
      expect([top, bottom]).toEqual([50, 80]);
    }
  });

  it("run into one where patients who are alike are narrow, as wide as they are together", () => {
    const of = draw(2, TESTED, TESTED, TESTED, patient("amplification"), TESTED);
    expect(boxes(of(wildType.light)).map(({ left, right }) => [left, right])).toEqual([
      [100, 106],
      [108, 110],
    ]);
    expect(boxes(of(light.amplification)).map(({ left, right }) => [left, right])).toEqual([[106, 108]]);
    // Of thousands of patients one is still seen.
    const [one] = boxes(draw(0.05, TESTED, patient("amplification"))(light.amplification));
    expect((one?.right ?? 0) - (one?.left ?? 0)).toBeGreaterThan(0.5);
  });

  it("are filled by copy numbers; mutations are a bar over the middle third, and wild type shows around it", () => {
    const of = draw(10, patient("missense"), patient("missense", "deepLoss"));
    expect(boxes(of(light.missense)).map(({ left, top, bottom }) => [left, top, bottom])).toEqual([
      [100, 60, 70],
      [110, 60, 70],
    ]);
    expect(boxes(of(light.deepLoss)).map(({ left, top, bottom }) => [left, top, bottom])).toEqual([[110, 50, 80]]);
    expect(boxes(of(wildType.light)).map(({ left }) => left)).toEqual([100]);
  });

  it("show the gravest of several classes of one kind, and no class that is not counted", () => {
    const of = draw(10, patient("truncating", "missense"), patient("gain", "silent"));
    expect(boxes(of(light.truncating))).toHaveLength(1);
    expect(of(light.missense)).toBeUndefined();
    expect([of(light.gain), of(light.silent)]).toEqual([undefined, undefined]);
    expect(boxes(of(wildType.light)).map(({ left }) => left)).toEqual([100, 110]);
  });

  it("of patients not tested are an outline and a stroke from bottom left to top right, all inside their place", () => {
    const mark = draw(10, TESTED, 0, 0)(untested.light);
    const found = mark ? pieces(mark) : [];
    expect(found).toHaveLength(4);
    for (const place of [0, 1]) {
      const [outline = [], stroke = []] = found.slice(2 * place);
      const left = 110 + 10 * place;
      for (const [x, y] of [...outline, ...stroke]) {
        expect(x).toBeGreaterThanOrEqual(left);
        expect(x).toBeLessThan(left + 10);
        expect(y).toBeGreaterThan(50);
        expect(y).toBeLessThan(80);
      }
      const [first, second, third, fourth] = outline;
      expect([outline.length, second?.[1], third?.[0]]).toEqual([4, first?.[1], second?.[0]]);
      expect(fourth).toEqual([first?.[0], third?.[1]]);
      // The stroke goes from corner to corner.
      expect(stroke).toEqual([fourth, second]);
    }
  });

  it("that are narrow and not tested have strokes every few pixels, none outside the stretch and at least one", () => {
    const strokes = (cell: number, patients: number) => {
      const mark = draw(cell, ...Array.from({ length: patients }, () => 0))(untested.light);
      return mark ? pieces(mark) : [];
    };
    for (const [cell, patients] of [
      [2, 20],
      [2, 1],
      [0.5, 100],
      [2.9, 7],
    ] as const) {
      const found = strokes(cell, patients);
      expect(found.length).toBeGreaterThan(0);
      for (const [from = [0, 0], to = [0, 0]] of found) {
        expect(from[0]).toBeGreaterThanOrEqual(100);
        expect(to[0]).toBeLessThanOrEqual(100 + cell * patients + 0.01);
        expect(to[0]).toBeGreaterThan(from[0]);
        expect(to[1]).toBeLessThan(from[1]);
      }
      // None touches the next, and no more than one more would fit behind the last.
      const ends = found.map(([, to]) => to?.[0] ?? 0);
      found.slice(1).forEach(([from], at) => {
        expect(from?.[0]).toBeGreaterThanOrEqual((ends[at] ?? 0) - 0.01);
      });
      expect(100 + cell * patients - (ends.at(-1) ?? 0)).toBeLessThan(10);
    }
  });
});

it("a track has a cell of the color of each patient's level, and none where it is not known", () => {
  const levels = ["#111111", "#222222", "#333333"].map((color) => ({ label: color, color, response: null }));
  const track = { label: "Arm", levels, ordered: false, codes: Int16Array.of(1, -1, 0, 1) };
  const marks = trackMarks(track, { left: 100, cell: 10, top: 50, height: 8 }, "light");
  expect(marks.map((mark) => [mark.attributes.fill, boxes(mark).map(({ left }) => left)])).toEqual([
    ["#111111", [120]],
    ["#222222", [100, 130]],
  ]);
});
