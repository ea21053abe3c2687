import type { AlterationClass } from "../../../board/genes";
import { bitOf, classesIn, TESTED } from "../../../cohort/genes";
import { element, rounded, type SvgElement } from "../../../figure/svg";
import type { Theme } from "../../../figure/theme";
import type { Track } from "../result";
import { classColors, fillsCell, untested, wildType } from "./colors";
import { trackColor } from "./legend";

interface Place {
  left: number;
  cell: number;
  top: number;
  height: number;
}

/** Cells this wide stand apart; narrower ones that are alike run into one. */
const apart = 3;

/** A gene's cells as one path for each class, whose runs of patients alike are one rectangle. */
export function cellMarks(bits: Uint16Array, mask: number, place: Place, theme: Theme): SvgElement[] {
  const bar = { ...place, top: place.top + place.height / 3, height: place.height / 3 };
  const shown = { all: 0 };
  for (const each of bits) shown.all |= each & mask;
  const classes = classesIn(shown.all);
  const fills = classes.filter((each) => fillsCell.has(each));
  const bars = classes.filter((each) => !fillsCell.has(each));
  const fillMask = fills.reduce((sum, each) => sum | bitOf(each), 0);
  const barMask = bars.reduce((sum, each) => sum | bitOf(each), 0);
  const gravest = (own: number, of: number) => {
    const present = own & of;
    return present & -present;
  };
  const color = (each: AlterationClass) => classColors[theme][each];
  return [
    path(
      runs(bits, (own) => (own & TESTED) !== 0 && (own & fillMask) === 0),
      place,
      wildType[theme],
    ),
    untestedMark(
      runs(bits, (own) => (own & TESTED) === 0),
      place,
      untested[theme],
    ),
    ...fills.map((each) =>
      path(
        runs(bits, (own) => gravest(own, fillMask) === bitOf(each)),
        place,
        color(each),
      ),
    ),
    ...bars.map((each) =>
      path(
        runs(bits, (own) => gravest(own, barMask) === bitOf(each)),
        bar,
        color(each),
      ),
    ),
  ].filter((mark) => mark !== null);
}

/** A track's cells, one path for each level. */
export const trackMarks = (track: Track, place: Place, theme: Theme): SvgElement[] =>
  track.levels.flatMap((_, level) => {
    const mark = path(
      runs(track.codes, (code) => code === level),
      place,
      trackColor(track, level, theme),
    );
    return mark ? [mark] : [];
  });

/** The stretches of patients who are alike: first, and past the last. */
function runs(values: ArrayLike<number>, is: (value: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let from = -1;
  for (let at = 0; at <= values.length; at++) {
    const inside = at < values.length && is(values[at] ?? 0);
    if (inside && from < 0) from = at;
    if (!inside && from >= 0) {
      found.push([from, at]);
      from = -1;
    }
  }
  return found;
}

function path(stretches: [number, number][], { left, cell, top, height }: Place, fill: string): SvgElement | null {
  if (stretches.length === 0) return null;
  const h = rounded(height);
  const box = (x: number, width: number) => `M${rounded(x)},${rounded(top)}h${rounded(width)}v${h}h${rounded(-width)}z`;
  const d = stretches.map(([from, to]) => {
    if (cell < apart) return box(left + from * cell, Math.max(0.6, (to - from) * cell));
    return Array.from({ length: to - from }, (_, at) => box(left + (from + at) * cell, cell - gapOf(cell))).join("");
  });
  return element("path", { d: d.join(""), fill });
}

const gapOf = (cell: number): number => Math.min(1.5, cell * 0.18);

/** Empty cells with a stroke through each, or through every few pixels of a stretch. */
function untestedMark(
  stretches: [number, number][],
  { left, cell, top, height }: Place,
  stroke: string,
): SvgElement | null {
  if (stretches.length === 0) return null;
  const [t, b] = [rounded(top + 0.25), rounded(top + height - 0.25)];
  const line = (x1: number, x2: number) => `M${rounded(x1)},${b}L${rounded(x2)},${t}`;
  const d = stretches.map(([from, to]) => {
    const [x, end] = [left + from * cell, left + to * cell];
    if (cell >= apart) {
      const width = cell - gapOf(cell);
      return Array.from({ length: to - from }, (_, at) => {
        const x1 = x + at * cell + 0.25;
        return `M${rounded(x1)},${t}h${rounded(width - 0.5)}V${b}h${rounded(0.5 - width)}z${line(x1, x1 + width - 0.5)}`;
      }).join("");
    }
    const step = Math.max(5, height / 4);
    const slant = Math.min(step, end - x);
    const count = Math.max(1, Math.floor((end - x) / step));
    return Array.from({ length: count }, (_, at) => line(x + at * step, x + at * step + slant)).join("");
  });
  return element("path", { d: d.join(""), fill: "none", stroke, "stroke-width": 0.7 });
}
