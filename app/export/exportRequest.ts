import { loadScripts } from "../../lib/export/dataSetExport";
import { loadWord } from "../../lib/export/docx/wordExport";
import {
  type ExportedPanel,
  type ExportFormat,
  type ExportRequest,
  exportedPanels,
} from "../../lib/export/exportFormat";
import { guardedFile, mergedScores } from "../../lib/export/guard";
import { loadReport } from "../../lib/export/htmlReportExport";
import type { Paper } from "../../lib/export/paper";
import { loadPdf } from "../../lib/export/pdfExport";
import { loadPresentations } from "../../lib/export/pptx/pptxExport";
import type { Privacy } from "../../lib/export/privacy";
import { loadEstimates } from "../../lib/export/tidy/tidyExport";
import { shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";
import { theClient } from "../analysis";
import { part } from "../parts/part";
import { factsOf } from "./facts";
import { loadFonts } from "./fonts";
import { canvasPictures } from "./pictures";

// Fetched with the other parts of the page; the format asks for it itself.
part(loadPresentations);
part(loadWord);
part(loadScripts);
part(loadEstimates);
part(loadPdf);
part(loadReport);

/** Small groups of a panel. */
export const groupsOf = ({ panel, result }: ExportedPanel) => shownKinds[panel.kind].groups(result);

/**
 * What a format is given to write: panels with small groups are analyzed again as the user chose. Null where nothing is
 * left to write.
 */
export async function exportRequest(
  answer: Answer,
  shown: ExportedPanel,
  format: ExportFormat,
  { paper, privacy }: { paper: Paper; privacy: Privacy },
): Promise<ExportRequest | null> {
  const wanted = format.section === "Whole board" ? exportedPanels(answer.snapshot.panels) : [shown];
  const { board, snapshot, panels, without } = await guarded(answer, wanted, privacy);
  // Never the panel as it is on the screen: it may have a group that was to be left out.
  const same = panels.find(({ panel }) => panel.id === shown.panel.id) ?? panels[0];
  if (!same) return null;
  return {
    shown: same,
    panels,
    without,
    paper,
    privacy,
    facts: factsOf({ board, snapshot: snapshot ?? answer.snapshot }),
    board,
    dataSet: () =>
      theClient().dataSet(board, {
        wholeMonths: privacy.wholeMonths,
        withoutPoints: mergedScores(answer.board, board),
      }),
    fonts: loadFonts,
    pictures: canvasPictures,
  };
}

/** What of the panels may be written. */
export const guarded = (answer: Answer, wanted: readonly ExportedPanel[], privacy: Privacy) =>
  guardedFile(answer.board, wanted, privacy, (board) => theClient().ask(board));
