import { atRiskExport, statisticsExport, stepsExport } from "./csvExport";
import { dataSetExport } from "./dataSetExport";
import type { ExportFormat } from "./exportFormat";
import { pdfExport } from "./pdfExport";
import { clipboardExport, pngExport } from "./pngExport";
import { svgExport } from "./svgExport";

/** Every way to save, in the order of the menu. */
export const exportFormats: readonly ExportFormat[] = [
  pdfExport,
  svgExport,
  pngExport,
  clipboardExport,
  statisticsExport,
  atRiskExport,
  stepsExport,
  dataSetExport,
];
