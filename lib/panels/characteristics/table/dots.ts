import { groupColor } from "../../../figure/palette";
import { element, rounded, type SvgElement } from "../../../figure/svg";
import type { Inks, Theme } from "../../../figure/theme";
import type { Metrics } from "../../sheet/sheet";
import type { CharacteristicRow, Difference } from "../result";
import { dashed, noteworthy } from "../result";

/** Standardized differences along a line from 0; those beyond its end stand there as an arrow. */
export interface DotAxis {
  left: number;
  right: number;
  most: number;
}

const widest = 1;

/** The axis over the differences of some rows. */
export function dotAxis(rows: readonly CharacteristicRow[], { left, right }: { left: number; right: number }): DotAxis {
  const finite = rows.flatMap(({ difference }) =>
    difference && Number.isFinite(difference.value) ? [difference.value] : [],
  );
  return { left, right, most: Math.min(widest, Math.max(0.4, ...finite.map((value) => value * 1.08))) };
}

export const placeOn = ({ left, right, most }: DotAxis, value: number): number =>
  left + (Math.min(value, most) / most) * (right - left);

/** Teal for groups that are alike, orange for those that are not: the first steps of the ordered palette. */
export const dotColor = ({ value }: Difference, theme: Theme): string =>
  groupColor(value > noteworthy ? 1 : 0, 3, true, theme);

/** The line, the dashes, and the dot at the difference. */
export function dotMarks(
  difference: Difference,
  axis: DotAxis,
  middle: number,
  { text, hair }: Metrics,
  ink: Inks & { theme: Theme },
): SvgElement[] {
  const at = placeOn(axis, dashed);
  return [
    line(axis.left, middle, axis.right, middle, ink.grid, hair),
    line(
      at,
      middle - text * 0.6,
      at,
      middle + text * 0.6,
      ink.faint,
      hair,
      `${rounded(text / 6)} ${rounded(text / 6)}`,
    ),
    dotMark(difference, axis, middle, text * 0.32, ink.theme),
  ];
}

/** A dot, or an arrow where the difference lies beyond the axis. */
export function dotMark(
  difference: Difference,
  axis: DotAxis,
  middle: number,
  radius: number,
  theme: Theme,
): SvgElement {
  const fill = dotColor(difference, theme);
  if (difference.value <= axis.most)
    return element("circle", { cx: placeOn(axis, difference.value), cy: middle, r: radius, fill });
  const [x, y] = [rounded(axis.right + radius), rounded(middle)];
  const size = rounded(radius * 2);
  return element("path", { d: `M${x},${y}l${-size},${-rounded(radius * 1.2)}v${rounded(radius * 2.4)}z`, fill });
}

export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width: number,
  dash?: string,
): SvgElement => element("line", { x1, y1, x2, y2, stroke, "stroke-width": width, "stroke-dasharray": dash });

/** Ticks of such an axis, 0.1 among them. */
export const dotTicks = ({ most }: DotAxis): number[] => [0.1, 0.3, 0.5, 0.7, 0.9].filter((tick) => tick <= most);

export const differencesOf = (rows: readonly CharacteristicRow[]) =>
  rows
    .flatMap(({ label, difference }) => (difference ? [{ label, difference }] : []))
    .sort((a, b) => b.difference.value - a.difference.value);
