import type { Pictures, TextPicture } from "../../lib/export/pictures";
import type { Run } from "../../lib/figure/drawing";

const family = "Inter, system-ui, sans-serif";
/** Device pixels to a pixel of the figure: 600 to the inch. */
const scale = 6.25;

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

const ofFigure: Pictures["ofFigure"] = async (svg, { width, height, scale }) => {
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
};

/** Drawn on a canvas of the page. */
export const canvasPictures: Pictures = { ofText, ofFigure };
