import { serialize } from "../figure/svg";
import type { ExportFormat, ExportRequest } from "./exportFormat";
import { fileName } from "./fileName";
import { withResolution } from "./pngResolution";
import { printFigure } from "./printFigure";
import { removedNote } from "./svgExport";

/** An image of pixels at the paper's resolution, drawn by the browser. */
export const pngExport: ExportFormat = {
  id: "png",
  label: "PNG",
  about: "Image of pixels, 150 to 600 dpi",
  section: "Figure",
  asks: ["width", "dpi"],
  holds: ["ticks", "wholeMonths", "cut"],
  async write(request) {
    const { content, notes } = await image(request);
    return { files: [{ name: fileName(request.shown.title, "png"), content }], notes };
  },
};

/** The same image for pasting into a slide or a mail. */
export const clipboardExport: ExportFormat = {
  ...pngExport,
  id: "clipboard",
  label: "Copy image",
  about: "The same image, for pasting",
  toClipboard: true,
};

async function image({ shown, paper, privacy, fonts }: ExportRequest): Promise<{ content: Blob; notes: string[] }> {
  const figure = printFigure(shown, paper, privacy);
  const { text, removed } = serialize(figure.tree, { embedFont: (await fonts()).webFont });
  const painted = await rasterize(text, figure.width, figure.height, paper.dpi / 96);
  const bytes = withResolution(new Uint8Array(await painted.arrayBuffer()), paper.dpi);
  return { content: new Blob([bytes], { type: "image/png" }), notes: [...figure.notes, ...removedNote(removed)] };
}

/** Needs a browser: the SVG as an image, painted on a canvas of `scale` device pixels to a pixel. */
async function rasterize(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no image"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
