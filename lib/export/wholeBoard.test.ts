import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { boardFrom } from "../cohort/testing";
import { htmlReport } from "./htmlReport";
import { pptxExport } from "./pptx/pptxExport";
import { openPrivacy } from "./privacy";
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

  it("counts what no XML can hold in titles of the page and of its panels, as in their figures", () => {
    // The page's title and heading, and the heading of each panel; and what its figure is called.
    expect(htmlReport(named, "AAAA").notes).toContain(
      `${2 + 2 * request.panels.length} characters that no such file can hold were left out.`,
    );
  });

  it("says once what its figures say, and a title once, over its figure", () => {
    const small = { ...request, paper: { ...request.paper, textPt: 5 } };
    // Of curves at 5 pt a share of .92, of a table of patients less.
    expect(htmlReport(small, "AAAA").notes).toEqual([
      "The smallest text has 4.6 pt; journals ask for at least 5.",
      "The smallest text has 4.2 pt; journals ask for at least 5.",
    ]);
    expect(htmlReport(request, "AAAA").notes).toEqual([]);
    const titled = htmlReport({ ...request, panels: request.panels.slice(0, 2) }, "AAAA").text;
    const body = titled.slice(titled.indexOf("</header>"));
    expect(body.match(/<h2>/g)).toHaveLength(2);
    expect(body).not.toContain('data-part="title"');
  });

  it("gives no count of all patients as soon as one panel withholds its counts", () => {
    const [first, ...others] = request.panels;
    const header = (panels: typeof request.panels) =>
      /<header>.*<\/header>/s.exec(htmlReport({ ...request, panels }, "AAAA").text)?.[0] ?? "";
    expect(header(request.panels)).toContain("75 patients; no filters.");
    const withheld = header([{ ...first, ledger: null }, ...others]);
    expect(withheld).not.toContain("75 patients");
    expect(withheld).toContain("No filters.");
  });

  it("has a dash in its tables for a count that is held back", async () => {
    const board = boardFrom({
      columns: example.columns,
      panels: [{ id: "p", kind: "characteristics", group: { column: "arm" }, rows: [{ of: { column: "tp53" } }] }],
    });
    const of = requestFor(await exampleTable(), board);
    const row = (privacy: typeof openPrivacy) =>
      /<th scope="row">TP53.*?<\/tr>/s.exec(htmlReport({ ...of, privacy }, "AAAA").text)?.[0] ?? "";
    // 49 of 75 have a mutation, 20 of 27 and 29 of 48; 7 of the 27 have none.
    expect(row(openPrivacy)).toContain("49 (65%)");
    expect(row({ ...openPrivacy, cut: true, smallest: 11 })).toContain("<td>–</td>");
    expect(row({ ...openPrivacy, cut: true, smallest: 11 })).not.toContain("49 (65%)");
  });
});
