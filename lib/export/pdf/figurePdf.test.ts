import { readFileSync, writeFileSync } from "node:fs";
import { unzlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../../board/figureOptions";
import { element } from "../../figure/svg";
import { textWidth } from "../../figure/text";
import { kaplanMeierFigure } from "../../panels/kaplanMeier/figure";
import { aml, fixture, simulated } from "../../panels/kaplanMeier/fixture";
import { figurePdf } from "./figurePdf";
import { readTrueType } from "./trueType";

const read = (name: string) => readTrueType(new Uint8Array(readFileSync(`app/fonts/${name}.ttf`)));
const fonts = { 400: read("Inter-400"), 600: read("Inter-600") };
const picture = async () => ({
  width: 40,
  height: 16,
  baseline: 12,
  pixelWidth: 2,
  pixelHeight: 1,
  rgba: new Uint8Array([255, 0, 0, 255, 0, 0, 255, 128]),
});

const sheet = { width: 336, height: 320, text: 8, theme: "light", titleInside: true, pixelRatio: 8 } as const;
const pdfOf = async (result: typeof aml, drawnBy: typeof picture | null = picture) =>
  figurePdf({
    ...kaplanMeierFigure(result, defaultFigureOptions, sheet),
    fonts,
    picture: drawnBy,
    title: "Overall survival by arm",
    subject: "23 patients",
    program: "Meierboard",
  });

/** The streams of the file, unpacked. */
function streams(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString("latin1");
  return [...text.matchAll(/\/FlateDecode\/Length (\d+)>>\nstream\n/g)].map((match) => {
    const start = match.index + match[0].length;
    return Buffer.from(unzlibSync(bytes.subarray(start, start + Number(match[1])))).toString("latin1");
  });
}

describe("a figure as PDF", async () => {
  const { bytes, lacking, removed } = await pdfOf(aml);
  if (process.env.PDF_OUT) writeFileSync(process.env.PDF_OUT, bytes);
  const text = Buffer.from(bytes).toString("latin1");

  it("has the size of the figure in points and embeds both weights as subsets", () => {
    expect(text).toMatch(/MediaBox\[0 0 252 240\]/);
    expect(text).toContain("/BaseFont/MEIERB+Inter-Regular");
    expect(text).toContain("/BaseFont/MEIERB+Inter-SemiBold");
    expect(bytes.length).toBeLessThan(60_000);
  });

  it("knows where every object is", () => {
    const start = Number(text.match(/startxref\n(\d+)/)?.[1]);
    expect(text.slice(start, start + 4)).toBe("xref");
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    for (const [index, offset] of offsets.entries())
      expect(text.slice(offset, offset + 12)).toMatch(new RegExp(`^${index + 1} 0 obj`));
  });

  it("keeps texts as texts: their letters can be read back through the font's map", () => {
    const map = streams(bytes).filter((stream) => stream.includes("beginbfchar"));
    const letters = map.map((stream) =>
      [...stream.matchAll(/> <([0-9a-f]{4})>/g)]
        .map(([, hex]) => String.fromCharCode(Number.parseInt(hex, 16)))
        .join(""),
    );
    for (const letter of "–Overall survival") expect(letters.join("")).toContain(letter);
    expect([lacking, removed]).toEqual([0, 0]);
  });

  it.each([
    ["start", 0, [1, 0, 0, -1], [1, 0]],
    ["end", 1, [1, 0, 0, -1], [1, 0]],
    ["middle", 0.5, [0, -1, -1, 0], [0, -1]],
  ])(
    "places each run of a text after the one before, from its %s, along its line",
    async (anchor, before, turn, along) => {
      const turned = along[0] === 1 ? {} : { transform: "rotate(-90 100 200)" };
      const runs = [
        element("tspan", { "font-size": 20 }, "Number"),
        element("tspan", { "font-size": 10, "font-weight": 600 }, "at risk"),
      ];
      const tree = element("svg", {}, element("text", { x: 100, y: 200, "text-anchor": anchor, ...turned }, runs));
      const about = { title: "", subject: "", program: "", fonts, picture: null };
      const { bytes } = await figurePdf({ tree, width: 300, height: 300, ...about });
      const content = streams(bytes).find((stream) => stream.includes(" Tm ")) ?? "";
      const found = [...content.matchAll(/rg (.*) Tm/g)].map(([, place]) => place?.split(" ").map(Number));
      const [first, second] = [textWidth("Number", 20, 400), textWidth("at risk", 10, 600)];
      const starts = [0, first].map((start) => start - before * (first + second));
      expect(found).toEqual(
        starts.map((start) => [
          ...turn.map((each) => expect.closeTo(each, 6)),
          ...[100 + start * (along[0] ?? 0), 200 + start * (along[1] ?? 0)].map((each) => expect.closeTo(each, 1)),
        ]),
      );
    },
  );

  it("shows characters the font lacks as a picture that still says the text, and counts them", async () => {
    const hostile = fixture([
      simulated("Arm 🧪", 20, 10, 40),
      simulated("ذراع", 20, 5, 40, 2),
      simulated("b\u0001ad", 9, 5, 40, 3),
    ]);
    const written = await pdfOf(hostile);
    if (process.env.PDF_OUT) writeFileSync(`${process.env.PDF_OUT}.hostile.pdf`, written.bytes);
    const content = streams(written.bytes).find((stream) => stream.includes(" cm /I1 Do"));
    expect(content).toContain("/ActualText <FEFF00410072006d0020d83eddea>");
    expect(written.lacking).toBeGreaterThanOrEqual(5);
    expect(written.removed).toBeGreaterThanOrEqual(1);
  });

  it("keeps every pixel of such a picture, its color and how far it covers", async () => {
    // Three lines of two pixels: red, green, blue and opacity of each.
    const pixels = Array.from({ length: 6 }, (_, at) => [10 + at, 50 + at, 90 + at, 130 + at]);
    const rgba = new Uint8Array(pixels.flat());
    const drawn = { ...(await picture()), pixelWidth: 2, pixelHeight: 3, rgba };
    const { bytes } = await pdfOf(fixture([simulated("Arm 🧪", 20, 10, 40)]), async () => drawn);
    const found = streams(bytes);
    expect(found).toContain(String.fromCharCode(...pixels.flatMap((pixel) => pixel.slice(0, 3))));
    expect(found).toContain(String.fromCharCode(...pixels.flatMap((pixel) => pixel.slice(3))));
    expect(Buffer.from(bytes).toString("latin1")).toContain(
      "/Width 2/Height 3/BitsPerComponent 8/ColorSpace/DeviceRGB",
    );
  });

  it("leaves an empty place for each where nobody draws pictures, and still says the text", async () => {
    const [emoji, chinese, cyrillic] = ["Arm 🧪", "化疗组", "Рука Б"];
    const groups = [emoji, chinese, cyrillic].map((name, i) => simulated(name, 20, 10, 40, i + 1));
    const written = await pdfOf(fixture(groups), null);
    const content = streams(written.bytes).find((stream) => stream.includes(" Tf "));
    expect(content).toContain("/ActualText <FEFF00410072006d0020d83eddea>");
    expect(content).toContain("/ActualText <FEFF531675977ec4>");
    // Three places for three letters: glyph 0, which has no outline.
    expect(content).toMatch(/BDC BT [^\n]*<000000000000> Tj ET EMC/);
    expect(content).toContain("/ActualText <FEFF0420");
    expect(content).not.toMatch(/ActualText <FEFF004e0075006d006200650072/); // "Number at risk" is all letters of the font.
    expect(content).not.toContain(" Do ");
    expect(written.lacking).toBe((await pdfOf(fixture(groups))).lacking);
    expect(written.lacking).toBeGreaterThan(0);
  });
});
