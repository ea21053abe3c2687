import * as word from "docx";
import { cleaner } from "../../figure/xmlText";
import { cautionsInWords } from "../../panels/cautions";
import type { TextTable } from "../../panels/report";
import type { ExportRequest } from "../exportFormat";
import { disclaimer, madeBy } from "../facts";
import { tableHtml } from "../htmlReport";
import { printFigure } from "../printFigure";
import { heldBackBy } from "../privacy";
import { removedNote } from "../svgExport";
import { tablesOf } from "../tables";
import { legendText, methodsText, resultsText } from "../words";
import { wordTable } from "./wordTable";

const letters = "Arial";

/** A piece of the document: a text by its look, or a table with its caption and notes. */
type Block = { look: "title" | "head" | "text" | "small"; text: string } | { look: "table"; table: TextTable };

function blocksOf({ shown, paper, privacy, facts }: ExportRequest): Block[] {
  const figure = printFigure(shown, paper, privacy);
  const care = cautionsInWords(shown);
  const text = (said: string): Block => ({ look: "text", text: said });
  const head = (said: string): Block => ({ look: "head", text: said });
  return [
    { look: "title", text: shown.title },
    ...tablesOf(shown, figure, privacy).map((table): Block => ({ look: "table", table })),
    ...(care.length > 0 ? [head("Read with care"), ...care.map(text)] : []),
    head("Results"),
    text(resultsText(shown)),
    head("Legend"),
    text(legendText(shown, figure)),
    head("Methods"),
    text(methodsText(shown, facts)),
    { look: "small", text: `${madeBy(facts)} ${disclaimer}` },
  ];
}

/** The same blocks as a page. */
export function bodyOf(request: ExportRequest): string {
  const clean = cleaner();
  const tags = { title: "h1", head: "h2", text: "p", small: "small" };
  return blocksOf(request)
    .map((block) => {
      if (block.look === "table") return tableHtml(block.table, clean);
      const tag = tags[block.look];
      return `<${tag}>${clean.markup(block.text)}</${tag}>`;
    })
    .join("\n");
}

export const style = `
body{max-width:42rem;margin:0 auto;padding:2.5rem;color:#000;background:#fff;font:9pt/1.35 Arial,sans-serif}
h1{margin:0 0 6px;font-size:12pt}h2{margin:8px 0 3px;font-size:9pt}p{margin:6px 0 3px}
table{width:100%;border-collapse:collapse;border-bottom:1px solid #000}caption{padding:6px 0 3px;text-align:left}
th,td{padding:2px 6px 2px 0;text-align:center;font-weight:400}th:first-child{text-align:left}
thead th{border:solid #000;border-width:1px 0;font-weight:700}
`;

/** The file, and what is to be known of it. */
export async function written(request: ExportRequest): Promise<{ content: Blob; notes: string[] }> {
  const { shown, privacy, facts } = request;
  const blocks = blocksOf(request);
  const { text: clean, removed } = cleaner();
  const sizes = { title: 24, head: undefined, text: undefined, small: 16 };
  const paragraph = (text: string, look: keyof typeof sizes) =>
    new word.Paragraph({
      spacing: { before: 120, after: 60 },
      children: [new word.TextRun({ text: clean(text), bold: look === "title" || look === "head", size: sizes[look] })],
    });
  const held = heldBackBy(privacy)?.fewest != null;
  const wide = blocks.some((block) => block.look === "table" && block.table.header.length > 7);
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
        children: blocks.flatMap((block) =>
          block.look === "table"
            ? [
                paragraph(block.table.caption, "text"),
                wordTable(word, block.table, clean),
                ...(block.table.notes ?? []).map((note) => paragraph(note, "small")),
              ]
            : [paragraph(block.text, block.look)],
        ),
      },
    ],
  });
  const content = await word.Packer.toBlob(document);
  const notes = held ? ["A dash stands for a small count, and for those that give it away."] : [];
  return { content, notes: [...notes, ...removedNote(removed())] };
}
