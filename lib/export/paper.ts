import type { Sheet } from "../panels/sheet/sheet";

/** Size of a figure in print. */
export interface Paper {
  widthMm: number;
  heightMm: number;
  textPt: number;
  /** The tallest a page may be; missing: its height. */
  tallestMm?: number;
  /** Without title and caption inside, as journals set them beside it. */
  bare?: boolean;
  /** Without color. */
  gray?: boolean;
  /** Several panels as one figure, by their ids in the order of their letters, in rows of so many. */
  together?: { panels: readonly string[]; columns: number };
  /** Letters are drawn as outlines, in a file that could have them as text. */
  outlined?: boolean;
  /** Of images made of pixels. */
  dpi: number;
}

export const pixelsPerMm = 96 / 25.4;
export const pixelsPerPoint = 96 / 72;

/** No text of a printed figure may be smaller. */
export const smallestPt = 5;

export interface PaperSize {
  id: string;
  label: string;
  paper: Paper;
}

/** Widths that journals ask for, and a slide; named by their width alone. */
export const paperSizes: readonly PaperSize[] = [
  ...[80, 89, 183, 190].map((width) => ({ id: String(width), label: `${width} mm`, paper: paperOfWidth(width) })),
  { id: "slide", label: "Slide, 16:9", paper: { widthMm: 338.67, heightMm: 190.5, textPt: 16, dpi: 150 } },
];

/** A figure of a given width: 7 pt text, 6 pt in narrow columns, and a height that leaves the plot its shape. */
export function paperOfWidth(widthMm: number, dpi = 300): Paper {
  const narrow = widthMm < 120;
  const heightMm = Math.round(widthMm * (narrow ? 0.95 : 0.7));
  return { widthMm, heightMm, tallestMm: Math.max(heightMm, 240), textPt: narrow ? 6 : 7, dpi };
}

/** The paper with another size, and everything else that was chosen; panels together have a height for their rows. */
export function resized(paper: Paper, { widthMm, heightMm, tallestMm, textPt }: Paper): Paper {
  const { together, outlined, bare, gray, dpi } = paper;
  return {
    widthMm,
    heightMm: together ? heightTogether(widthMm, together) : heightMm,
    textPt,
    dpi,
    ...(tallestMm !== undefined && { tallestMm }),
    ...(outlined !== undefined && { outlined }),
    ...(bare !== undefined && { bare }),
    ...(gray !== undefined && { gray }),
    ...(together && { together }),
  };
}

/** A height, in millimeters, that leaves each of the panels the shape of a figure. */
export function heightTogether(widthMm: number, { panels, columns }: NonNullable<Paper["together"]>): number {
  const beside = Math.min(columns, panels.length);
  return Math.min(240, Math.round((Math.ceil(panels.length / columns) * widthMm * 0.85) / beside));
}

/**
 * The sheet for a paper: always light, with title and caption, as detailed as print can show. `page`: which page is
 * drawn of a figure that may have several; null: all on one, however tall.
 */
export function printSheet({ widthMm, heightMm, tallestMm, textPt }: Paper, page: number | null = null): Sheet {
  return {
    ...(page === null ? {} : { page: { tallest: (tallestMm ?? heightMm) * pixelsPerMm, number: page } }),
    width: widthMm * pixelsPerMm,
    height: heightMm * pixelsPerMm,
    text: textPt * pixelsPerPoint,
    theme: "light",
    titleInside: true,
    alone: true,
    pixelRatio: 8,
  };
}
