import { describe, expect, it } from "vitest";
import { glyphOutline } from "./glyphOutline";

type Drawn = [x: number, y: number, on: boolean];

/** A simple glyph as OpenType's table glyf has it, every coordinate in two bytes: how far it lies from the one before. */
function glyph(...contours: Drawn[][]): number[] {
  const word = (value: number) => [(value >> 8) & 255, value & 255];
  const points = contours.flat();
  const ends = contours.map((_, place) => contours.slice(0, place + 1).flat().length - 1);
  const steps = (axis: 0 | 1) => points.flatMap((point, at) => word(point[axis] - (points[at - 1]?.[axis] ?? 0)));
  const bytes = [
    ...word(contours.length),
    ...Array<number>(8).fill(0),
    ...ends.flatMap(word),
    ...word(0),
    ...points.map(([, , on]) => (on ? 1 : 0)),
    ...steps(0),
    ...steps(1),
  ];
  return bytes.length % 2 ? [...bytes, 0] : bytes;
}

function outlineOf(...contours: Drawn[][]): string {
  const bytes = Uint8Array.from(glyph(...contours));
  const made = glyphOutline(new DataView(bytes.buffer), () => ({ start: 0, end: bytes.length }), 0);
  const said = (value: number) => String(Math.round(value * 100) / 100);
  return made.map(({ command, to }) => [command, ...to.map((at) => at.map(said).join(","))].join(" ")).join(" ");
}

describe("the outline of a glyph", () => {
  it("has all points on the curve in their order, and ends where it began", () => {
    expect(
      outlineOf([
        [0, 0, true],
        [10, 0, true],
        [10, 20, true],
        [0, 20, true],
      ]),
    ).toBe("M 0,0 L 10,0 L 10,20 L 0,20 L 0,0 Z");
  });

  it("has a control between two points as a cubic curve: two thirds of the way to it from either end", () => {
    expect(
      outlineOf([
        [0, 0, true],
        [30, 0, false],
        [30, 30, true],
      ]),
    ).toBe("M 0,0 C 20,0 30,10 30,30 L 0,0 Z");
  });

  it("has a point in the middle of two controls", () => {
    // (0, 0) by (30, 0) to the middle (30, 15), from there by (30, 30) to (0, 30).
    expect(
      outlineOf([
        [0, 0, true],
        [30, 0, false],
        [30, 30, false],
        [0, 30, true],
      ]),
    ).toBe("M 0,0 C 20,0 30,5 30,15 C 30,25 20,30 0,30 L 0,0 Z");
  });

  it("begins at the first point on the curve where a control comes before it, and leaves out none", () => {
    expect(
      outlineOf([
        [30, 0, false],
        [30, 30, true],
        [0, 30, true],
        [0, 0, true],
      ]),
    ).toBe("M 30,30 L 0,30 L 0,0 C 20,0 30,10 30,30 Z");
  });

  it("begins between its first and last control where no point is on the curve", () => {
    const [first, ...others] = outlineOf([
      [6, 0, false],
      [6, 6, false],
      [0, 6, false],
      [0, 0, false],
    ]).split(" C ");
    expect(first).toBe("M 3,0");
    expect(others.map((curve) => curve.replace(" Z", "").split(" ").at(-1))).toEqual(["6,3", "3,6", "0,3", "3,0"]);
  });

  it("has each of its contours, and none of a single point or of an empty glyph", () => {
    const square: Drawn[] = [
      [0, 0, true],
      [9, 0, true],
      [9, 9, true],
    ];
    const hole: Drawn[] = [
      [2, 1, true],
      [4, 1, true],
      [4, 3, true],
    ];
    expect(outlineOf(square, [[5, 5, true]], hole)).toBe("M 0,0 L 9,0 L 9,9 L 0,0 Z M 2,1 L 4,1 L 4,3 L 2,1 Z");
    expect(glyphOutline(new DataView(new ArrayBuffer(4)), () => ({ start: 2, end: 2 }), 0)).toEqual([]);
  });
});
