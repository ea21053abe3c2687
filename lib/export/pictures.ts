import type { Run } from "../figure/drawing";
import type { Strip } from "./tiff/tiffFile";

export interface PictureSize {
  width: number;
  height: number;
  /** Pixels of the image to one of the figure. */
  scale: number;
}

/** What only a browser can draw for a file. */
export interface Pictures {
  /** A line of text, with whatever fonts there are for its characters. */
  ofText(runs: Run[]): Promise<TextPicture>;
  /** A PNG of an SVG with `scale` pixels to a pixel of it. */
  ofFigure(svg: string, size: PictureSize): Promise<Blob>;
  /** The same image as pixels, from above on in strips of equally many rows but the last; gives its size in pixels. */
  ofRows(svg: string, size: PictureSize, take: (strip: Strip) => void): Promise<{ width: number; height: number }>;
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
