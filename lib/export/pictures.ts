import type { Run } from "../figure/drawing";

/** What only a browser can draw for a file. */
export interface Pictures {
  /** A line of text, with whatever fonts there are for its characters. */
  ofText(runs: Run[]): Promise<TextPicture>;
  /** A PNG of an SVG with `scale` pixels to a pixel of it. */
  ofFigure(svg: string, size: { width: number; height: number; scale: number }): Promise<Blob>;
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
