import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { openPrivacy } from "../privacy";
import { example, exampleTable, requestFor } from "../testing";
import { wordExport } from "./wordExport";

const documentOf = async (request: ReturnType<typeof requestFor>) => {
  const { files, notes } = await wordExport.write(request);
  const parts = unzipSync(new Uint8Array(await (files[0] as { content: Blob }).content.arrayBuffer()));
  return { xml: strFromU8(parts["word/document.xml"] as Uint8Array), notes, name: files[0]?.name };
};

/** The texts of each cell of a table, row by row. */
const cellsOf = (table: string) =>
  [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^<w:t[^>]*>/, "")).join(""),
    ),
  );

const tablesIn = (xml: string) => [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);

describe("tables for Word", async () => {
  const request = requestFor(await exampleTable(), example);

  it("hold the statistics and the numbers at risk of curves, their legend and methods", async () => {
    const { xml, name } = await documentOf(request);
    expect(name).toBe(`${request.shown.title}.docx`);
    const [statistics, atRisk, ...more] = tablesIn(xml).map(cellsOf);
    expect(more).toEqual([]);
    expect(statistics?.[0]?.slice(0, 3)).toEqual(["Group", "n", "Events"]);
    expect(atRisk?.[0]?.[0]).toBe("At");
    expect(atRisk?.map(([first]) => first)).toHaveLength(1 + new Set(atRisk?.slice(1).map(([first]) => first)).size);
    expect(xml).toContain("Kaplan–Meier method (Kaplan and Meier 1958)");
  });

  it("are written of every kind of panel", async () => {
    for (const shown of request.panels) {
      const { xml } = await documentOf({ ...request, shown });
      expect(tablesIn(xml).length, shown.title).toBeGreaterThan(0);
    }
  });

  const patients = boardFrom({
    columns: example.columns,
    panels: [
      {
        id: "p",
        kind: "characteristics",
        group: { column: "arm" },
        rows: ["tp53", "primary_site"].map((column) => ({ of: { column } })),
      },
    ],
  });

  it("set levels in instead of writing spaces, repeat their head, and need no repair", async () => {
    const { xml } = await documentOf(requestFor(await exampleTable(), patients));
    const [table = ""] = tablesIn(xml);
    expect(cellsOf(table).map(([first]) => first)).toEqual([
      "Characteristic",
      "TP53: mutated",
      "Primary site",
      "extrauterine",
      "uterine",
    ]);
    expect(table).not.toContain("\u2003");
    expect(table.match(/<w:ind w:left="200"\/>/g)).toHaveLength(2);
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  it("hold back rows with small counts where that is asked for, and say so", async () => {
    const open = requestFor(await exampleTable(), patients);
    const held = await documentOf({ ...open, privacy: { ...openPrivacy, cut: true, smallest: 13 } });
    const [, tp53, , site] = cellsOf(tablesIn(held.xml)[0] ?? "");
    expect(tp53?.slice(2)).toEqual(["–", "–", "–", "", "–", ""]);
    expect(site?.slice(2)).toEqual(["–", "–", "–", "", "", ""]);
    expect(held.notes.join()).toContain("small count");
    expect((await documentOf(open)).xml).toContain("49 (65%)");
  });

  it("keep hostile texts as texts, and say what no XML can hold", async () => {
    const table = await tableFrom(
      `arm,site\n${Array.from({ length: 12 }, (_, at) => `${at % 2 ? "<b>" : "A & B"},x${at % 3}`).join("\n")}\n`,
    );
    const board = boardFrom({
      panels: [
        {
          id: "p",
          kind: "characteristics",
          group: { column: "arm" },
          rows: [{ of: { column: "site" }, label: "S\u0001ite" }],
        },
      ],
    });
    const { xml, notes } = await documentOf(requestFor(table, board));
    expect(xml).toContain("&lt;b&gt; (n = 6)");
    expect(xml).toContain("A &amp; B (n = 6)");
    expect(xml).not.toContain("\u0001");
    expect(notes.join()).toMatch(/left out/);
  });
});
