import { describe, expect, it } from "vitest";
import { readingOptions } from "../../board/readingOptions";
import { bytesSource, readTable } from "../../table";
import { cohortTable } from "../cohortTable";
import { withMerge } from "../mergeOnBoard";
import { boardFrom } from "../testing";
import { type Change, changedCells, changeLine, undone } from ".";

type Parts = Record<string, unknown>;

async function changesOf(text: string, parts: Parts = {}): Promise<Change[]> {
  const board = boardFrom(parts);
  const read = await readTable(bytesSource("x.csv", new TextEncoder().encode(text)), readingOptions(board));
  if (!read.ok) throw new Error(read.problem.message);
  return changedCells(cohortTable(read.value, new Map(), board), board).map(changeLine);
}

const said = (changes: Change[]) =>
  changes.map(({ kind, column, count, pairs }) => [
    kind,
    column,
    count,
    ...pairs.map(({ from, to }) => `${from}>${to}`),
  ]);

const rows = (head: string, cells: string[]) => `${head}\n${cells.map((cell) => `${cell}\n`).join("")}`;

describe("the ledger of changed cells", () => {
  it("names blanks that were cut, with what stood there", async () => {
    expect(said(await changesOf(rows("arm;x", ["A ;1", "A;2", " A;3"])))).toEqual([
      ["trimmed", "arm", 2, "A >A", " A>A"],
    ]);
  });

  it("names each word that was read as missing, and each text that is no number", async () => {
    const cells = ["1.5", "2.5", "n/a", ".", "n/a", "3.5", "see note", "4", "5", "6"];
    expect(
      said(
        await changesOf(
          rows(
            "id;x",
            cells.map((cell, row) => `P${row};${cell}`),
          ),
        ),
      ),
    ).toEqual([
      ["missing", "x", 2, "n/a>"],
      ["missing", "x", 1, ".>"],
      ["unreadable", "x", 1, "see note>"],
    ]);
  });

  it("names decimal commas, thousands marks and units as one entry each", async () => {
    const cells = ["1,5;1.000,5;12%", "2,5;2.000,5;7%", "3;30;9%"];
    expect(said(await changesOf(rows("a;b;c", cells)))).toEqual([
      ["decimalComma", "a", 2, "1,5>1.5", "2,5>2.5"],
      ["thousands", "b", 2, "1.000,5>1000.5", "2.000,5>2000.5"],
      ["suffix", "c", 3, "12%>12", "7%>7", "9%>9"],
    ]);
  });

  it("names every fraction of a decimal-comma column whose texts are too many to keep", async () => {
    const cells = Array.from({ length: 3000 }, (_, row) => `P${row};${row},${row % 2 === 0 ? 5 : 0}`);
    const [change] = await changesOf(rows("id;x", cells));
    expect([change.kind, change.count]).toEqual(["decimalComma", 1500]);
  });

  it("names dates that are written otherwise, and limits once they are read as numbers", async () => {
    const text = rows("id;d;x", [
      "1;13/02/2020;<0.5",
      "2;14/02/2020;1",
      "3;15/02/2020;2",
      "4;16/02/2020;3",
      "5;17/02/2020;4",
    ]);
    const changes = await changesOf(text, { columns: [{ name: "x", limits: "half" }] });
    expect(said(changes).map((change) => change.slice(0, 4))).toEqual([
      ["date", "d", 5, "13/02/2020>2020-02-13"],
      ["limit", "x", 1, "<0.5>0.25"],
    ]);
  });

  it("names numbers whose footnote marks were cut off, which goes back to leaving them out", async () => {
    const text = rows("id;x", ["1;5.5*", "2;1.5", "3;2.5", "4;3.5", "5;4.5"]);
    const changes = await changesOf(text, { columns: [{ name: "x", footnotes: "read" }] });
    expect(said(changes)).toEqual([["footnote", "x", 1, "5.5*>5.5"]]);
    expect(changes[0]?.undo).toEqual({ reading: { footnotes: "leaveOut" } });
  });

  it("names converted numbers, merged spellings and rare levels shown as one", async () => {
    const text = rows("hb;arm", ["12.5;A", "130;a", "11;B", "140;A", "9;C", "10;D"]);
    const conversions = [{ column: "hb", above: 50, below: null, op: "divide", by: 10 }];
    const mergedLevels = [{ column: "arm", from: ["a"], to: "A" }];
    const changes = await changesOf(text, {
      edits: { conversions, mergedLevels },
      columns: [{ name: "arm", keepLevels: 1 }],
    });
    expect(said(changes)).toEqual([
      ["converted", "hb", 2, "130>13", "140>14"],
      ["merged", "arm", 1, "a>A"],
      ["other", "arm", 3, "B>Other", "C>Other", "D>Other"],
    ]);
  });

  it("names cells that were filled from another row of the patient, and that row", async () => {
    const text = rows("pid;x;y", ["P1;;a", "P1;5;a", "P2;6;b"]);
    const changes = await changesOf(text, { patientId: "pid", edits: { severalRows: "firstValue" } });
    expect(said(changes)).toEqual([["filled", "x", 1, ">5 (row 2)"]]);
  });
});

describe("taking a change back", () => {
  const texts: [string, string, Parts][] = [
    ["blanks", rows("arm;x", ["A ;1", "A;2", "B;3"]), {}],
    ["a missing word", rows("id;land", ["1;NA", "2;DE", "3;FR"]), {}],
    ["a decimal comma", rows("id;x", ["1;1,5", "2;2,5", "3;3,5"]), {}],
    ["a text that is no number", rows("id;x", ["1;1.5", "2;2.5", "3;?x", "4;3", "5;4", "6;5"]), {}],
    [
      "a conversion",
      rows("id;x", ["1;15", "2;150"]),
      { edits: { conversions: [{ column: "x", above: 50, op: "divide", by: 10 }] } },
    ],
    ["a merge", rows("id;x", ["1;a", "2;A"]), { edits: { mergedLevels: [{ column: "x", from: ["a"], to: "A" }] } }],
    ["one other level", rows("id;x", ["1;a", "2;b", "3;c"]), { columns: [{ name: "x", keepLevels: 1 }] }],
  ];

  it.each(texts)("%s leaves the cells as the file has them, and no entry", async (_, text, parts) => {
    const changes = await changesOf(text, parts);
    expect(changes).toHaveLength(1);
    const after = undone(boardFrom(parts), changes[0]);
    expect(said(await changesOf(text, after as unknown as Parts))).toEqual([]);
  });
});

describe("merging levels on a board", () => {
  const coding = [
    { value: "dead", as: "event" },
    { value: "Dead", as: "event" },
    { value: "alive", as: "censored" },
  ];
  const endpoint = (lines: typeof coding) => ({
    id: "os",
    label: "OS",
    time: { from: "column", column: "t", unit: "months" },
    event: { column: "status", coding: lines },
  });

  it("takes filters and event values along, so that nobody falls out by a changed spelling", () => {
    const filters = [{ kind: "values", of: { column: "status" }, values: ["Dead"] }];
    const board = withMerge(boardFrom({ endpoints: [endpoint(coding)], filters }), "status", ["Dead", "dead"], "dead");
    expect(board.filters[0]).toMatchObject({ values: ["dead"] });
    expect(board.endpoints[0].event?.coding).toEqual([
      { value: "alive", as: "censored" },
      { value: "dead", as: "event" },
    ]);
  });

  it("asks again what a value means where the merged ones meant different things", () => {
    const differing = [{ value: "Dead", as: "censored" }, coding[0]];
    const board = withMerge(boardFrom({ endpoints: [endpoint(differing)] }), "status", ["Dead"], "dead");
    expect(board.endpoints[0].event?.coding).toEqual([]);
  });
});
