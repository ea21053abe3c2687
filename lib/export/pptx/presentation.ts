import Presentation from "pptxgenjs";
import { cleaner } from "../../figure/xmlText";
import type { ExportRequest } from "../exportFormat";
import { removedNote } from "../svgExport";
import { soundFile } from "./mendedFile";
import { addPanelSlides } from "./panelSlide";
import { type Spoken, titleLook } from "./slideText";

export { drawnSlides } from "./drawnSlides";

/** The board as a file of PowerPoint. */
export async function written(request: ExportRequest): Promise<{ bytes: Uint8Array<ArrayBuffer>; notes: string[] }> {
  const file = new Presentation();
  const { program } = request.facts;
  file.layout = "LAYOUT_WIDE";
  file.author = program;
  file.company = "";
  file.title = (request.panels.length === 1 && request.panels[0]?.title) || "Survival board";
  file.subject = "Research use, not a medical device";
  const title = { options: { name: "title", type: "title" as const, ...titleLook }, text: "" };
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
