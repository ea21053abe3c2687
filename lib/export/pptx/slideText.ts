import type Presentation from "pptxgenjs";

export type Slide = Presentation.Slide;

/**
 * Texts of slides in a font that every machine has; its capitals and widths are close to those the figure was laid out
 * with.
 */
export const slideFont = "Arial";

export const pointsPerInch = 72;

/** What a slide says to those who do not see it: of its figure, and of its table. */
export interface Spoken {
  figure: string;
  table: string;
}

/** Arial's height above the baseline, in em. */
export const ascent = 0.905;

/** "#1d4ed8" as slides have it. */
export const hex = (color: string) => color.slice(1).toUpperCase();
