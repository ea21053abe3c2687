import { type RefObject, useLayoutEffect, useRef } from "react";
import { between, type DrawnLevels, levelsOf } from "../../../lib/figure/morph";
import { nth } from "../../../lib/numeric/nth";
import { curveId } from "../../../lib/panels/curves/drawn";
import type { Figure } from "../../../lib/panels/curves/figure";
import { curvePaths } from "../../../lib/panels/curves/reading/curvePaths";

const duration = 200;

/**
 * Lets curves glide to where another filter puts them, unless the reader asked for less motion or figures follow each
 * other as they do while something is dragged: then each is shown at once. The truth is the figure's tree: every run
 * begins and ends by writing its paths, so that nothing on the way can stay.
 */
export function useMorph(place: RefObject<HTMLElement | null>, figure: Figure | null): void {
  /** The figure before, and what of its curves was on the screen when it was left. */
  const seen = useRef<{ figure: Figure; shown: Map<string, DrawnLevels>; since: number } | null>(null);
  useLayoutEffect(() => {
    if (!place.current || !figure) return;
    const before = seen.current;
    const curves = curvesOf(place.current, figure);
    const settle = () => {
      for (const { paths } of curves) for (const { path, d } of paths) path.setAttribute("d", d);
    };
    settle();
    const shown = new Map(curves.map(({ id, end }) => [id, end]));
    const begin = performance.now();
    seen.current = { figure, shown, since: begin };
    if (!before || begin - before.since < duration || !glides(before.figure, figure)) return;
    const moves = curves.flatMap((curve) => {
      const from = before.shown.get(curve.id);
      return from && from.xs.length > 0 && curve.end.xs.length > 0 ? [{ ...curve, from }] : [];
    });
    let frame = 0;
    const draw = (now: number) => {
      const share = ease(Math.min(1, Math.max(0, (now - begin) / duration)));
      for (const { id, from, end, paths } of moves) {
        const d = between(from, end, share);
        shown.set(id, share === 1 ? end : levelsOf([d]));
        // While it moves a curve is one path; its paler stretches come back at the end.
        nth(paths, 0).path.setAttribute("d", d);
        for (const { path } of paths.slice(1)) path.setAttribute("d", "M0,0");
      }
      if (share < 1) frame = requestAnimationFrame(draw);
      else settle();
    };
    draw(begin);
    return () => cancelAnimationFrame(frame);
  }, [place, figure]);
}

const ease = (share: number) => 1 - (1 - share) ** 3;

/**
 * Curves glide where only who is counted changed: not with the size of the page, the scale or the theme, nor for those
 * who asked for less motion.
 */
function glides(before: Figure, now: Figure): boolean {
  const axes = ({ width, height, theme, value, time, plot }: Figure) =>
    JSON.stringify([width, height, theme, value, time, plot]);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return !still && now.drawn.shape === "steps" && otherValues(before, now) && axes(before) === axes(now);
}

/** Not where only the words or looks of the same curves are others. */
const otherValues = ({ drawn: before }: Figure, { drawn: now }: Figure) =>
  before.curves.length !== now.curves.length ||
  before.curves.some(({ points }, index) => points.value !== nth(now.curves, index).points.value);

/** Each curve with its elements on the page and the paths they must end with. */
function curvesOf(place: HTMLElement, { tree, drawn }: Figure) {
  return [...curvePaths(tree)].flatMap(([index, ds]) => {
    const elements = place.querySelectorAll(`[data-part="curve"][data-group="${index}"] path`);
    const paths = ds.flatMap((d, at) => (elements[at] ? [{ path: elements[at], d }] : []));
    const curve = drawn.curves[index];
    return curve && paths.length > 0 ? [{ id: curveId(curve.key), paths, end: levelsOf(ds) }] : [];
  });
}
