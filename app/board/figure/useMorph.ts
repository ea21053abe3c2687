import { type RefObject, useLayoutEffect, useRef } from "react";
import { between, type DrawnLevels, levelsOf } from "../../../lib/figure/morph";
import type { Figure } from "../../../lib/panels/kaplanMeier/figure";

const duration = 200;

/** What of a figure decides whether curves glide: the same axes with another result. */
interface Seen {
  figure: Figure;
  levels: Map<string, DrawnLevels>;
}

/**
 * Lets curves glide to where another filter puts them, unless the reader asked for less motion. The paths written on the way are of this
 * effect; it ends with those of the figure.
 */
export function useMorph(place: RefObject<HTMLElement | null>, figure: Figure | null): void {
  const seen = useRef<Seen | null>(null);
  useLayoutEffect(() => {
    if (!place.current || !figure) return;
    const before = seen.current;
    const curves = curvesOf(place.current, figure);
    const shown = new Map<string, DrawnLevels>();
    seen.current = { figure, levels: shown };
    for (const { level, end } of curves) shown.set(level, end);
    if (!before || !glides(before.figure, figure)) return;
    const moves = curves.flatMap((curve) => {
      const from = before.levels.get(curve.level);
      return from && from.xs.length > 0 && curve.end.xs.length > 0 ? [{ ...curve, from }] : [];
    });
    const begin = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const share = ease(Math.min(1, (now - begin) / duration));
      for (const { level, from, end, lead, paths } of moves) {
        const d = between(from, end, share);
        shown.set(level, levelsOf([d]));
        lead.setAttribute("d", share === 1 ? paths[0].d : d);
        // While it moves a curve is one path; its paler stretches come back at the end.
        for (const { path, d: own } of paths.slice(1)) path.setAttribute("d", share === 1 ? own : "M0,0");
        if (share === 1) shown.set(level, end);
      }
      if (share < 1) frame = requestAnimationFrame(draw);
    };
    draw(begin);
    return () => {
      cancelAnimationFrame(frame);
      for (const { paths } of moves) for (const { path, d } of paths) path.setAttribute("d", d);
    };
  }, [place, figure]);
}

const ease = (share: number) => 1 - (1 - share) ** 3;

/** Curves glide where only who is counted changed: not with the size of the page, the scale or the theme, nor for those who asked for less motion. */
function glides(before: Figure, now: Figure): boolean {
  const axes = ({ width, height, theme, value, time }: Figure) => JSON.stringify([width, height, theme, value, time]);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return !still && before.result !== now.result && axes(before) === axes(now);
}

function curvesOf(place: HTMLElement, { result }: Figure) {
  return [...place.querySelectorAll<SVGGElement>('[data-part="curve"]')].flatMap((curve) => {
    const paths = [...curve.querySelectorAll("path")].map((path) => ({ path, d: path.getAttribute("d") ?? "" }));
    const group = result.groups[Number(curve.dataset.group)];
    if (!group || paths.length === 0) return [];
    return [{ level: group.level, lead: paths[0].path, paths, end: levelsOf(paths.map(({ d }) => d)) }];
  });
}
