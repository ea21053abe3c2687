import type { Point } from "../../figure/matrix";
import type { Outline, Segment } from "../../figure/outline";
import { nth } from "../../numeric/nth";

type Where = (glyph: number) => { start: number; end: number };

/**
 * The outline of a glyph in units of the em, upwards from the line the letters stand on, with its components in their
 * places; empty where it has none. Source: OpenType 1.9, glyf.
 */
export function glyphOutline(glyf: DataView, where: Where, glyph: number, depth = 0): Outline {
  const { start, end } = where(glyph);
  if (start === end || depth > 5) return [];
  const contours = glyf.getInt16(start);
  return contours >= 0 ? simple(glyf, start, contours) : composite(glyf, where, start + 10, depth);
}

function simple(glyf: DataView, start: number, contours: number): Outline {
  const ends = Array.from({ length: contours }, (_, contour) => glyf.getUint16(start + 10 + 2 * contour));
  const count = contours === 0 ? 0 : nth(ends, contours - 1) + 1;
  let at = start + 10 + 2 * contours;
  at += 2 + glyf.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyf.getUint8(at++);
    const times = flag & 8 ? 1 + glyf.getUint8(at++) : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const along = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += (flag & same ? 1 : -1) * glyf.getUint8(at++);
      else if (!(flag & same)) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = along(2, 16);
  const ys = along(4, 32);
  const points = flags.map((flag, place) => ({ on: (flag & 1) === 1, at: [nth(xs, place), nth(ys, place)] as Point }));
  return ends.flatMap((last, contour) =>
    contourOf(points.slice(contour === 0 ? 0 : nth(ends, contour - 1) + 1, last + 1)),
  );
}

const middle = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];
const towards = ([ax, ay]: Point, [bx, by]: Point): Point => [ax + (2 / 3) * (bx - ax), ay + (2 / 3) * (by - ay)];

/** Points off the curve are controls of quadratic curves; between two of them lies one on it. */
function contourOf(points: { on: boolean; at: Point }[]): Segment[] {
  if (points.length < 2) return [];
  const first = points.findIndex(({ on }) => on);
  const from = first >= 0 ? nth(points, first).at : middle(nth(points, 0).at, nth(points, points.length - 1).at);
  const rest = first >= 0 ? [...points.slice(first + 1), ...points.slice(0, first)] : points;
  const made: Segment[] = [{ command: "M", to: [from] }];
  let at = from;
  let control: Point | null = null;
  const to = (end: Point) => {
    made.push(
      control ? { command: "C", to: [towards(at, control), towards(end, control), end] } : { command: "L", to: [end] },
    );
    at = end;
    control = null;
  };
  for (const point of rest) {
    if (point.on) to(point.at);
    else {
      if (control) to(middle(control, point.at));
      control = point.at;
    }
  }
  to(from);
  return [...made, { command: "Z", to: [] }];
}

function composite(glyf: DataView, where: Where, start: number, depth: number): Outline {
  const made: Outline = [];
  for (let at = start, more = true; more; ) {
    const flags = glyf.getUint16(at);
    const glyph = glyf.getUint16(at + 2);
    at += 4;
    const words = (flags & 1) !== 0;
    const [dx, dy] = words ? [glyf.getInt16(at), glyf.getInt16(at + 2)] : [glyf.getInt8(at), glyf.getInt8(at + 1)];
    at += words ? 4 : 2;
    const fraction = () => {
      at += 2;
      return glyf.getInt16(at - 2) / 16384;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & 8) a = d = fraction();
    else if (flags & 64) [a, d] = [fraction(), fraction()];
    else if (flags & 128) [a, b, c, d] = [fraction(), fraction(), fraction(), fraction()];
    if (!(flags & 2)) throw new Error("a glyph of the font is put together by points");
    for (const { command, to } of glyphOutline(glyf, where, glyph, depth + 1))
      made.push({ command, to: to.map(([x, y]) => [a * x + c * y + dx, b * x + d * y + dy]) });
    more = (flags & 32) !== 0;
  }
  return made;
}
