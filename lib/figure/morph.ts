import { nth } from "../numeric/nth";
import { rounded } from "./svg";

/**
 * A step curve as it is drawn, by its corners from left to right: it has level `ys[i]` from `xs[i]` on, up to `end`.
 */
export interface DrawnLevels {
  xs: number[];
  ys: number[];
  end: number;
}

/** The levels of paths written by `stepPath` (M, H and V, absolute), in the order drawn. */
export function levelsOf(paths: readonly string[]): DrawnLevels {
  const xs: number[] = [];
  const ys: number[] = [];
  let x = 0;
  const put = (y: number) => {
    if (xs.length > 0 && xs[xs.length - 1] === x) ys[ys.length - 1] = y;
    else {
      xs.push(x);
      ys.push(y);
    }
  };
  for (const path of paths)
    for (const [, command, numbers = ""] of path.matchAll(/([MHV])([^MHV]*)/g)) {
      if (command === "H") x = Number(numbers);
      else if (command === "V") put(Number(numbers));
      else {
        const [at = Number.NaN, level = Number.NaN] = numbers.split(",").map(Number);
        x = at;
        put(level);
      }
    }
  return { xs, ys, end: x };
}

/** The level drawn at `x`; beyond the ends the nearest. */
export function levelAtPixel({ xs, ys }: DrawnLevels, x: number): number {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nth(xs, middle) <= x) low = middle + 1;
    else high = middle;
  }
  return nth(ys, Math.max(0, low - 1));
}

/**
 * A path a share of the way from one drawn curve to another: levels and ends move, and every jump of either is a jump.
 */
export function between(from: DrawnLevels, to: DrawnLevels, share: number): string {
  if (from.xs.length === 0 || to.xs.length === 0) return "";
  const mix = (a: number, b: number) => a + (b - a) * share;
  const end = mix(from.end, to.end);
  const xs = [...new Set([...from.xs, ...to.xs])].filter((x) => x <= end).sort((a, b) => a - b);
  let path = "";
  xs.forEach((x, index) => {
    const y = rounded(mix(levelAtPixel(from, x), levelAtPixel(to, x)));
    path += index === 0 ? `M${rounded(x)},${y}` : `V${y}`;
    path += `H${rounded(xs[index + 1] ?? end)}`;
  });
  return path;
}
