import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { SvgElement } from "../figure/svg";
import { exportFormats } from "./index";
import { example, exampleTable, requestFor, textOf } from "./testing";

const request = requestFor(await exampleTable(), example);
const formatOf = (id: string) => {
  const format = exportFormats.find((each) => each.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
};
const previewOf = (id: string) => formatOf(id).preview?.(request);

const letters = (text: string) => text.replace(/\s/g, "");
const textIn = (node: SvgElement | string): string =>
  typeof node === "string" ? node : node.children.map(textIn).join("");
const plain = (xml: string) =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

describe("the preview shows what is written", () => {
  it("every slide of the file with all its words, in their order", async () => {
    const preview = await previewOf("pptx");
    if (preview?.kind !== "slides") throw new Error("no slides");
    const { files } = await formatOf("pptx").write(request);
    const parts = unzipSync(new Uint8Array((await files[0]?.content.arrayBuffer()) ?? []));
    const written = Object.keys(parts)
      .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
      .map((name) => strFromU8(parts[name] ?? new Uint8Array()));
    expect(preview.slides.map((slide) => letters(textIn(slide)))).toEqual(
      written.map((xml) => letters(plain([...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join("")))),
    );
    // Curves and lines are there as well, none of them at a place that is no number.
    for (const slide of preview.slides) expect(JSON.stringify(slide)).not.toContain("NaN");
    expect(JSON.stringify(preview.slides).match(/"path"/g)?.length).toBeGreaterThan(100);
  });

  it.each(["statistics", "at-risk", "steps", "tidy"])("the table of “%s”, letter by letter", async (id) => {
    const preview = await previewOf(id);
    expect(preview?.kind).toBe("table");
    expect(preview?.kind === "table" && preview.text).toBe((await textOf(id, request)).replace(/^\uFEFF/, ""));
  });

  it("the patients of the data set", async () => {
    const preview = await previewOf("data");
    expect(await textOf("data", request)).toContain(preview?.kind === "table" ? preview.text : "");
  });

  it("the page of the report, which is its body", async () => {
    const preview = await previewOf("report");
    expect(await textOf("report", request)).toContain(
      preview?.kind === "page" ? `<body>\n${preview.body}\n</body>` : "",
    );
  });

  it("every text and table of the Word file", async () => {
    const preview = await previewOf("docx");
    const xml = (await textOf("docx", request)).match(/<w:body>[\s\S]*<\/w:body>/)?.[0] ?? "";
    const written = [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join("");
    const shown = preview?.kind === "page" ? preview.body.replace(/<[^>]*>/g, "") : "";
    expect(letters(plain(shown))).toBe(letters(plain(written)));
  });

  it("of figures there is none: they are laid out on their paper", () => {
    for (const format of exportFormats) expect(format.preview === undefined).toBe(format.asks.includes("width"));
  });
});
