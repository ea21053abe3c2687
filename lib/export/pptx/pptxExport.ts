import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { cleaner } from "../../figure/xmlText";
import type { ExportFormat, ExportRequest } from "../exportFormat";
import { boardFileName } from "../fileName";
import { removedNote } from "../svgExport";
import { addPanelSlides } from "./panelSlide";

/** One slide a panel, in shapes, texts and tables that PowerPoint and LibreOffice edit. */
export const pptxExport: ExportFormat = {
  id: "pptx",
  label: "PowerPoint",
  about: "One slide a panel, of shapes, texts and tables that can be edited; methods in the notes",
  section: "Whole board",
  asks: [],
  holds: ["ticks", "wholeMonths", "cut"],
  async write(request) {
    const { bytes, notes } = await slides(request);
    const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    return { files: [{ name: boardFileName(request, "pptx"), content: new Blob([bytes], { type }) }], notes };
  },
};

/** The library is heavy and no part of what loads first. */
export const loadPresentations = () => import("pptxgenjs");

async function slides(request: ExportRequest): Promise<{ bytes: Uint8Array<ArrayBuffer>; notes: string[] }> {
  const { default: Presentation } = await loadPresentations();
  const file = new Presentation();
  const { program } = request.facts;
  file.layout = "LAYOUT_WIDE";
  file.author = program;
  file.company = "";
  file.title = (request.panels.length === 1 && request.panels[0]?.title) || "Survival board";
  file.subject = "Research use, not a medical device";
  const clean = cleaner();
  const notes: string[] = [];
  for (const panel of request.panels) notes.push(...addPanelSlides(() => file.addSlide(), panel, request, clean.text));
  const bytes = withParagraphs((await file.write({ outputType: "arraybuffer" })) as ArrayBuffer);
  return { bytes, notes: [...new Set(notes), ...removedNote(clean.removed())] };
}

/** The library writes notes as one paragraph; each of their lines becomes one of its own. */
function withParagraphs(file: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(new Uint8Array(file));
  const next = '</a:t></a:r></a:p><a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>';
  for (const [name, content] of Object.entries(parts)) {
    if (!/^ppt\/notesSlides\/[^/]+\.xml$/.test(name)) continue;
    const text = strFromU8(content).replace(/<a:t>[^<]*/g, (said) => said.replace(/\n+/g, next));
    parts[name] = strToU8(text);
  }
  return zipSync(parts);
}
