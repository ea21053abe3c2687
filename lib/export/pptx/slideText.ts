import type Presentation from "pptxgenjs";

export type Slide = Presentation.Slide;

/**
 * Texts of slides in a font that every machine has; its capitals and widths are close to those the figure was laid out
 * with.
 */
export const slideFont = "Arial";

/** Arial's height above the baseline, in em. */
export const ascent = 0.905;

/** "#1d4ed8" as slides have it. */
export const hex = (color: string) => color.slice(1).toUpperCase();
