import * as word from "docx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { TextTable } from "../../panels/report";
import { widthsOf, wordTable } from "./wordTable";

/** The cells of a table as Word reads them, row by row, and its rows and width as they are written. */
async function drawn(table: TextTable) {
  const document = new word.Document({ sections: [{ children: [wordTable(word, table, (text) => text)] }] });
  const parts = unzipSync(new Uint8Array(await (await word.Packer.toBlob(document)).arrayBuffer()));
  const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
  const cells = rows.map((row) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => ({
      rules: [...cell.matchAll(/<w:(top|bottom|left|right) w:val="single"/g)].map(([, side]) => side),
      air: Object.fromEntries(
        [...cell.matchAll(/<w:(\w+) w:type="dxa" w:w="(\d+)"\/>/g)].map(([, side, width]) => [side, Number(width)]),
      ),
      bold: /<w:b\/>/.test(cell),
      align: /<w:jc w:val="(\w+)"/.exec(cell)?.[1],
    })),
  );
  return { xml, rows, cells };
}

const plain = { caption: "", header: ["Group", "n"], rows: [["A", "1"], ["B", "2"], ["C", "3"]] }; // biome-ignore format: a table
const stepped = { caption: "", header: ["Site", "n"], rows: [["Site", ""], ["\u2003limb", "2"], ["Age", "3"]] }; // biome-ignore format: a table

describe("a table for Word", () => {
  it("has three rules: above its head, below it and at its end, and none between or beside cells", async () => {
    const { cells } = await drawn(plain);
    expect(cells.map((row) => row.map(({ rules }) => rules))).toEqual([
      [
        ["top", "bottom"],
        ["top", "bottom"],
      ],
      [[], []],
      [[], []],
      [["bottom"], ["bottom"]],
    ]);
  });

  it("is as wide as the page; its first column begins at the edge, and others have as much air left as right", async () => {
    const { xml, cells } = await drawn(plain);
    expect(xml).toMatch(/<w:tblW w:type="pct" w:w="5000"\/>/); // in fiftieths of a percent
    for (const [first, second] of cells) {
      expect(first?.air.left ?? 0).toBe(0);
      expect(first?.air.right).toBeGreaterThan(0);
      expect(second?.air.left).toBe(second?.air.right);
      for (const each of [first, second]) expect(each?.air.top).toBe(each?.air.bottom);
    }
  });

  it("has names on the left and numbers in the middle, and tears no row", async () => {
    const { rows, cells } = await drawn(plain);
    for (const row of cells) expect(row.map(({ align }) => align)).toEqual(["left", "center"]);
    for (const row of rows) expect(row).toContain("<w:cantSplit/>");
    expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual([true, false, false, false]);
  });

  it("has its head bold, and names over levels, but neither levels nor names that stand over none", async () => {
    const bold = async (table: TextTable) => (await drawn(table)).cells.map((row) => row.map((cell) => cell.bold));
    const head = [true, true];
    expect(await bold(plain)).toEqual([head, [false, false], [false, false], [false, false]]);
    expect(await bold(stepped)).toEqual([head, [true, false], [false, false], [true, false]]);
  });

  it("has room for the longest word of each head, and gives what is left to longer texts", () => {
    const [first = 0, second = 0] = widthsOf(
      { header: ["Characteristic", "P"], rows: [["x".repeat(80), ".04"]] },
      9600,
    );
    expect(first).toBeGreaterThan(second);
    expect(first + second).toBeLessThanOrEqual(9600);
    const many = widthsOf({ header: Array(30).fill("Characteristic"), rows: [] }, 9600);
    expect(new Set(many)).toEqual(new Set([320]));
  });
});
