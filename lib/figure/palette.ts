import { interpolateHcl, piecewise, rgb } from "d3";
import type { DashName } from "../board/figureOptions";
import { nth } from "../numeric/nth";
import type { Theme } from "./theme";

/**
 * Twelve colors after the hues of Okabe and Ito, darkened or lightened until each stands out 3:1 from the ground. The
 * first six stay apart under red-, green- and blue-blindness; from the seventh on the dash tells neighbors apart.
 */
const categorical: Record<Theme, readonly string[]> = {
  light: [
    "#1d4ed8",
    "#5a6980",
    "#c2410c",
    "#00916a",
    "#701a5c",
    "#2b9be0",
    "#a87b00",
    "#111827",
    "#cf6ba0",
    "#4d5b00",
    "#0b5563",
    "#8a4b2a",
  ],
  dark: [
    "#7ea3ff",
    "#a9b6c8",
    "#ff8a4c",
    "#3ccf9e",
    "#c56ad0",
    "#6fd3ff",
    "#e3b53c",
    "#f4f7fb",
    "#ffc4dc",
    "#8c9a2f",
    "#2f93a3",
    "#b9795a",
  ],
};

/** From low to high: teal, orange, plum. */
const ordered: Record<Theme, readonly string[]> = {
  light: ["#0f766e", "#b45309", "#7a2a6b"],
  dark: ["#3fd6c2", "#f0a35a", "#b86fb2"],
};

/** Dashes in multiples of the line width; the first is solid. */
const dashesByName = {
  solid: [],
  long: [6, 1.5],
  short: [2.4, 1.2],
  dashDot: [9, 1.3, 1.6, 1.3],
  medium: [4, 1.2],
  longDots: [12, 1.2, 1.4, 1.2, 1.4, 1.2],
} satisfies Record<DashName, number[]>;
const dashes: readonly number[][] = Object.values(dashesByName);

/**
 * Color of the group at `place` among `count`; after twelve unordered ones the colors come round again with other
 * dashes.
 */
export function groupColor(place: number, count: number, isOrdered: boolean, theme: Theme): string {
  if (!isOrdered) return nth(categorical[theme], place % categorical[theme].length);
  const steps = Math.max(2, count - 1);
  return rgb(piecewise(interpolateHcl, [...ordered[theme]])(Math.min(1, place / steps))).formatHex();
}

/**
 * Dash of the group at `place` for a line of the given width; undefined is solid. Shifted by one each round, so that
 * colors close to each other differ.
 */
export function groupDash(place: number, width: number): string | undefined {
  return inPixels(nth(dashes, (place + Math.floor(place / dashes.length)) % dashes.length), width);
}

/** A dash the user chose, for a line of the given width. */
export const namedDash = (name: DashName, width: number) => inPixels(dashesByName[name], width);

function inPixels(pattern: readonly number[], width: number): string | undefined {
  return pattern.length === 0 ? undefined : pattern.map((length) => Math.round(length * width * 100) / 100).join(" ");
}
