import { lzw } from "./lzw";

/** Rows of an image from above on, four bytes a pixel. */
export interface Strip {
  rows: number;
  rgba: Uint8Array | Uint8ClampedArray;
}

interface TiffImage {
  width: number;
  height: number;
  dpi: number;
  /** Every strip but the last has as many rows as the first. */
  strips: readonly Uint8Array[];
  rowsPerStrip: number;
  description: string;
  software: string;
}

/** A strip as it stands in the file: red, green and blue on white, packed. */
export function packedStrip({ rgba }: Strip): Uint8Array {
  const pixels = rgba.length / 4;
  const color = new Uint8Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const alpha = rgba[4 * pixel + 3] ?? 0;
    for (let channel = 0; channel < 3; channel++) {
      const value = rgba[4 * pixel + channel] ?? 0;
      color[3 * pixel + channel] = alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return lzw(color);
}

/**
 * A baseline RGB image of strips packed by LZW, with its resolution in pixels to the inch. Source: TIFF 6.0, sections 2, 6
 * and 13.
 */
export function tiffFile({
  width,
  height,
  dpi,
  strips,
  rowsPerStrip,
  description,
  software,
}: TiffImage): Uint8Array<ArrayBuffer> {
  const text = (value: string) => [...new TextEncoder().encode(value.normalize("NFKD").replace(/[^ -~]/g, "")), 0];
  const short = (value: number) => [value & 0xff, value >> 8];
  const long = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >>> 24) & 0xff];
  const offsets: number[] = [];
  let at = 8;
  for (const strip of strips) {
    offsets.push(at);
    at += strip.length + (strip.length % 2);
  }
  const resolution = [...long(Math.round(dpi * 100)), ...long(100)];
  const entries: [tag: number, type: 2 | 3 | 4 | 5, bytes: number[]][] = [
    [256, 4, long(width)],
    [257, 4, long(height)],
    [258, 3, [8, 8, 8].flatMap(short)],
    [259, 3, short(5)],
    [262, 3, short(2)],
    [270, 2, text(description)],
    [273, 4, offsets.flatMap(long)],
    [277, 3, short(3)],
    [278, 4, long(rowsPerStrip)],
    [279, 4, strips.flatMap(({ length }) => long(length))],
    [282, 5, resolution],
    [283, 5, resolution],
    [284, 3, short(1)],
    [296, 3, short(2)],
    [305, 2, text(software)],
  ];
  const sizes = { 2: 1, 3: 2, 4: 4, 5: 8 };
  const directory: number[] = [...short(entries.length)];
  const outside: number[] = [];
  const after = at + 2 + 12 * entries.length + 4;
  for (const [tag, type, bytes] of entries) {
    directory.push(...short(tag), ...short(type), ...long(bytes.length / sizes[type]));
    if (bytes.length <= 4) directory.push(...bytes, ...Array.from({ length: 4 - bytes.length }, () => 0));
    else {
      directory.push(...long(after + outside.length));
      for (const byte of bytes) outside.push(byte);
      if (outside.length % 2 === 1) outside.push(0);
    }
  }
  directory.push(...long(0));
  const file = new Uint8Array(after + outside.length);
  file.set([0x49, 0x49, 42, 0, ...long(at)]);
  for (const [place, strip] of strips.entries()) file.set(strip, offsets[place]);
  file.set(directory, at);
  file.set(outside, after);
  return file;
}
