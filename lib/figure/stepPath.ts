import { nth } from "../numeric/nth";
import { rounded } from "./svg";

/**
 * A step function in pixels: it has level `ys[i]` from `xs[i]` on, up to the next, and ends at `to`. Only what lies
 * between `top` and `bottom` is drawn.
 */
export interface Steps {
  xs: readonly number[];
  ys: readonly number[];
  to: number;
}

/**
 * Path of a step function cut off at `top` and `bottom`: levels outside are not drawn, jumps across the border are
 * drawn up to it.
 */
export function stepPath({ xs, ys, to }: Steps, top: number, bottom: number): string {
  const inside = (y: number) => y >= top - 1e-6 && y <= bottom + 1e-6;
  const cut = (y: number) => Math.max(top, Math.min(bottom, y));
  let path = "";
  let penDown = false;
  const goTo = (x: number, y: number) => {
    if (!penDown) path += `M${rounded(x)},${rounded(y)}`;
    penDown = true;
  };
  for (let index = 0; index < xs.length; index++) {
    if (index > 0 && cut(nth(ys, index - 1)) !== cut(nth(ys, index))) {
      goTo(nth(xs, index), cut(nth(ys, index - 1)));
      path += `V${rounded(cut(nth(ys, index)))}`;
    }
    const next = index + 1 < xs.length ? nth(xs, index + 1) : to;
    if (!inside(nth(ys, index))) penDown = false;
    else if (next > nth(xs, index)) {
      goTo(nth(xs, index), nth(ys, index));
      path += `H${rounded(next)}`;
    }
  }
  return path;
}
