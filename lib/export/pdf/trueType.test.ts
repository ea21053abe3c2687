import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { textWidth } from "../../figure/text";
import { readTrueType } from "./trueType";

const bytes = new Uint8Array(readFileSync("app/fonts/Inter-400.ttf"));
const font = readTrueType(bytes);
const glyph = (letter: string) => font.glyphOf(letter.codePointAt(0) ?? 0);

/** The tables of a font file as OpenType 1.9 lays them out: tag, checksum, offset and length from byte 12 on. */
function directory(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const header = [4, 6, 8, 10].map((at) => view.getUint16(at));
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const [checksum = 0, offset = 0, length = 0] = [4, 8, 12].map((at) => view.getUint32(entry + at));
    return { tag: String.fromCharCode(...file.subarray(entry, entry + 4)), checksum, offset, length };
  });
  return { view, header, tables };
}

it("letters are as wide as the figures take them to be, and what the font lacks is glyph 0", () => {
  for (const letter of "Aé0 ≥−") {
    expect(glyph(letter), letter).toBeGreaterThan(0);
    expect(font.advance(glyph(letter)) / font.unitsPerEm, letter).toBeCloseTo(textWidth(letter, 1), 3);
  }
  expect(glyph("😀")).toBe(0);
  expect(glyph("\u0001")).toBe(0);
  expect(() => readTrueType(bytes.slice().fill(0, 12, 12 + 16))).toThrow("the font has no table");
});

it("a part of the font is a font file: tables in order, apart, in whole words, each with the sum of its words", () => {
  const { view, header, tables } = directory(font.subset(new Set([glyph("A")])));
  expect(tables.map(({ tag }) => tag)).toEqual(["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
  // Of seven tables: 16 times the largest power of two below, that power's exponent, and what is left of 16 times 7.
  expect(header).toEqual([7, 64, 2, 48]);
  let end = 12 + 16 * 7;
  for (const { checksum, offset, length, tag } of tables) {
    expect(offset, tag).toBe(end);
    end = offset + Math.ceil(length / 4) * 4;
    let sum = 0n;
    for (let at = offset; at < end; at += 4) sum += BigInt(view.getUint32(at));
    expect(BigInt(checksum), tag).toBe(sum % 2n ** 32n);
  }
  expect(view.byteLength).toBe(end);
});

it("a part of the font has the outlines of its letters at their numbers, with what they are made of, and no others", () => {
  const outlines = (file: Uint8Array) => {
    const { view, tables } = directory(file);
    const at = (tag: string) => tables.find((table) => table.tag === tag)?.offset ?? 0;
    const long = view.getInt16(at("head") + 50) === 1;
    const from = (id: number) =>
      at("glyf") + (long ? view.getUint32(at("loca") + 4 * id) : 2 * view.getUint16(at("loca") + 2 * id));
    return (id: number) => file.slice(from(id), from(id + 1));
  };
  const [whole, part] = [outlines(bytes), outlines(font.subset(new Set([glyph("é")])))];
  const kept = Array.from({ length: font.glyphs }, (_, id) => id).filter((id) => part(id).length > 0);
  for (const id of kept) expect(part(id)).toEqual(whole(id));
  // é, and what it is made of: e and an accent. What the font lacks has no outline.
  expect(kept).toEqual(expect.arrayContaining([glyph("e"), glyph("é")]));
  expect(kept).toHaveLength(3);
  expect(whole(0)).toHaveLength(0);
});
