import type { Run } from "../figure/drawing";

/** The figure's font in the forms that files need. */
export interface Fonts {
  /** WOFF2 as base64, for SVG and HTML. */
  webFont: string;
  /** TrueType files of the two weights, for PDF. */
  regular: Uint8Array;
  semibold: Uint8Array;
}

/** A line of text as pixels, lengths in the figure's pixels. */
export interface TextPicture {
  width: number;
  height: number;
  /** From the top of the picture to the line the letters stand on. */
  baseline: number;
  pixelWidth: number;
  pixelHeight: number;
  /** Four bytes a pixel. */
  rgba: Uint8Array | Uint8ClampedArray;
}

const family = "Inter, system-ui, sans-serif";
/** Device pixels to a pixel of the figure: 600 to the inch. */
const scale = 6.25;

/** Draws a line of text with whatever fonts the browser finds for its characters. Needs a browser. */
export async function textPicture(runs: Run[]): Promise<TextPicture> {
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
