import { cleaner } from "../../figure/xmlText";
import { cautionsInWords } from "../../panels/cautions";
import type { ExportFormat, ExportRequest } from "../exportFormat";
import { disclaimer, madeBy } from "../facts";
import { fileName } from "../fileName";
import { printFigure } from "../printFigure";
import { heldBackBy } from "../privacy";
import { removedNote } from "../svgExport";
import { tablesOf } from "../tables";
import { legendText, methodsText, resultsText } from "../words";
import { wordTable } from "./wordTable";

/** The tables of a panel for a manuscript, with its legend, what was found and how it was computed. */
export const wordExport: ExportFormat = {
  id: "docx",
  label: "Word",
  about: "Every table of the panel, with its legend, results and methods",
  section: "Numbers",
  asks: [],
  holds: ["cut"],
  async write(request) {
    const { content, notes } = await written(request);
    return { files: [{ name: fileName(request.shown.title, "docx"), content }], notes };
  },
};

/** The library is heavy and no part of what loads first. */
export const loadWord = () => import("docx");

const letters = "Arial";

async function written(request: ExportRequest): Promise<{ content: Blob; notes: string[] }> {
  const word = await loadWord();
  const { shown, paper, privacy, facts } = request;
  const figure = printFigure(shown, paper, privacy);
  const tables = tablesOf(shown, figure, privacy);
  const { text: clean, removed } = cleaner();
  const paragraph = (text: string, look: { bold?: boolean; size?: number } = {}) =>
    new word.Paragraph({
      spacing: { before: 120, after: 60 },
      children: [new word.TextRun({ text: clean(text), bold: look.bold, size: look.size })],
    });
  const head = (text: string) => paragraph(text, { bold: true });
  const care = cautionsInWords(shown);
  const held = heldBackBy(privacy)?.fewest != null;
  const wide = tables.some(({ header }) => header.length > 7);
  const document = new word.Document({
    creator: clean(facts.program),
    title: clean(shown.title),
    styles: { default: { document: { run: { font: letters, size: 18 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: wide ? word.PageOrientation.LANDSCAPE : word.PageOrientation.PORTRAIT },
            margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 },
          },
        },
        children: [
          paragraph(shown.title, { bold: true, size: 24 }),
          ...tables.flatMap((table) => [
            paragraph(table.caption),
            wordTable(word, table, clean),
            ...(table.notes ?? []).map((note) => paragraph(note, { size: 16 })),
          ]),
          ...(care.length > 0 ? [head("Read with care"), ...care.map((each) => paragraph(each))] : []),
          head("Results"),
          paragraph(resultsText(shown)),
          head("Legend"),
          paragraph(legendText(shown, figure)),
          head("Methods"),
          paragraph(methodsText(shown, facts)),
          paragraph(`${madeBy(facts)} ${disclaimer}`, { size: 16 }),
        ],
      },
    ],
  });
  const content = await word.Packer.toBlob(document);
  const notes = held ? ["A dash stands for a small count, and for those that give it away."] : [];
  return { content, notes: [...notes, ...removedNote(removed())] };
}
