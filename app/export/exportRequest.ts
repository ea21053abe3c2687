import { loadWord } from "../../lib/export/docx/wordExport";
import {
  type ExportedPanel,
  type ExportFormat,
  type ExportRequest,
  exportedPanels,
} from "../../lib/export/exportFormat";
import type { Paper } from "../../lib/export/paper";
import { loadPresentations } from "../../lib/export/pptx/pptxExport";
import type { Privacy } from "../../lib/export/privacy";
import { withoutSmallGroups } from "../../lib/export/smallGroups";
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
  const panels: ExportedPanel[] = [];
  for (const each of wanted) panels.push(...(await guarded(answer, each, privacy)));
  const board = wanted.reduce((made, each) => {
    const changed = withoutSmallGroups(made, each, groupsOf(each), privacy);
    return changed === null || changed === "cannot" ? made : changed;
  }, answer.board);
  // Never the panel as it is on the screen: it may have a group that was to be left out.
  const same = panels.find(({ panel }) => panel.id === shown.panel.id) ?? panels[0];
  if (!same) return null;
  return {
    shown: same,
    panels,
    paper,
    privacy,
    facts: factsOf(answer),
    board,
    dataSet: () => theClient().dataSet(board, { wholeMonths: privacy.wholeMonths }),
    fonts: loadFonts,
    pictures: canvasPictures,
  };
}

/** The panel as it may be written; none where nothing of it is left. */
export async function guarded(answer: Answer, each: ExportedPanel, privacy: Privacy): Promise<ExportedPanel[]> {
  const board = withoutSmallGroups(answer.board, each, groupsOf(each), privacy);
  if (board === null) return [each];
  if (board === "cannot") return [];
  const { panels } = await theClient().ask({ ...board, panels: [each.panel] });
  return exportedPanels(panels).map((made) => ({ ...made, title: each.title, ledger: null }));
}
