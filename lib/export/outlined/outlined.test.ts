import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { textWidth } from "../../figure/text";
import { nth } from "../../numeric/nth";
import { readTrueType } from "../pdf/trueType";
import { pdfExport } from "../pdfExport";
import { svgExport } from "../svgExport";
import { example, exampleTable, requestFor } from "../testing";
import { epsExport } from "./epsExport";
import { lettersOf } from "./letters";

const request = requestFor(await exampleTable(), example);
const folder = mkdtempSync(join(tmpdir(), "eps-"));
const hasGhostscript = (() => {
  try {
    return execFileSync("gs", ["--version"]).length > 0;
  } catch {
    return false;
  }
})();

/** A page as gray pixels at 100 to the inch, drawn by Ghostscript. */
function pixels(bytes: Uint8Array, ending: string, crop: boolean): { width: number; height: number; gray: Uint8Array } {
  const [from, to] = [join(folder, `page.${ending}`), join(folder, `page.${ending}.pgm`)];
  writeFileSync(from, bytes);
  const options = [
    "-q",
    "-dNOPAUSE",
    "-dBATCH",
    "-dSAFER",
    "-sDEVICE=pgmraw",
    "-r100",
    "-dTextAlphaBits=4",
    "-dGraphicsAlphaBits=4",
  ];
  execFileSync("gs", [...options, ...(crop ? ["-dEPSCrop"] : []), `-sOutputFile=${to}`, from]);
  const file = readFileSync(to);
  const [head = "", width = "", height = ""] =
    /^P5\s+(?:#.*\s+)*(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1")) ?? [];
  return { width: Number(width), height: Number(height), gray: new Uint8Array(file.subarray(head.length)) };
}

describe.each(request.panels.map((shown) => [shown.title, shown] as const))("the EPS of “%s”", async (_, shown) => {
  const of = { ...request, shown };
  const { files, notes } = await epsExport.write(of);
  const text = await nth(files, 0).content.text();

  it("is Encapsulated PostScript of level 2: clean ASCII, no long line, no font, its size in points", () => {
    expect(text).toMatch(/^%!PS-Adobe-3\.0 EPSF-3\.0\n%%BoundingBox: 0 0 \d+ \d+\n/);
    expect(text).toMatch(/%%LanguageLevel: 2\n/);
    expect(text.endsWith("%%EOF\n")).toBe(true);
    expect([...text].filter((each) => each !== "\n" && !(each >= " " && each <= "~"))).toEqual([]);
    expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThan(255);
    expect(text).not.toMatch(/findfont|setpagedevice|showpage/);
    expect(Number(/HiResBoundingBox: 0 0 ([\d.]+)/.exec(text)?.[1])).toBeCloseTo((183 / 25.4) * 72, 0);
    expect(notes.filter((note) => !/smallest text/.test(note))).toEqual([]);
  });

  it.runIf(hasGhostscript)("looks as the PDF does, drawn by Ghostscript", { timeout: 60_000 }, async () => {
    const pdf = await pdfExport.write(of);
    const ours = pixels(new TextEncoder().encode(text), "eps", true);
    const theirs = pixels(new Uint8Array(await nth(pdf.files, 0).content.arrayBuffer()), "pdf", false);
    expect(Math.abs(ours.width - theirs.width)).toBeLessThanOrEqual(1);
    expect(Math.abs(ours.height - theirs.height)).toBeLessThanOrEqual(1);
    const rows = Math.min(ours.height, theirs.height);
    const columns = Math.min(ours.width, theirs.width);
    // Letters of a font are fitted to the pixels and outlines are not: blocks of eight by eight pixels are compared, from the
    // lower left corner, as the pages may be rounded to other pixels at their upper end.
    const mean = ({ gray, width, height }: typeof ours, left: number, low: number) => {
      let sum = 0;
      for (let y = 0; y < 8; y++)
        for (let x = 0; x < 8; x++) sum += gray[(height - 1 - low - y) * width + left + x] ?? 0;
      return sum / 64;
    };
    const apart: number[] = [];
    let inked = 0;
    for (let low = 0; low + 8 <= rows; low += 8)
      for (let left = 0; left + 8 <= columns; left += 8) {
        const [a, b] = [mean(ours, left, low), mean(theirs, left, low)];
        if (b < 250) inked++;
        apart.push(Math.abs(a - b));
      }
    expect(inked).toBeGreaterThan(200);
    expect(Math.max(...apart)).toBeLessThan(60);
    expect(apart.filter((each) => each > 25).length / inked).toBeLessThan(0.05);
  });
});

describe("letters as outlines in an SVG", async () => {
  const written = async (outlined: boolean) => {
    const { files, notes } = await svgExport.write({ ...request, paper: { ...request.paper, outlined } });
    return { text: await nth(files, 0).content.text(), notes };
  };
  const { text, notes } = await written(true);
  const asText = (await written(false)).text;

  it("leave no text and no font in it, and say what they say to those who do not see them", () => {
    const traces = ["<text", "<tspan", "@font-face"];
    expect(traces.filter((trace) => asText.includes(trace))).toEqual(traces);
    expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
    expect(notes).toEqual([]);
    const said = [...asText.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inside = ""]) =>
      inside.replace(/<title>.*?<\/title>/g, "").replace(/<[^>]*>/g, ""),
    );
    expect(said.length).toBeGreaterThan(20);
    const labels = new Set([...text.matchAll(/<g[^>]* aria-label="([^"]*)"/g)].map(([, label]) => label));
    expect(said.filter((each) => !labels.has(each))).toEqual([]);
    expect(/<svg[^>]*>\s*<title>[^<]+<\/title><desc>/.test(text)).toBe(true);
  });

  it("stand where the text stood: the letter I is as high as capitals of the font are", () => {
    const font = readTrueType(new Uint8Array(readFileSync("app/fonts/Inter-400.ttf")));
    const { outlines, width } = lettersOf([{ text: "IO", size: 100, weight: 400, fill: "#000000" }], {
      400: font,
      600: font,
    });
    const [outline = []] = outlines;
    const ys = outline.flatMap(({ to }) => to.map(([, y]) => y));
    expect(Math.min(...ys)).toBeLessThan((-100 * font.capHeight) / font.unitsPerEm + 0.01);
    expect(Math.max(...ys)).toBeLessThan(2);
    expect(outline.filter(({ command }) => command === "M")).toHaveLength(3);
    expect(width).toBeCloseTo(textWidth("IO", 100), 0);
  });

  it("of a glyph that is put together have all its parts: é is e and an accent", () => {
    const font = readTrueType(new Uint8Array(readFileSync("app/fonts/Inter-400.ttf")));
    const contours = (letter: string) =>
      font.outline(font.glyphOf(letter.codePointAt(0) ?? 0)).filter(({ command }) => command === "M").length;
    expect(contours("é")).toBe(contours("e") + 1);
    expect(contours("ä")).toBe(contours("a") + 2);
    expect(contours(" ")).toBe(0);
  });
});

afterAll(() => expect(request.panels.length).toBeGreaterThan(5));
