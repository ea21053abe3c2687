import type { Run } from "../../figure/drawing";
import type { Outline } from "../../figure/outline";
import { glyphsOf } from "../pdf/embeddedFont";
import type { TrueTypeFont } from "../pdf/trueType";

export type Faces = Record<400 | 600, TrueTypeFont>;

/** The letters of a line as outlines, run by run, from its beginning on the line they stand on; downwards as in SVG. */
export function lettersOf(runs: readonly Run[], faces: Faces): { outlines: Outline[]; width: number } {
  let along = 0;
  const outlines = runs.map(({ text, size, weight }) => {
    const font = faces[weight];
    const scale = size / font.unitsPerEm;
    const outline: Outline = [];
    for (const glyph of glyphsOf(font, text)) {
      const left = along;
      for (const { command, to } of font.outline(glyph))
        outline.push({ command, to: to.map(([x, y]) => [left + x * scale, -y * scale]) });
      along += font.advance(glyph) * scale;
    }
    return outline;
  });
  return { outlines, width: along };
}

/** How far left of its place a line of such a width begins. */
export const shiftOf = (anchor: "start" | "middle" | "end", width: number): number =>
  ({ start: 0, middle: width / 2, end: width })[anchor];
