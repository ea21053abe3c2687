import * as word from "docx";
import { serialize } from "../../figure/svg";
import { type Cleaner, cleaner } from "../../figure/xmlText";
import { cautionsInWords } from "../../panels/cautions";
import type { TextTable } from "../../panels/report";
import type { ExportRequest } from "../exportFormat";
import { disclaimer, madeBy, selectionInWords } from "../facts";
import { tableHtml, titleOf } from "../htmlReport";
import { paperOfWidth, pixelsPerMm } from "../paper";
import { type PrintFigure, printPages } from "../printFigure";
import { heldBackBy } from "../privacy";
import { removedNote } from "../svgExport";
import { insteadOfSeeing, legendText, statisticsTable, tellsFew } from "../words";
import { rowsOf } from "./checklists/checklist";
import { checklistsFor, evidenceOf } from "./checklists/evidence";
import { foundIn, methodsOf, type Named, named, nameOf } from "./contents";
import { type Flow, flowInWords, flowOf, flowTables } from "./flowOfPatients";
import { wordTable } from "./wordTable";

/** A piece of the document. */
type Block =
  | { look: "title" | "head" | "second" | "text" | "small"; text: string }
  | { look: "figure"; figure: PrintFigure; alt: string; title: string }
  | { look: "table"; name: string; table: TextTable; words?: boolean; breaksBefore?: boolean }
  | { look: "flow"; flow: Flow };

/** As wide as the text of an A4 page with the margins below. */
const widthMm = 170;
const textWidth = Math.round((widthMm / 25.4) * 1440);
const dpi = 300;

/** The whole board in the order of a paper. */
function blocksOf(request: ExportRequest): Block[] {
  const { privacy, facts, panels } = request;
  const fewest = heldBackBy(privacy)?.fewest ?? null;
  const text = (said: string): Block => ({ look: "text", text: said });
  const head = (said: string): Block => ({ look: "head", text: said });
  const each = named(request);
  const flows = each.filter(({ exported }) => exported.result.endpoint !== null);
  const main = flows.find(({ exported }) => exported.panel.id === request.shown.panel.id) ?? flows[0];
  const flow = main ? flowOf(main.exported, facts, privacy) : null;
  const found = each.map((one) => foundIn(one, request)).filter((said) => said !== "");
  const evidence = evidenceOf(each, request, flow !== null);
  const tables = each.flatMap((one): Block[] => (one.table === null ? [] : [tableOf(one, one.table, fewest)]));
  return [
    { look: "title", text: titleOf(request) },
    text(
      `A draft from the numbers of one analysis: what only its authors know is to be written by them. ${selectionInWords(
        facts,
        panels.every(({ ledger }) => ledger !== null),
      )}${facts.example ? " Synthetic example cohort." : ""}`,
    ),
    ...request.without.map(text),
    head("Methods"),
    ...methodsOf(each, request).map(text),
    head("Results"),
    ...found.map((said) => text(said ?? heldSentence)),
    ...careOf(each),
    head("Flow of patients"),
    ...(flow && main ? [text(`Of ${nameOf(main)}.`), { look: "flow", flow } as const] : []),
    ...[...new Set(flows.map(({ exported }) => flowInWords(exported, facts)))].map((said) =>
      text(tellsFew(said, fewest) ? heldSentence : said),
    ),
    ...tables,
    ...each.flatMap((one) => figuresOf(one, request, fewest)),
    ...checklistsFor(request).flatMap((list): Block[] => [
      { look: "second", text: `Checklist: ${list.title}` },
      text(list.about),
      {
        look: "table",
        name: "",
        table: { caption: "", header: ["Item", "What is asked", "Answer"], rows: rowsOf(list, evidence) },
        words: true,
      },
    ]),
    { look: "small", text: `${madeBy(facts)} ${disclaimer}` },
  ];
}

const heldSentence = "Sentences that count few patients are held back.";

function careOf(each: readonly Named[]): Block[] {
  const cautions = new Set(each.flatMap(({ exported }) => cautionsInWords(exported)));
  if (cautions.size === 0) return [];
  return [{ look: "second", text: "Read with care" }, ...[...cautions].map((text): Block => ({ look: "text", text }))];
}

function tableOf({ exported }: Named, name: string, fewest: number | null): Block {
  const table = statisticsTable(exported, fewest);
  return { look: "table", name, table, breaksBefore: table.rows.length > 25 };
}

function figuresOf({ exported, figure: name }: Named, { privacy }: ExportRequest, fewest: number | null): Block[] {
  if (name === null) return [];
  const pages = printPages(exported, paperOfWidth(widthMm), privacy, { titleInside: false });
  const alt = insteadOfSeeing(exported, fewest);
  return [
    ...pages.map((figure): Block => ({ look: "figure", figure, alt, title: `${name}. ${exported.title}` })),
    { look: "text", text: `${name}. ${legendText(exported, pages[0])}` },
  ];
}

/** The same blocks as a page. */
export function bodyOf(request: ExportRequest): string {
  const clean = cleaner();
  const tags = { title: "h1", head: "h2", second: "h3", text: "p", small: "small" };
  return blocksOf(request)
    .map((block) => {
      if (block.look === "figure") return serialize(block.figure.tree).text.replace(/^<\?xml.*\?>\n/, "");
      if (block.look === "table") return tableHtml(captioned(block), clean);
      if (block.look === "flow") return flowHtml(block.flow, clean);
      const tag = tags[block.look];
      return `<${tag}>${clean.markup(block.text)}</${tag}>`;
    })
    .join("\n");
}

const captioned = ({ name, table }: { name: string; table: TextTable }): TextTable =>
  name === "" ? table : { ...table, caption: `${name}. ${table.caption}` };

const flowHtml = ({ steps, groups }: Flow, { markup }: Cleaner): string =>
  `<ul>${[
    ...steps.flatMap(({ remain, leftOut }) => [...leftOut.map((each) => `left out: ${each}`), remain]),
    ...groups.map((lines) => lines.join(", ")),
  ]
    .map((line) => `<li>${markup(line)}</li>`)
    .join("")}</ul>`;

export { style } from "./wordDocument";

/** The file, and what is to be known of it. */
export async function written(request: ExportRequest): Promise<{ content: Blob; notes: string[] }> {
  const { privacy, facts } = request;
  const { text: clean, removed } = cleaner();
  const notes = new Set<string>();
  const children: (word.Paragraph | word.Table)[] = [];
  for (const block of blocksOf(request)) children.push(...(await drawn(block)));
  const document = new word.Document({
    creator: clean(facts.program),
    title: clean(titleOf(request)),
    description: clean(`${madeBy(facts)} ${disclaimer}`),
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: 20 },
          paragraph: { spacing: { after: 120, line: 264, lineRule: word.LineRuleType.AUTO } },
        },
        title: {
          run: { font: "Arial", size: 30, bold: true, color: "000000" },
          paragraph: { spacing: { after: 160 } },
        },
        heading1: headingStyle(26),
        heading2: headingStyle(22),
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } },
        },
        footers: { default: new word.Footer({ children: [pageNumber()] }) },
        children,
      },
    ],
  });
  const content = await word.Packer.toBlob(document);
  if (heldBackBy(privacy)?.fewest != null)
    notes.add("A dash stands for a small count, and for those that give it away.");
  return { content, notes: [...notes, ...removedNote(removed())] };

  async function drawn(block: Block): Promise<(word.Paragraph | word.Table)[]> {
    if (block.look === "flow") return flowTables(word, block.flow, clean).flatMap((table) => [table, spacer()]);
    if (block.look === "figure") return [await figure(block)];
    if (block.look === "table") {
      const { caption, notes: below = [] } = captioned(block);
      return [
        ...(caption === "" ? [] : [paragraph(caption, { keepNext: true, pageBreakBefore: block.breaksBefore })]),
        wordTable(word, block.table, clean, { width: textWidth, words: block.words }),
        ...below.map((note) => paragraph(note, { small: true })),
        spacer(),
      ];
    }
    const heading = {
      title: word.HeadingLevel.TITLE,
      head: word.HeadingLevel.HEADING_1,
      second: word.HeadingLevel.HEADING_2,
    };
    return [
      block.look === "text" || block.look === "small"
        ? paragraph(block.text, { small: block.look === "small" })
        : new word.Paragraph({
            heading: heading[block.look],
            keepNext: true,
            children: [new word.TextRun({ text: clean(block.text) })],
          }),
    ];
  }

  function paragraph(text: string, look: { small?: boolean; keepNext?: boolean; pageBreakBefore?: boolean } = {}) {
    const { small, ...others } = look;
    return new word.Paragraph({
      ...others,
      children: [new word.TextRun({ text: clean(text), size: small ? 16 : undefined })],
    });
  }

  async function figure({ figure: drawing, alt, title }: Extract<Block, { look: "figure" }>): Promise<word.Paragraph> {
    const { pictures, fonts } = request;
    for (const note of drawing.notes) notes.add(note);
    if (!pictures) {
      notes.add("Figures need a browser that draws them; their places say what they would show.");
      return paragraph(alt);
    }
    const { text } = serialize(drawing.tree, { embedFont: (await fonts()).webFont });
    const painted = await pictures.ofFigure(text, { width: drawing.width, height: drawing.height, scale: dpi / 96 });
    const data = new Uint8Array(await painted.arrayBuffer());
    const scale = Math.min(1, (widthMm * pixelsPerMm) / drawing.width);
    return new word.Paragraph({
      keepNext: true,
      pageBreakBefore: drawing.height * scale > 180 * pixelsPerMm,
      children: [
        new word.ImageRun({
          type: "png",
          data,
          transformation: { width: Math.round(drawing.width * scale), height: Math.round(drawing.height * scale) },
          altText: { title: clean(title), description: clean(alt), name: clean(title) },
        }),
      ],
    });
  }
}

const headingStyle = (size: number) => ({
  run: { font: "Arial", size, bold: true, color: "000000" },
  paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
});

const spacer = () => new word.Paragraph({ spacing: { after: 0 }, children: [] });

const pageNumber = () =>
  new word.Paragraph({
    alignment: word.AlignmentType.CENTER,
    children: [new word.TextRun({ children: [word.PageNumber.CURRENT], size: 16 })],
  });
