import type { Panel } from "../board/board";
import type { Sheet } from "../panels/kaplanMeier/sheet";
import type { PanelResult } from "../panels/result";

/** What is exported: the result and options that are on the screen, and the paper they are laid out on again. */
export interface ExportRequest {
  result: PanelResult;
  options: Panel["figure"];
  paper: Paper;
  /** Inter as base64 of a WOFF2 file, to be embedded. */
  font: string;
}

/** Size of a figure in print. */
export interface Paper {
  widthMm: number;
  heightMm: number;
  textPt: number;
  /** Of images made of pixels. */
  dpi: number;
}

/** One way to save a figure; its file is one line of the registry. */
export interface FigureExport {
  id: string;
  label: string;
  extension: string;
  write(request: ExportRequest): Promise<Blob>;
}

export const pixelsPerMm = 96 / 25.4;

/** A figure of a journal's width: 7 pt text, 6 pt in narrow columns, and a height that leaves the plot its shape. */
export function paperOfWidth(widthMm: number, dpi = 300): Paper {
  const narrow = widthMm < 120;
  return { widthMm, heightMm: Math.round(widthMm * (narrow ? 0.95 : 0.7)), textPt: narrow ? 6 : 7, dpi };
}

/** The sheet for a paper: always light, with title and caption, as detailed as print can show. */
export function printSheet({ widthMm, heightMm, textPt }: Paper): Sheet {
  return {
    width: widthMm * pixelsPerMm,
    height: heightMm * pixelsPerMm,
    text: (textPt * 96) / 72,
    theme: "light",
    titleInside: true,
    pixelRatio: 8,
  };
}
