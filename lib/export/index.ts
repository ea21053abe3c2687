import { csvExport } from "./csvExport";
import type { FigureExport } from "./figureExport";
import { pngExport } from "./pngExport";
import { svgExport } from "./svgExport";

export { type ExportRequest, type FigureExport, type Paper, paperOfWidth } from "./figureExport";
export { fileName } from "./fileName";

/** Every way to save a figure, in the order of the menu. */
export const figureExports: readonly FigureExport[] = [svgExport, pngExport, csvExport];
