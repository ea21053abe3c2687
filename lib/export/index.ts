import { atRiskExport, statisticsExport, stepsExport } from "./csvExport";
import { dataSetExport } from "./dataSetExport";
import { paperExport } from "./docx/paperExport";
import { wordExport } from "./docx/wordExport";
import type { ExportFormat } from "./exportFormat";
import { handoutExport } from "./handout/handoutExport";
import { htmlReportExport } from "./htmlReportExport";
import { epsExport } from "./outlined/epsExport";
import { pdfExport } from "./pdfExport";
import { clipboardExport, pngExport } from "./pngExport";
import { pptxExport } from "./pptx/pptxExport";
import { svgExport } from "./svgExport";
import { tidyExport } from "./tidy/tidyExport";
import { tiffExport } from "./tiff/tiffExport";

/** Every way to save, in the order of the menu. */
export const exportFormats: readonly ExportFormat[] = [
  pdfExport,
  svgExport,
  pngExport,
  tiffExport,
  epsExport,
  clipboardExport,
  statisticsExport,
  atRiskExport,
  stepsExport,
  wordExport,
  pptxExport,
  handoutExport,
  paperExport,
  htmlReportExport,
  tidyExport,
  dataSetExport,
];
