import type { Outline } from "../../figure/outline";
import { glyphOutline } from "./glyphOutline";

/** A TrueType font, read as far as a PDF needs it. */
export interface TrueTypeFont {
  bytes: Uint8Array;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  box: [number, number, number, number];
  glyphs: number;
  /** The glyph of a code point; 0 where the font has none. */
  glyphOf(codePoint: number): number;
  /** In units of the em. */
  advance(glyph: number): number;
  /** Upwards from the line the letters stand on, in units of the em. */
  outline(glyph: number): Outline;
  /** The font file with the outlines of all other glyphs emptied; glyph numbers stay. */
  subset(used: ReadonlySet<number>): Uint8Array;
}

type Tables = Map<string, DataView>;

/** Reads a font with `glyf` outlines and a Unicode `cmap` of format 4. Source: OpenType 1.9. */
export function readTrueType(bytes: Uint8Array): TrueTypeFont {
  const tables = tablesOf(bytes);
  const table = (tag: string) => {
    const found = tables.get(tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found;
  };
  const head = table("head");
  const hhea = table("hhea");
  const hmtx = table("hmtx");
  const metrics = hhea.getUint16(34);
  const at = places(tables);
  return {
    bytes,
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: table("OS/2").getInt16(88),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphs: table("maxp").getUint16(4),
    glyphOf: characterMap(table("cmap")),
    advance: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)),
    outline: (glyph) => glyphOutline(table("glyf"), (each) => at[each] ?? { start: 0, end: 0 }, glyph),
    subset: (used) => emptied(tables, withComponents(tables, used)),
  };
}

function tablesOf(bytes: Uint8Array): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables: Tables = new Map();
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

function characterMap(cmap: DataView): (codePoint: number) => number {
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const offset = cmap.getUint32(4 + 8 * index + 4);
    if (cmap.getUint16(offset) === 4) return segments(cmap, offset);
  }
  throw new Error("the font has no character map of format 4");
}

function segments(cmap: DataView, offset: number): (codePoint: number) => number {
  const count = cmap.getUint16(offset + 6) / 2;
  const ends = offset + 14;
  const starts = ends + 2 * count + 2;
  const deltas = starts + 2 * count;
  const ranges = deltas + 2 * count;
  return (codePoint) => {
    for (let segment = 0; segment < count; segment++) {
      if (codePoint > cmap.getUint16(ends + 2 * segment)) continue;
      const start = cmap.getUint16(starts + 2 * segment);
      if (codePoint < start) return 0;
      const range = cmap.getUint16(ranges + 2 * segment);
      const delta = cmap.getUint16(deltas + 2 * segment);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = cmap.getUint16(ranges + 2 * segment + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

/** From byte to byte of each glyph's outline in `glyf`. */
function places(tables: Tables): { start: number; end: number }[] {
  const loca = tables.get("loca") as DataView;
  const long = (tables.get("head") as DataView).getInt16(50) === 1;
  const glyphs = (tables.get("maxp") as DataView).getUint16(4);
  const from = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  return Array.from({ length: glyphs }, (_, glyph) => ({ start: from(glyph), end: from(glyph + 1) }));
}

/** Composite glyphs (é is e and an accent) need their components. */
function withComponents(tables: Tables, used: ReadonlySet<number>): Set<number> {
  const at = places(tables);
  const glyf = tables.get("glyf") as DataView;
  const all = new Set([0, ...used]);
  for (const glyph of all) {
    const place = at[glyph];
    if (!place || place.start === place.end || glyf.getInt16(place.start) >= 0) continue;
    for (let entry = place.start + 10, more = true; more; ) {
      const flags = glyf.getUint16(entry);
      all.add(glyf.getUint16(entry + 2));
      const scale = flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0;
      entry += 4 + (flags & 1 ? 4 : 2) + scale;
      more = (flags & 32) !== 0;
    }
  }
  return all;
}

function emptied(tables: Tables, kept: ReadonlySet<number>): Uint8Array {
  const at = places(tables);
  const glyf = tables.get("glyf") as DataView;
  const outlines: Uint8Array[] = [];
  const loca = new DataView(new ArrayBuffer(4 * (at.length + 1)));
  let length = 0;
  for (const [glyph, { start, end }] of at.entries()) {
    loca.setUint32(4 * glyph, length);
    if (!kept.has(glyph)) continue;
    const outline = new Uint8Array(glyf.buffer, glyf.byteOffset + start, end - start);
    outlines.push(outline);
    length += outline.length;
  }
  loca.setUint32(4 * at.length, length);
  const head = copied(tables.get("head") as DataView);
  head.setInt16(50, 1);
  return fontFile([
    ["cmap", tables.get("cmap") as DataView],
    ["glyf", joined(outlines, length)],
    ["head", head],
    ...(["hhea", "hmtx"] as const).map((tag): [string, DataView] => [tag, tables.get(tag) as DataView]),
    ["loca", loca],
    ["maxp", tables.get("maxp") as DataView],
  ]);
}

const copied = (view: DataView) =>
  new DataView(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) as ArrayBuffer);

function joined(parts: Uint8Array[], length: number): DataView {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new DataView(whole.buffer);
}

function fontFile(tables: [tag: string, content: DataView][]): Uint8Array {
  const start = 12 + 16 * tables.length;
  const padded = ({ byteLength }: DataView) => Math.ceil(byteLength / 4) * 4;
  const file = new Uint8Array(start + tables.reduce((sum, [, content]) => sum + padded(content), 0));
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * tables.length - (16 << power));
  let at = start;
  tables.forEach(([tag, content], index) => {
    file.set(new Uint8Array(content.buffer, content.byteOffset, content.byteLength), at);
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, checksum(view, at, padded(content)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, content.byteLength);
    at += padded(content);
  });
  return file;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
