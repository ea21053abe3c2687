import { readFileSync } from "node:fs";
import { unzlibSync } from "fflate";
import { expect, it } from "vitest";
import { textWidth } from "../../figure/text";
import { embeddedFont, lacking } from "./embeddedFont";
import { PdfFile } from "./pdfFile";
import { readTrueType } from "./trueType";

const inter = readTrueType(new Uint8Array(readFileSync("app/fonts/Inter-400.ttf")));
const letters = "Abcdefghijklmnopqrstuvwxyzäöüéèñçß0123456789≥−×χ–·";

/** The objects of a PDF as they are written, streams unpacked. */
function written(file: PdfFile): string[] {
  const text = Buffer.from(file.write(1, 1)).toString("latin1");
  return [...text.matchAll(/\d+ 0 obj\n([\s\S]*?)\nendobj/g)].map(([, object = ""]) => {
    const [head = "", packed] = object.split(/>>\nstream\n/);
    return packed === undefined
      ? head
      : Buffer.from(unzlibSync(Buffer.from(packed.replace(/\nendstream$/, ""), "latin1"))).toString("latin1");
  });
}

it("what is drawn is found again by the map of the font: each code is the letter it was made from", () => {
  const file = new PdfFile();
  const font = embeddedFont(file, inter, "Inter");
  const codes = font.encode(letters).match(/.{4}/g) ?? [];
  font.finish();
  const map = written(file).find((object) => object.includes("beginbfchar")) ?? "";
  const found = new Map([...map.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, code, text = ""]) => [code, text]));
  const read = codes.map((code) => String.fromCharCode(Number.parseInt(found.get(code) ?? "", 16)));
  expect(read.join("")).toBe(letters);
  expect(codes.map((code) => Number.parseInt(code, 16))).toEqual(
    [...letters].map((letter) => inter.glyphOf(letter.codePointAt(0) ?? 0)),
  );
  expect(map).toContain(`${[...letters].length} beginbfchar`);
});

it("the map comes in blocks of at most a hundred letters", () => {
  const file = new PdfFile();
  const font = embeddedFont(file, inter, "Inter");
  const many = Array.from({ length: 0x17f - 0x21 }, (_, at) => String.fromCharCode(0x21 + at)).filter(
    (each) => inter.glyphOf(each.charCodeAt(0)) > 0,
  );
  font.encode(many.join(""));
  font.finish();
  const map = written(file).find((object) => object.includes("beginbfchar")) ?? "";
  const glyphs = new Set(many.map((each) => inter.glyphOf(each.charCodeAt(0)))).size;
  const blocks = [...map.matchAll(/^(\d+) beginbfchar\n([\s\S]*?)\nendbfchar/gm)];
  const sizes = blocks.map(([, said, lines]) => [Number(said), lines?.split("\n").length]);
  const hundreds = Array(Math.floor(glyphs / 100)).fill([100, 100]);
  expect(sizes).toEqual([...hundreds, [glyphs % 100, glyphs % 100]]);
});

it("a text is as wide as its letters, and marks without a shape of their own take no room", () => {
  const font = embeddedFont(new PdfFile(), inter, "Inter");
  expect(font.width("Arm")).toBeCloseTo(textWidth("Arm", 1), 3);
  expect(font.encode("A\u200d\ufe0f")).toBe(font.encode("A"));
  expect(font.encode("化")).toBe("0000");
  expect(lacking(inter, "A化\u200d🧪")).toEqual(["化", "🧪"]);
});

it("widths of letters are written in thousandths of an em, beside the name and measures of the font", () => {
  const file = new PdfFile();
  const font = embeddedFont(file, inter, "Inter");
  const code = Number.parseInt(font.encode("A"), 16);
  font.finish();
  const objects = written(file);
  const em = (units: number) => Math.round((1000 * units) / inter.unitsPerEm);
  expect(objects.join("\n")).toContain(`${code}[${em(inter.advance(code))}]]`);
  expect(objects.join("\n")).toContain(`/Ascent ${em(inter.ascent)}/Descent ${em(inter.descent)}`);
  expect(objects.filter((object) => object.includes("/FontName/MEIERB+Inter/"))).toHaveLength(1);
});
