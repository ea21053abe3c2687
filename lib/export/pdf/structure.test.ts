import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzlibSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { handoutExport } from "../handout/handoutExport";
import { pdfExport } from "../pdfExport";
import { openPrivacy } from "../privacy";
import { example, exampleTable, requestFor } from "../testing";

const shipped = requestFor(await exampleTable(), example);

const bytesOf = async (request = shipped, format = pdfExport) =>
  new Uint8Array(await ((await format.write(request)).files[0] as { content: Blob }).content.arrayBuffer());

/** The objects of a file by number, and the content of its pages in their order. */
function read(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString("latin1");
  const objects = new Map<number, { dictionary: string; data: Uint8Array | null }>();
  for (const [, at = ""] of text.matchAll(/^(\d{10}) 00000 n $/gm)) {
    const from = Number(at);
    const head = /^(\d+) 0 obj\n/.exec(text.slice(from, from + 20));
    if (!head) throw new Error(`no object at ${at}`);
    const start = from + head[0].length;
    const stream = text.indexOf(">>\nstream\n", start);
    const end = text.indexOf("\nendobj", start);
    const length = stream >= 0 && stream < end ? Number(/\/Length (\d+)$/.exec(text.slice(start, stream))?.[1]) : null;
    objects.set(Number(head[1]), {
      dictionary: length === null ? text.slice(start, end) : text.slice(start, stream + 2),
      data: length === null ? null : bytes.subarray(stream + 10, stream + 10 + length),
    });
  }
  const entry = (id: number) => objects.get(id)?.dictionary ?? "";
  const dictionaries = [...objects].map(([id, { dictionary }]) => ({ id, dictionary }));
  const catalog = dictionaries.find(({ dictionary }) => dictionary.includes("/Type/Catalog"))?.dictionary ?? "";
  const to = (from: string, name: string) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(from)?.[1]);
  const inflated = (id: number) =>
    Buffer.from(unzlibSync(objects.get(id)?.data ?? new Uint8Array())).toString("latin1");
  const pages = dictionaries
    .filter(({ dictionary }) => dictionary.includes("/Type/Page/"))
    .map(({ id, dictionary }) => ({ id, dictionary, content: inflated(to(dictionary, "Contents")) }));
  const metadata = Buffer.from(objects.get(to(catalog, "Metadata"))?.data ?? new Uint8Array()).toString("utf8");
  return { catalog, pages, entry, root: entry(to(catalog, "StructTreeRoot")), to, metadata };
}

const fromHex = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le").replace("\uFEFF", "");

/** Every operator that paints, with the marks it stands in. */
function painted(content: string): { operator: string; marks: string[] }[] {
  const marks: string[] = [];
  return content
    .replaceAll(/<[0-9A-Fa-f]*>/g, "()")
    .split(/\s+/)
    .flatMap((token, at, tokens) => {
      if (token === "BMC") marks.push(tokens[at - 1] ?? "");
      if (token === "BDC") marks.push(tokens.slice(0, at).findLast((each) => /^\/(Figure|P|Span)$/.test(each)) ?? "");
      if (token === "EMC") marks.pop();
      return ["f", "S", "B", "Tj", "Do"].includes(token) ? [{ operator: token, marks: [...marks] }] : [];
    });
}

const folder = mkdtempSync(join(tmpdir(), "pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));
/** Programs that need not be there. */
const [poppler, qpdf] = ["pdfinfo", "qpdf"] as const;
const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;

describe("a PDF for those who do not see it", async () => {
  const bytes = await bytesOf();
  const file = read(bytes);

  it("is tagged, in English, and shows its title", () => {
    expect(file.catalog).toContain("/MarkInfo<</Marked true>>");
    expect(file.catalog).toContain("/Lang(en)");
    expect(file.catalog).toContain("/DisplayDocTitle true");
    expect(file.root).toContain("/Type/StructTreeRoot");
  });

  it("is one figure a page, with its title and its sentence, and where it stands", () => {
    const document = file.entry(file.to(file.root, "K"));
    const [id = 0] = [...document.matchAll(/(\d+) 0 R(?=[\] ])/g)].map(([, each]) => Number(each)).slice(-1);
    const figure = file.entry(id);
    expect(figure).toContain("/S/Figure");
    expect(figure).toMatch(/\/BBox\[0 0 [\d.]+ [\d.]+\]/);
    expect(fromHex(/\/Alt <([0-9a-fA-F]+)>/.exec(figure)?.[1] ?? "")).toMatch(
      /^Overall survival by risk score\. Kaplan–Meier curves of Overall survival by risk score, 3 groups: 75 patients/,
    );
  });

  it("has nothing painted outside of what is tagged, and finds each mark again", () => {
    for (const { content, dictionary } of file.pages) {
      const all = painted(content);
      expect(all.length).toBeGreaterThan(20);
      expect(all.filter(({ marks }) => marks[0] !== "/Figure")).toEqual([]);
      expect(content.match(/BDC|BMC/g)?.length).toBe(content.match(/EMC/g)?.length);
      expect(dictionary).toMatch(/\/StructParents \d+\/Tabs\/S/);
    }
    expect(file.root).toContain("/ParentTree<</Nums[0 [");
  });

  it("says in XMP what it is of and by which program, and is the same file each time", async () => {
    expect(file.metadata).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Overall survival by risk score</rdf:li>',
    );
    expect(file.metadata).toContain("<pdf:Producer>Meierboard 1.2.3</pdf:Producer>");
    expect(file.metadata).toContain("Research use, not a medical device.");
    expect(await bytesOf()).toEqual(bytes);
  });

  it("holds hostile names as text in its words and its XMP", async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `${row % 2 ? "<b> & ]]>" : "B"},${row + 1},${row % 3 ? 1 : 0}`);
    const board = boardFrom({
      endpoints: [
        {
          id: "os",
          label: "Overall <survival>",
          time: { from: "column", column: "months", unit: "months" },
          event: {
            column: "dead",
            coding: [
              { value: "1", as: "event" },
              { value: "0", as: "censored" },
            ],
          },
        },
      ],
      panels: [{ id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
    });
    const hostile = read(await bytesOf(requestFor(await tableFrom(`arm,months,dead\n${rows.join("\n")}\n`), board)));
    expect(hostile.metadata).toContain("Overall &lt;survival&gt; by arm");
  });

  it("tells no small count where these are held back", async () => {
    const held = read(await bytesOf({ ...shipped, privacy: { ...openPrivacy, cut: true } }));
    const document = held.entry(held.to(held.root, "K"));
    const [id = 0] = [...document.matchAll(/(\d+) 0 R(?=[\] ])/g)].map(([, each]) => Number(each)).slice(-1);
    expect(fromHex(/\/Alt <([0-9a-fA-F]+)>/.exec(held.entry(id))?.[1] ?? "")).toBe("Overall survival by risk score.");
  });

  it("is read text by text where a page is no figure, as a hand-out, and what is drawn beside them is decoration", async () => {
    const handout = read(await bytesOf(shipped, handoutExport));
    for (const { content } of handout.pages) {
      const all = painted(content);
      expect(all.filter(({ operator, marks }) => operator === "Tj" && marks[0] !== "/P")).toEqual([]);
      expect(
        all.filter(({ operator, marks }) => operator !== "Tj" && marks[0] !== "/Artifact" && marks[0] !== "/P"),
      ).toEqual([]);
      const numbers = [...content.matchAll(/\/P <<\/MCID (\d+)>>/g)].map(([, mark]) => Number(mark));
      expect(numbers).toEqual(numbers.map((_, at) => at));
    }
  });

  it.skipIf(!has(poppler))("is read so by poppler", () => {
    writeFileSync(join(folder, "figure.pdf"), bytes);
    const { stdout, stderr } = spawnSync(poppler, ["-struct", join(folder, "figure.pdf")], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^Document\n {2}Figure/m);
    const about = spawnSync(poppler, [join(folder, "figure.pdf")], { encoding: "utf8" }).stdout;
    expect(about).toMatch(/Tagged: +yes/);
    expect(about).toMatch(/Metadata Stream: +yes/);
  });

  it.skipIf(!has(qpdf))("is sound for qpdf", () => {
    writeFileSync(join(folder, "figure.pdf"), bytes);
    const { status, stdout } = spawnSync(qpdf, ["--check", join(folder, "figure.pdf")], { encoding: "utf8" });
    expect(status, stdout).toBe(0);
  });
});
