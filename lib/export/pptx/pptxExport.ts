import { cleaner } from "../../figure/xmlText";
import type { ExportFormat, ExportRequest } from "../exportFormat";
import { boardFileName } from "../fileName";
import { removedNote } from "../svgExport";
import { addPanelSlides } from "./panelSlide";
import { type Spoken, slideFont } from "./slideText";
import { soundFile } from "./soundFile";

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
  const place = { x: 0.45, y: 0.2, w: 12.4, h: 0.6, margin: 0 };
  const look = {
    fontFace: slideFont,
    fontSize: 28,
    bold: true,
    color: "0F172A",
    align: "left" as const,
    valign: "middle" as const,
  };
  const title = { options: { name: "title", type: "title" as const, ...place, ...look }, text: "" };
  file.defineSlideMaster({ title: "Panel", objects: [{ placeholder: title }] });
  const clean = cleaner();
  const spoken: Spoken[] = [];
  const newSlide = (says: Spoken) => {
    spoken.push(says);
    return file.addSlide({ masterName: "Panel" });
  };
  const notes: string[] = [];
  for (const panel of request.panels) notes.push(...addPanelSlides(newSlide, panel, request, clean.text));
  const bytes = soundFile((await file.write({ outputType: "arraybuffer" })) as ArrayBuffer, spoken);
  return { bytes, notes: [...new Set(notes), ...removedNote(clean.removed())] };
}
