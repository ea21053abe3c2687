import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { wordExport } from "../docx/wordExport";
import type { ExportRequest } from "../exportFormat";
import { schemaProblems, validates } from "../schema/testing";
import { example, exampleTable, requestFor } from "../testing";
import { pptxExport } from "./pptxExport";

const bytesOf = async ({ files }: { files: { content: Blob }[] }) =>
  new Uint8Array(await (files[0] as { content: Blob }).content.arrayBuffer());

/** The slides of a presentation, in their order. */
async function slidesOf(request: ExportRequest): Promise<string[]> {
  const parts = unzipSync(await bytesOf(await pptxExport.write(request)));
  const names = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  return names.map((_, at) => strFromU8(parts[`ppt/slides/slide${at + 1}.xml`] as Uint8Array));
}

const longest = "Doxorubicin 75 mg/m² plus olaratumab 15 mg/kg on days 1 and 8 of each cycle for up to eight cycles";

/** A cohort of so many groups of 20 patients, whose names may be long or hostile. */
async function cohortOf(names: readonly string[], figure: object = {}): Promise<ExportRequest> {
  const rows = names.flatMap((name, group) =>
    Array.from({ length: 20 }, (_, at) => `"${name}",${((at * 7 + group * 3) % 37) + 1.5},${at % 3 === 0 ? 0 : 1}`),
  );
  const coding = [
    { value: "0", as: "censored" },
    { value: "1", as: "event" },
  ];
  const endpoint = {
    ...{ id: "os", label: "Overall survival", time: { from: "column", column: "months", unit: "months" } },
    event: { column: "dead", coding },
  };
  const board = boardFrom({
    endpoints: [endpoint],
    panels: [
      { id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" }, figure },
      {
        id: "cox",
        kind: "regression",
        endpoint: "os",
        terms: [{ id: "arm", of: { column: "arm" }, coding: { kind: "levels", reference: null } }],
      },
    ],
  });
  return requestFor(await tableFrom(`arm,months,dead\n${rows.join("\n")}\n`), board);
}

const two = await cohortOf(["Doxorubicin", "Placebo"]);
const twelve = await cohortOf(Array.from({ length: 12 }, (_, at) => `Hospital ${"ABCDEFGHIJKL"[at]}`));
const long = await cohortOf([longest, "=HYPERLINK(1)", "<b> & 'c'"], { milestones: [12], annotation: ["medians"] });
const shipped = requestFor(await exampleTable(), example);
const withoutTable = await cohortOf(["Doxorubicin", "Placebo"], { table: [] });
const all = { two, twelve, long, shipped, withoutTable };

describe.runIf(validates)("files for PowerPoint and Word follow the schema", () => {
  it.each(Object.entries(all))("PowerPoint, %s", { timeout: 60_000 }, async (_, request) => {
    expect(await schemaProblems(await bytesOf(await pptxExport.write(request)), "board.pptx")).toEqual([]);
  });

  it.each(shipped.panels.map((shown) => [shown.title, shown] as const))(
    "Word, %s",
    { timeout: 60_000 },
    async (_, shown) => {
      expect(await schemaProblems(await bytesOf(await wordExport.write({ ...shipped, shown })), "panel.docx")).toEqual(
        [],
      );
    },
  );

  it("which finds what is wrong", { timeout: 60_000 }, async () => {
    const parts = unzipSync(await bytesOf(await wordExport.write(shipped)));
    const xml = strFromU8(parts["word/document.xml"] as Uint8Array).replace("<w:body>", "<w:body><w:t>?</w:t>");
    const { zipSync, strToU8 } = await import("fflate");
    expect(await schemaProblems(zipSync({ ...parts, "word/document.xml": strToU8(xml) }), "panel.docx")).toHaveLength(
      1,
    );
  });
});

describe("a slide", () => {
  it.each(Object.entries(all))(
    "has ids of its own, a title and no letters under ten points: %s",
    async (_, request) => {
      const slides = await slidesOf(request);
      for (const slide of slides) {
        const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(slide.match(/<p:ph[^>]*type="title"/g)).toHaveLength(1);
        const sizes = [...slide.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1000);
        expect(slide).not.toContain("in figure:");
      }
      expect(slides.length).toBeGreaterThanOrEqual(request.panels.length);
    },
  );

  it("says its figure, and its table, to those who do not see them", async () => {
    const [slide = ""] = await slidesOf(two);
    expect(slide.match(/<p:grpSp>/g)).toHaveLength(1);
    expect(slide).toMatch(/name="Figure" descr="Kaplan–Meier curves of Overall survival[^"]*Doxorubicin/);
    expect(slide).toMatch(/name="Numbers at risk" descr="Numbers at risk"/);
    const [hostile = ""] = await slidesOf(long);
    expect(hostile).toMatch(/descr="[^"]*&lt;b&gt; &amp; [^"]*"/);
  });

  it("has nothing below its foot, and of twelve groups their numbers on slides of their own", async () => {
    const slides = await slidesOf(twelve);
    // Curves, main numbers, numbers at risk; then the forest plot.
    expect(slides).toHaveLength(4);
    const [curves = "", numbers = "", atRisk = ""] = slides;
    expect(curves).not.toContain("<a:tbl>");
    for (const table of [numbers, atRisk]) expect(table).toContain("<a:t>Hospital L</a:t>");
    for (const slide of slides)
      for (const [, y, cy] of slide.matchAll(/<a:off x="-?\d+" y="(-?\d+)"\/><a:ext cx="\d+" cy="(\d+)"/g))
        expect((Number(y) + Number(cy)) / 914400).toBeLessThanOrEqual(7.5);
  });

  it("has no more numbers at risk abreast than have room", async () => {
    const names = Array.from({ length: 12 }, (_, at) => `Hospital ${"ABCDEFGHIJKL"[at]}`);
    const slides = await slidesOf(await cohortOf(names, { table: ["atRisk"], step: 2 }));
    const table = slides.find((slide) => slide.includes("<a:t>At</a:t>")) ?? "";
    const [head = ""] = /<a:tr .*?<\/a:tr>/s.exec(table) ?? [];
    const cells = head.match(/<a:tc>/g)?.length ?? 0;
    expect(cells).toBeGreaterThan(5);
    expect(cells).toBeLessThanOrEqual(11);
  });

  it("never cuts a group’s name in the table of numbers at risk", async () => {
    const [slide = ""] = await slidesOf(long);
    const table = /<a:tbl>.*<\/a:tbl>/s.exec(slide)?.[0] ?? "";
    expect(table).not.toContain("…");
    const [plain = ""] = await slidesOf(two);
    expect(/<a:tbl>.*<\/a:tbl>/s.exec(plain)?.[0]).toContain("<a:t>Doxorubicin</a:t>");
  });
});
