import type { Pictures, TextPicture } from "../../lib/export/pictures";
import type { Run } from "../../lib/figure/drawing";

const family = "Inter, system-ui, sans-serif";
/** Device pixels to a pixel of the figure: 600 to the inch. */
const scale = 6.25;
/** Of a strip. */
const stripPixels = 2_000_000;

/** Draws a line of text with whatever fonts the browser finds for its characters. */
async function ofText(runs: Run[]): Promise<TextPicture> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const largest = Math.max(...runs.map(({ size }) => size));
  const widths = runs.map((run) => {
    context.font = fontOf(run);
    return context.measureText(run.text).width;
  });
  const width = Math.ceil(widths.reduce((sum, each) => sum + each, 0)) + 1;
  const [height, baseline] = [largest * 1.6, largest * 1.15];
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  context.scale(scale, scale);
  let at = 0;
  runs.forEach((run, index) => {
    context.font = fontOf(run);
    context.fillStyle = run.fill;
    context.fillText(run.text, at, baseline);
    at += widths[index] ?? 0;
  });
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width, height, baseline, pixelWidth: canvas.width, pixelHeight: canvas.height, rgba: data };
}

const fontOf = ({ size, weight }: Run) => `${weight} ${size}px ${family}`;

async function withImage<T>(svg: string, work: (image: HTMLImageElement) => T): Promise<Awaited<T>> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await work(image);
  } finally {
    URL.revokeObjectURL(address);
  }
}

const ofFigure: Pictures["ofFigure"] = (svg, { width, height, scale }) =>
  withImage(svg, (image) => {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no image"))), "image/png"),
    );
  });

/** Strip by strip, because an image of 1,200 dpi is larger than a canvas may be. */
const ofRows: Pictures["ofRows"] = (svg, size, take) =>
  withImage(svg, (image) => {
    const width = Math.round(size.width * size.scale);
    const height = Math.round(size.height * size.scale);
    const most = Math.max(1, Math.min(height, Math.floor(stripPixels / width)));
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = most;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("the canvas cannot be drawn on");
    for (let from = 0; from < height; from += most) {
      const rows = Math.min(most, height - from);
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, width, most);
      context.drawImage(image, 0, -from, width, height);
      take({ rows, rgba: context.getImageData(0, 0, width, rows).data });
    }
    return { width, height };
  });

/** Drawn on a canvas of the page. */
export const canvasPictures: Pictures = { ofText, ofFigure, ofRows };
