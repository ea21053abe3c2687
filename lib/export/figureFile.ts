import { counted } from "../format";
import { loadComposed } from "./composed/load";
import type { ExportedPanel, ExportRequest } from "./exportFormat";
import { provenance } from "./facts";
import { type PrintFigure, printPages } from "./printFigure";

/** What a file of a figure is made of. */
export interface FigureFile {
  pages: [PrintFigure, ...PrintFigure[]];
  title: string;
  /** Where its numbers come from. */
  about: string;
  /** The panels in it, with their letters where there are several. */
  shown: { letter: string | null; panel: ExportedPanel }[];
  /** Of several panels, which have no title or caption of their own. */
  legend: string | null;
}

/** The figure as it is asked for: that of the panel in focus, page by page, or several panels as one; or why it cannot be. */
export async function figureFile(request: ExportRequest): Promise<FigureFile | { refused: string }> {
  const { shown, panels, paper, privacy, facts } = request;
  if (!paper.together || panels.length < 2)
    return {
      pages: printPages(shown, paper, privacy, { titleInside: !paper.bare }),
      title: shown.title,
      about: provenance(shown, facts),
      shown: [{ letter: null, panel: shown }],
      legend: null,
    };
  const { composedFigure, letterOf } = await loadComposed();
  const made = composedFigure(panels, { paper, privacy, columns: paper.together.columns });
  if ("refused" in made) return made;
  return {
    pages: [made.figure],
    title: `${shown.title}, and ${counted(panels.length - 1, "more panel")}`,
    about: [made.legend, ...new Set(panels.map((each) => provenance(each, facts)))].join(" "),
    shown: panels.map((panel, place) => ({ letter: letterOf(place), panel })),
    legend: made.legend,
  };
}
