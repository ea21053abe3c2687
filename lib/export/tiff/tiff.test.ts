import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nth } from "../../numeric/nth";
import { example, exampleTable, requestFor } from "../testing";
import { lzw } from "./lzw";
import { tiffExport } from "./tiffExport";

const hasLibtiff = (() => {
  try {
    execFileSync("tiffdump", ["-h"], { stdio: "ignore" });
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== "ENOENT";
  }
})();

/** What decodes, as TIFF 6.0 writes it down in section 13. */
function unpacked(bytes: Uint8Array): number[] {
  let at = 0;
  const read = (size: number) => {
    let code = 0;
    for (let bit = 0; bit < size; bit++, at++) code = (code << 1) | ((nth(bytes, at >> 3) >> (7 - (at & 7))) & 1);
    return code;
  };
  const made: number[] = [];
  let table: number[][] = [];
  let size = 9;
  let before: number[] | null = null;
  for (;;) {
    const code = read(size);
    if (code === 257) return made;
    if (code === 256) {
      table = Array.from({ length: 258 }, (_, value) => [value]);
      size = 9;
      before = null;
      continue;
    }
    const entry: number[] = table[code] ?? [...(before ?? []), nth(before ?? [], 0)];
    if (before) table.push([...before, nth(entry, 0)]);
    for (const value of entry) made.push(value);
    before = entry;
    if (table.length >= 2047) size = 12;
    else if (table.length >= 1023) size = 11;
    else if (table.length >= 511) size = 10;
  }
}

const noise = (length: number, values: number) => {
  let state = 7;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 16) % values;
  });
};

describe("packing", () => {
  it("packs the example of the specification: 7 7 7 8 8 7 7 6 6", () => {
    // Codes 256, 7, 258, 8, 8, 258, 6, 6, 257 of nine bits each, from section 13.
    const codes = [256, 7, 258, 8, 8, 258, 6, 6, 257].map((code) => code.toString(2).padStart(9, "0")).join("");
    const bytes = codes
      .padEnd(88, "0")
      .match(/.{8}/g)
      ?.map((bits) => Number.parseInt(bits, 2));
    expect([...lzw(Uint8Array.from([7, 7, 7, 8, 8, 7, 7, 6, 6]))]).toEqual(bytes);
  });

  it.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array(0)],
    ["one byte", Uint8Array.from([255])],
    ["white", new Uint8Array(70_000).fill(255)],
    ["noise, which fills the table again and again", noise(60_000, 256)],
    ["few values", noise(60_000, 3)],
    ...[253, 254, 255, 256, 257, 258, 765, 766, 767, 768, 1789, 1790, 1791, 3837, 3838, 3839, 3840].map(
      (length) => [`${length} bytes of noise, around a change of length`, noise(length, 256)] as [string, Uint8Array],
    ),
  ])("what is packed comes out again: %s", (_, bytes) => {
    expect(unpacked(lzw(bytes))).toEqual([...bytes]);
  });
});

describe("the file", async () => {
  const [width, height] = [61, 47];
  // A picture with every kind of pixel: half transparent, colored, white.
  const pixel = (x: number, y: number) =>
    x < 20 ? [255, 0, 0, 128] : y < 20 ? [x * 4, y * 5, (x * y) % 256, 255] : [0, 0, 0, 0];
  const rgba = Uint8Array.from({ length: 4 * width * height }, (_, at) =>
    nth(pixel((at >> 2) % width, Math.floor((at >> 2) / width)), at & 3),
  );
  const expected = Array.from({ length: 3 * width * height }, (_, at) => {
    const place = 4 * Math.floor(at / 3);
    const alpha = nth(rgba, place + 3);
    return Math.round((nth(rgba, place + (at % 3)) * alpha + 255 * (255 - alpha)) / 255);
  });
  const from = requestFor(await exampleTable(), example);
  const pictures = {
    ofText: () => Promise.reject(new Error("no text is drawn apart")),
    ofFigure: () => Promise.reject(new Error("no PNG is drawn")),
    async ofRows(_: string, __: object, take: (strip: { rows: number; rgba: Uint8Array }) => void) {
      for (let y = 0; y < height; y += 16) {
        const rows = Math.min(16, height - y);
        take({ rows, rgba: rgba.subarray(4 * width * y, 4 * width * (y + rows)) });
      }
      return { width, height };
    },
  };
  const { files } = await tiffExport.write({ ...from, paper: { ...from.paper, dpi: 1200 }, pictures });
  const bytes = new Uint8Array(await nth(files, 0).content.arrayBuffer());

  it("says its size, three colors of eight bits, how it is packed, and its resolution, in rising order of tags", () => {
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(4, true);
    const tags = new Map(
      Array.from({ length: view.getUint16(directory, true) }, (_, entry) => {
        const at = directory + 2 + 12 * entry;
        return [
          view.getUint16(at, true),
          view.getUint16(at + 2, true) === 3 ? view.getUint16(at + 8, true) : view.getUint32(at + 8, true),
        ];
      }),
    );
    expect([...tags.keys()]).toEqual([256, 257, 258, 259, 262, 270, 273, 277, 278, 279, 282, 283, 284, 296, 305]);
    expect([256, 257, 259, 262, 277, 278, 284, 296].map((tag) => tags.get(tag))).toEqual([61, 47, 5, 2, 3, 16, 1, 2]);
    const resolution = tags.get(282) ?? 0;
    expect(view.getUint32(resolution, true) / view.getUint32(resolution + 4, true)).toBe(1200);
    expect(nth(files, 0).name).toMatch(/\.tif$/);
  });

  it.runIf(hasLibtiff)("libtiff reads the same pixels from it, and its resolution", () => {
    const folder = mkdtempSync(join(tmpdir(), "tiff-"));
    const [file, plain] = [join(folder, "figure.tif"), join(folder, "plain.tif")];
    writeFileSync(file, bytes);
    const said = execFileSync("tiffinfo", [file]).toString();
    expect(said).toMatch(/Image Width: 61 Image Length: 47/);
    expect(said).toMatch(/Resolution: 1200, 1200 pixels\/inch/);
    expect(said).toMatch(/Compression Scheme: LZW/);
    execFileSync("tiffcp", ["-c", "none", "-r", "47", file, plain]);
    const read = readFileSync(plain);
    const dumped = execFileSync("tiffdump", [plain]).toString();
    const offset = Number(/StripOffsets \(273\) \S+ \(4\) 1<(\d+)>/.exec(dumped)?.[1]);
    expect([...read.subarray(offset, offset + expected.length)]).toEqual(expected);
  });
});
