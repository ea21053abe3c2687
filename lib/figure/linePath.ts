import { nth } from "../numeric/nth";
import { rounded } from "./svg";

/** Path through points in pixels, cut off at `top` and `bottom`. */
export function linePath(xs: readonly number[], ys: readonly number[], top: number, bottom: number): string {
  let path = "";
  let pen: string | null = null;
  for (let index = 1; index < xs.length; index++) {
    const piece = cutPiece([nth(xs, index - 1), nth(ys, index - 1)], [nth(xs, index), nth(ys, index)], top, bottom);
    if (!piece) continue;
    const [from, to] = [inPath(piece[0]), inPath(piece[1])];
    path += `${from === pen ? "" : `M${from}`}L${to}`;
    pen = to;
  }
  return path;
}

type Point = [x: number, y: number];

const inPath = ([x, y]: Point) => `${rounded(x)},${rounded(y)}`;

/** What of a straight piece lies between `top` and `bottom`; null for nothing. */
function cutPiece(a: Point, b: Point, top: number, bottom: number): [Point, Point] | null {
  const rise = b[1] - a[1];
  if (!Number.isFinite(rise)) return null;
  if (rise === 0) return a[1] >= top && a[1] <= bottom ? [a, b] : null;
  const shares = [(top - a[1]) / rise, (bottom - a[1]) / rise].sort((one, other) => one - other);
  const [from, to] = [Math.max(0, nth(shares, 0)), Math.min(1, nth(shares, 1))];
  if (from >= to) return null;
  const at = (share: number): Point => [a[0] + share * (b[0] - a[0]), a[1] + share * rise];
  return [from === 0 ? a : at(from), to === 1 ? b : at(to)];
}
