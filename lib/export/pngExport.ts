import { serialize } from "../figure/svg";
import { panelDrawings } from "../panels/drawings";
import { type FigureExport, printSheet } from "./figureExport";
import { withResolution } from "./pngResolution";

/** An image of pixels at the paper's resolution, drawn by the browser. */
export const pngExport: FigureExport = {
  id: "png",
  label: "PNG, image",
  extension: "png",
  async write({ result, options, paper, font }) {
    const figure = panelDrawings[result.kind].figure(result, options, printSheet(paper));
    const { text } = serialize(figure.tree, { embedFont: font });
    const image = await rasterize(text, figure.width, figure.height, paper.dpi / 96);
    const bytes = withResolution(new Uint8Array(await image.arrayBuffer()), paper.dpi);
    return new Blob([bytes], { type: "image/png" });
  },
};

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
