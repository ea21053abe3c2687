import { serialize } from "../figure/svg";
import { type DrawnFigure, panelDrawings } from "../panels/drawings";
import { type ExportRequest, type FigureExport, pixelsPerMm, printSheet } from "./figureExport";

/** A vector file that opens alone: live text, the font inside, its size in millimeters. */
export const svgExport: FigureExport = {
  id: "svg",
  label: "SVG, vector with live text",
  extension: "svg",
  write: async (request) => new Blob([svgText(request).text], { type: "image/svg+xml" }),
};

/** The file's text and the figure it was made of. */
export function svgText({ result, options, paper, font }: ExportRequest): { text: string; figure: DrawnFigure } {
  const figure = panelDrawings[result.kind].figure(result, options, printSheet(paper));
  const size = { width: millimeters(figure.width), height: millimeters(figure.height) };
  const tree = { ...figure.tree, attributes: { ...figure.tree.attributes, ...size } };
  return { text: serialize(tree, { embedFont: font }).text, figure };
}

const millimeters = (pixels: number) => `${Math.round((pixels / pixelsPerMm) * 100) / 100}mm`;
