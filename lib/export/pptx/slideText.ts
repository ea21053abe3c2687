import type Presentation from "pptxgenjs";

/** What a slide is written with. */
export type Slide = Pick<Presentation.Slide, "addText" | "addTable" | "addNotes"> & {
  addShape(...shape: Parameters<Presentation.Slide["addShape"]>): unknown;
};

/**
 * Texts of slides in a font that every machine has; its capitals and widths are close to those the figure was laid out
 * with.
 */
export const slideFont = "Arial";

export const pointsPerInch = 72;
/** Pixels of a figure. */
export const perInch = 96;
/** The smallest letters, in points. */
export const smallest = 10;
/** Where the figure of a slide begins, in inches. */
export const origin = { x: 0.45, y: 1.3 };

/** What a slide says to those who do not see it: of its figure, and of its table. */
export interface Spoken {
  figure: string;
  table: string;
}

/** Where the title of every slide stands, and how. */
export const titleLook = {
  x: 0.45,
  y: 0.2,
  w: 12.4,
  h: 0.6,
  margin: 0,
  fontFace: slideFont,
  fontSize: 28,
  bold: true,
  color: "0F172A",
  align: "left" as const,
  valign: "middle" as const,
};

/** Arial's height above the baseline, in em. */
export const ascent = 0.905;

/** "#1d4ed8" as slides have it. */
export const hex = (color: string) => color.slice(1).toUpperCase();
