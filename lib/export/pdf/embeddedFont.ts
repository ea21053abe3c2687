import { type PdfFile, utf16 } from "./pdfFile";
import type { TrueTypeFont } from "./trueType";

/** A font as one PDF uses it: remembers its glyphs, and is embedded with those alone. */
export interface EmbeddedFont {
  id: number;
  /**
   * Glyph numbers in hexadecimal, for Tj; of characters the font lacks, those that take no room are left out, others
   * are an empty place as wide as its glyph 0.
   */
  encode(text: string): string;
  /** In em. */
  width(text: string): number;
  finish(): void;
}

/** Code points without a shape of their own: joiners, direction marks, variation selectors. */
const shapeless = /^[\p{Cf}\p{Mn}\p{Me}]$/u;

/** The characters of a text that the font cannot show. */
export const lacking = (font: TrueTypeFont, text: string): string[] =>
  [...text].filter((character) => font.glyphOf(character.codePointAt(0) as number) === 0 && !shapeless.test(character));

/** The glyphs of a text: 0 for what the font cannot show, none for what takes no room. */
export const glyphsOf = (font: TrueTypeFont, text: string): number[] =>
  [...text].flatMap((character) => {
    const glyph = font.glyphOf(character.codePointAt(0) as number);
    return glyph === 0 && shapeless.test(character) ? [] : [glyph];
  });

export function embeddedFont(file: PdfFile, font: TrueTypeFont, name: string): EmbeddedFont {
  const id = file.reserve();
  const used = new Map<number, string>();
  const glyphs = (text: string) =>
    [...text].flatMap((character) => {
      const glyph = font.glyphOf(character.codePointAt(0) as number);
      if (glyph === 0 && shapeless.test(character)) return [];
      if (glyph !== 0 && !used.has(glyph)) used.set(glyph, character);
      return [glyph];
    });
  return {
    id,
    encode: (text) =>
      glyphs(text)
        .map((glyph) => glyph.toString(16).padStart(4, "0"))
        .join(""),
    width: (text) => glyphs(text).reduce((sum, glyph) => sum + font.advance(glyph), 0) / font.unitsPerEm,
    finish: () => embed(file, id, font, `MEIERB+${name}`, used),
  };
}

/** A composite font whose codes are glyph numbers, with the map back to text (ISO 32000-1, 9.7 and 9.10.3). */
function embed(file: PdfFile, id: number, font: TrueTypeFont, name: string, used: Map<number, string>): void {
  const glyphs = [...used.keys()].sort((a, b) => a - b);
  const em = (units: number) => Math.round((units / font.unitsPerEm) * 1000);
  const program = font.subset(new Set(glyphs));
  const data = file.stream(program, `/Length1 ${program.length}`);
  const descriptor = file.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${font.box.map(em).join(" ")}]/ItalicAngle 0` +
      `/Ascent ${em(font.ascent)}/Descent ${em(font.descent)}/CapHeight ${em(font.capHeight)}/StemV 80/FontFile2 ${data} 0 R>>`,
  );
  const widths = [0, ...glyphs].map((glyph) => `${glyph}[${em(font.advance(glyph))}]`).join("");
  const descendant = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor} 0 R/W[${widths}]/CIDToGIDMap/Identity>>`,
  );
  const toUnicode = file.stream(unicodeMap(used));
  file.set(
    id,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
  );
}

function unicodeMap(used: Map<number, string>): string {
  const lines = [...used].map(([glyph, character]) => `<${glyph.toString(16).padStart(4, "0")}> <${utf16(character)}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, block) => {
    const some = lines.slice(100 * block, 100 * block + 100);
    return `${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
