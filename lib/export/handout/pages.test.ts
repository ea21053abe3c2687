import { describe, expect, it } from "vitest";
import type { Panel } from "../../board/board";
import { drawingOf } from "../../figure/drawing";
import { drawnSlides } from "../pptx/drawnSlides";
import { example, exampleTable, requestFor } from "../testing";
import { handoutPages, sheet } from "./pages";

const table = await exampleTable();
const withNotes = (notes: Record<number, string>) =>
  requestFor(table, {
    ...example,
    panels: example.panels.map((panel, at): Panel => ({ ...panel, notes: notes[at] ?? "" })),
  });
const textsOf = (page: Parameters<typeof drawingOf>[0]) =>
  drawingOf(page).flatMap((shape) =>
    shape.kind === "text" ? [{ ...shape, said: shape.runs.map(({ text }) => text).join("") }] : [],
  );
const wordsOf = (texts: { said: string }[]) => texts.map(({ said }) => said).join(" ");
const letters = (text: string) => text.replace(/\s/g, "");

describe("a hand-out", () => {
  it("has every slide of the presentation, two a page, with all its words in their order", () => {
    const request = withNotes({});
    const { slides } = drawnSlides(request);
    const { pages } = handoutPages(request);
    expect(pages.length).toBe(Math.ceil(slides.length / 2));
    const words = letters(wordsOf(pages.flatMap(textsOf)));
    let from = 0;
    for (const slide of slides) {
      const at = words.indexOf(letters(wordsOf(textsOf(slide))), from);
      expect(at).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it("says below a slide the notes of who presents, then the results, and what is to be read with care", () => {
    const [page] = handoutPages(withNotes({ 0: "First the patients.\n\nThen the arms." })).pages;
    const words = page ? wordsOf(textsOf(page)) : "";
    expect(words).toMatch(/First the patients\. Then the arms\. The table describes 75 patients by treatment arm/);
    expect(handoutPages(withNotes({})).pages.some((each) => wordsOf(textsOf(each)).includes("First the"))).toBe(false);
  });

  it("goes on overleaf with notes that are too long, without losing a word, and nothing stands outside its page", () => {
    const long = Array.from({ length: 280 }, (_, at) => `word${at}`).join(" ");
    const { pages } = handoutPages(withNotes({ 1: long, 2: long.replaceAll(" ", "\n").slice(0, 2000) }));
    const texts = pages.map(textsOf);
    const words = wordsOf(texts.flat()).split(/\s+/);
    for (let at = 0; at < 280; at++) expect(words).toContain(`word${at}`);
    for (const { x, y } of texts.flat()) {
      expect(Math.min(x, y)).toBeGreaterThan(0);
      expect(x).toBeLessThan(sheet.width);
      expect(y).toBeLessThan(sheet.height);
    }
  });

  it("names the panels that are left out", () => {
    const { pages } = handoutPages({ ...withNotes({}), without: ["“Rare” is left out: its groups are too small."] });
    expect(wordsOf(textsOf(pages.at(-1) as never))).toContain("“Rare” is left out");
  });
});
