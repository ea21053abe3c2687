import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { htmlReport } from "./htmlReport";
import { pptxExport } from "./pptx/pptxExport";
import { example, exampleTable, requestFor } from "./testing";

const request = requestFor(await exampleTable(), example);
const hostile = '</title><script>alert(1)</script>\u0001 "x" =1';
const named = { ...request, panels: request.panels.map((panel) => ({ ...panel, title: hostile })) };

describe("the presentation", async () => {
  const { files, notes } = await pptxExport.write({
    ...named,
    panels: named.panels.filter(({ panel }) => panel.kind === "kaplanMeier"),
  });
  const parts = unzipSync(new Uint8Array(await files[0].content.arrayBuffer()));
  const part = (name: string) => strFromU8(parts[name]);

  it("has a slide a panel, of freeform shapes that can be edited and a table in letters of ten points", () => {
    for (const slide of [1, 2, 3]) {
      const xml = part(`ppt/slides/slide${slide}.xml`);
      expect(xml.match(/<a:custGeom>/g)?.length).toBeGreaterThan(4);
      expect(xml).not.toContain("<p:pic>");
      expect(xml.match(/<a:tbl>/g)).toHaveLength(1);
      expect(xml).toContain("<a:t>22 (0, 0)</a:t>".replace("22", slide === 3 ? "22" : "27"));
      expect(xml).toContain("Research use, not a medical device.");
      const table = /<a:tbl>.*<\/a:tbl>/s.exec(xml)?.[0] ?? "";
      expect(new Set(table.match(/(?<= sz=")\d+/g))).toEqual(new Set(["1000"]));
    }
  });

  it("says in the notes what was found and how, a paragraph each", () => {
    const xml = part("ppt/notesSlides/notesSlide3.xml");
    expect(xml).toContain("estimated by the Kaplan–Meier method");
    expect(xml).toContain("75 rows in the file; 75 usable patients.");
    expect(xml.match(/<a:p>/g)?.length).toBeGreaterThan(6);
  });

  it("holds texts as texts, without what no XML can hold, which is counted, and names no user", () => {
    const xml = part("ppt/slides/slide1.xml");
    expect(xml).toContain("&lt;script&gt;");
    expect(xml).not.toContain("\u0001");
    expect(notes.join()).toMatch(/\d+ characters that no such file can hold were left out/);
    expect(part("docProps/core.xml")).toContain("<dc:creator>Meierboard 1.2.3</dc:creator>");
  });
});

describe("the report", () => {
  const { text } = htmlReport(named, "AAAA");

  it("has a figure, a table and the words of every panel", () => {
    for (const part of ["<svg", "<table>", "<h3>Methods</h3>", "<figcaption>"])
      expect(text.split(part)).toHaveLength(request.panels.length + 1);
    expect(text).toContain("Research use, not a medical device.");
  });

  it("runs nothing and asks for nothing, whatever names say", () => {
    expect(text).not.toMatch(/<script|\son\w+=|javascript:/i);
    expect(text.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:/);
    expect(text).toContain("&lt;script&gt;");
    expect(text).not.toContain("\u0001");
  });
});
