import { loadComposed } from "../../lib/export/composed/load";
import { loadScripts } from "../../lib/export/dataSetExport";
import { loadPaper } from "../../lib/export/docx/paperExport";
import { loadWord } from "../../lib/export/docx/wordExport";
import {
  type ExportedPanel,
  type ExportFormat,
  type ExportRequest,
  exportedPanels,
} from "../../lib/export/exportFormat";
import { guardedFile, mergedScores } from "../../lib/export/guard";
import { loadReport } from "../../lib/export/htmlReportExport";
import { loadOutlined } from "../../lib/export/outlined/load";
import type { Paper } from "../../lib/export/paper";
import { loadPdf } from "../../lib/export/pdfExport";
import { loadPresentations } from "../../lib/export/pptx/pptxExport";
import type { Privacy } from "../../lib/export/privacy";
import { loadEstimates } from "../../lib/export/tidy/tidyExport";
import { loadTiff } from "../../lib/export/tiff/tiffExport";
import { plainWriting } from "../../lib/format";
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
part(loadPaper);
part(loadScripts);
part(loadEstimates);
part(loadPdf);
part(loadReport);
part(loadOutlined);
part(loadComposed);
part(loadTiff);

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
  const of = format.forMachines ? await plainly(answer) : answer;
  const all = exportedPanels(of.snapshot.panels);
  const byId = (id: string) => all.filter(({ panel }) => panel.id === id);
  const together = format.section === "Figure" && !format.toClipboard ? paper.together : undefined;
  const wanted = format.section === "Whole board" ? all : (together?.panels ?? [shown.panel.id]).flatMap(byId);
  const { board, snapshot, panels, without } = await guarded(of, wanted, privacy);
  // Never the panel as it is on the screen: it may have a group that was to be left out.
  const same = (together ? undefined : panels.find(({ panel }) => panel.id === shown.panel.id)) ?? panels[0];
  if (!same) return null;
  return {
    shown: same,
    panels,
    without,
    paper,
    privacy,
    facts: factsOf({ board, snapshot: snapshot ?? of.snapshot }),
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

/** The answer of the same board with its numbers written plainly. */
async function plainly(answer: Answer): Promise<Answer> {
  const board = { ...answer.board, writing: plainWriting };
  if (JSON.stringify(answer.board.writing) === JSON.stringify(plainWriting)) return answer;
  return { ...answer, board, snapshot: await theClient().ask(board) };
}

/** What of the panels may be written. */
export const guarded = (answer: Answer, wanted: readonly ExportedPanel[], privacy: Privacy) =>
  guardedFile(answer.board, wanted, privacy, (board) => theClient().ask(board));
