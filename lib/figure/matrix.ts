export type Point = readonly [number, number];

/** An affine map as in SVG: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const unchanged: Matrix = [1, 0, 0, 1, 0, 0];

export const placed = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

/** First `inner`, then `outer`. */
function composed(outer: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  const [A, B, C, D] = outer;
  const [x, y] = placed(outer, [e, f]);
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, x, y];
}

/** How many times longer a length is after the map. */
export const scaleOf = ([a, b]: Matrix): number => Math.hypot(a, b);

/** The map of a `transform` attribute made of translate, rotate and one scale for both axes, within `above`. */
export function transformOf(text: string, above: Matrix): Matrix {
  return [...text.matchAll(/(?<![a-z])([a-z]+)\(([^()]*)\)/gi)].reduce((sofar, [, name = "", list = ""]) => {
    const numbers = list.split(/[\s,]+/).map(Number);
    return composed(sofar, step(name, numbers));
  }, above);
}

function step(name: string, [first = Number.NaN, x = 0, y = 0]: number[]): Matrix {
  switch (name) {
    case "translate":
      return [1, 0, 0, 1, first, x];
    case "scale":
      return [first, 0, 0, first, 0, 0];
    case "rotate": {
      const [sin, cos] = [Math.sin((first * Math.PI) / 180), Math.cos((first * Math.PI) / 180)];
      return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
    }
    default:
      throw new Error(`a figure has a transform “${name}” that files cannot write`);
  }
}
