import { describe, expect, it } from "vitest";
import { readingOptions } from "../board/readingOptions";
import { bytesSource, readTable } from "../table";
import { changedCells, changeLine, undone } from "./changes";
import { cohortTable } from "./cohortTable";
import { rowMarks } from "./correctedRow";
import { fileCell, meant, withCell } from "./fileCell";
import { withoutIdentifyingValues } from "./identifying";
import { boardFrom } from "./testing";

const sheet = "id,arm,start,hb\nP1,A,03.02.2019,11.2\nP2,a,31.02.2019,13.4\nP3,B,02.04.2019,130\nP4,B,25.04.2019,12\n";
const reading = { columns: [{ name: "start", kind: "date" }] };
const cell = (column: string, row: number, from: string, to: string, patient: string | null = `P${row}`) => ({
  patient,
  several: false,
  row,
  mark: "",
  column,
  from,
  to,
});

async function opened(text: string, changes: ReturnType<typeof cell>[], parts: object = {}) {
  const board = boardFrom({ patientId: "id", ...reading, ...parts, edits: { changedCells: changes } });
  const read = await readTable(bytesSource("x.csv", new TextEncoder().encode(text)), readingOptions(board));
  if (!read.ok) throw new Error(read.problem.message);
  const cohort = cohortTable(read.value, new Map(), board);
  const texts = (name: string) =>
    Array.from({ length: cohort.table.rows }, (_, row) => fileCell(cohort, board, row + 1, name)?.text);
  const said = () => cohort.problems.map(({ message }) => message);
  return { file: read.value, board, cohort, texts, said, changes: changedCells(cohort, board).map(changeLine) };
}

describe("a corrected cell", () => {
  it("counts in every column kind, and the rest of the file stays", async () => {
    const { texts, cohort, said } = await opened(sheet, [
      cell("start", 2, "31.02.2019", "2019-02-28"),
      cell("hb", 3, "130", "13"),
      cell("arm", 2, "a", "A"),
    ]);
    expect(texts("start")).toEqual(["03.02.2019", "2019-02-28", "02.04.2019", "25.04.2019"]);
    expect(texts("hb")).toEqual(["11.2", "13.4", "13", "12"]);
    expect(texts("arm")).toEqual(["A", "A", "B", "B"]);
    const [hb] = cohort.table.columns.filter(({ name }) => name === "hb");
    expect(hb?.kind === "number" && [...hb.values]).toEqual([11.2, 13.4, 13, 12]);
    expect(cohort.table.unparsed.get("start") ?? []).toEqual([]);
    expect(said()).toEqual([]);
  });

  it("takes a level away that nobody has any more", async () => {
    const { cohort } = await opened(sheet, [cell("arm", 2, "a", "A")]);
    const [arm] = cohort.table.columns.filter(({ name }) => name === "arm");
    expect(arm?.written?.levels).toEqual(["A", "B"]);
    expect([...(arm?.written?.codes ?? [])]).toEqual([0, 0, 1, 1]);
  });

  it("says in the ledger what the file says, also where that was a word for no value, and nothing beside it", async () => {
    const { changes } = await opened(sheet.replace("11.2", "NA"), [cell("hb", 1, "NA", "11.3")]);
    expect(changes.filter(({ column }) => column === "hb").map(({ kind, pairs }) => [kind, pairs])).toEqual([
      ["corrected", [{ from: "NA", to: "11.3", count: 1 }]],
    ]);
  });

  it("is told alone where its column is read by labels", async () => {
    const coded = "id,state\nP1,0\nP2,1\nP3,\nP4,1\n";
    const labels = [
      { value: "0", label: "alive" },
      { value: "1", label: "dead" },
    ];
    const parts = { columns: [{ name: "state", labels }] };
    const lines = async (...cells: ReturnType<typeof cell>[]) =>
      (await opened(coded, cells, parts)).changes.map(({ kind, count }) => [kind, count]);
    expect(await lines()).toEqual([["labelled", 3]]);
    expect(await lines(cell("state", 3, "", "dead"))).toEqual([
      ["labelled", 3],
      ["corrected", 1],
    ]);
    expect(await lines(cell("state", 2, "dead", "alive"))).toEqual([
      ["labelled", 2],
      ["corrected", 1],
    ]);
  });

  it("stays where another column is read in another way afterwards", async () => {
    const plain = "sex,hb\nm,999\nf,12\nf,999\n";
    const { file } = await opened(plain, [], { patientId: null });
    const sex = { ...cell("sex", 1, "m", "f", null), mark: rowMarks(file)(0) };
    const parts = { patientId: null, columns: [{ name: "hb", missing: ["999"] }] };
    expect((await opened(plain, [sex], parts)).texts("sex")).toEqual(["f", "f", "f"]);
  });

  it("loses its value to the empty text", async () => {
    const { cohort, texts } = await opened(sheet, [cell("hb", 3, "130", ""), cell("arm", 1, "A", "")]);
    expect(texts("hb")).toEqual(["11.2", "13.4", "", "12"]);
    expect(texts("arm")).toEqual(["", "a", "B", "B"]);
    const [hb] = cohort.table.columns.filter(({ name }) => name === "hb");
    expect(hb?.kind === "number" && [...hb.values].map(Number.isNaN)).toEqual([false, false, true, false]);
  });

  it("stands in the ledger of changed cells, one line each, and is taken back alone", async () => {
    const { board, changes } = await opened(sheet, [cell("hb", 3, "130", "13"), cell("hb", 4, "12", "12.5")]);
    const corrected = changes.filter(({ kind }) => kind === "corrected");
    expect(corrected.map(({ column, pairs }) => [column, pairs])).toEqual([
      ["hb", [{ from: "130", to: "13", count: 1 }]],
      ["hb", [{ from: "12", to: "12.5", count: 1 }]],
    ]);
    expect(corrected[0] && undone(board, corrected[0]).edits.changedCells).toEqual([cell("hb", 4, "12", "12.5")]);
  });

  it("is no longer told of as a cell that cannot be read", async () => {
    const kinds = (changes: { kind: string }[]) => changes.map(({ kind }) => kind);
    expect(kinds((await opened(sheet, [])).changes)).toContain("unreadable");
    expect(kinds((await opened(sheet, [cell("start", 2, "31.02.2019", "")])).changes)).not.toContain("unreadable");
  });

  it("is found by its patient where a later cut has other rows", async () => {
    const later = sheet.replace("P1,A,03.02.2019,11.2\n", "P0,A,01.01.2019,10\nP1,A,03.02.2019,11.2\n");
    const { texts, said } = await opened(later, [cell("hb", 3, "130", "13")]);
    expect(texts("hb")).toEqual(["10", "11.2", "13.4", "13", "12"]);
    expect(said()).toEqual([]);
  });

  it("waits, and is said, where the cell says something else by now, the patient is gone or the column cannot hold it", async () => {
    const { texts, said } = await opened(sheet.replace("130", "128"), [
      cell("hb", 3, "130", "13"),
      cell("hb", 9, "12", "1", "P9"),
      cell("hb", 4, "12", "twelve"),
      cell("weight", 1, "70", "71"),
    ]);
    expect(texts("hb")).toEqual(["11.2", "13.4", "128", "12"]);
    expect(said()).toEqual([
      "4 corrections of cells do not fit this file and are not applied: “hb”, “weight”, rows 3, 9, 4 and 1 more.",
    ]);
  });

  it("is never that of another patient in the same row", async () => {
    const { texts, said } = await opened(sheet, [cell("hb", 4, "12", "99", "P2")]);
    expect(texts("hb")).toEqual(["11.2", "13.4", "130", "12"]);
    expect(said()).toHaveLength(1);
  });

  const alone = { patientId: null };

  it("without an id is of the row that is the same throughout, wherever it stands, and of no other", async () => {
    const plain = "sex,months,dead\nm,11,0\nf,12,1\nf,13,0\n";
    const { file } = await opened(plain, [], alone);
    const sex = { ...cell("sex", 2, "f", "m", null), mark: rowMarks(file)(1) };
    expect((await opened(plain, [sex], alone)).texts("sex")).toEqual(["m", "m", "f"]);
    const shifted = await opened(plain.replace("m,11", "f,10,1\nm,11"), [sex], alone);
    expect(shifted.texts("sex")).toEqual(["f", "m", "m", "f"]);
    const changed = await opened(plain.replace("f,12,1", "f,14,1"), [sex], alone);
    expect([changed.texts("sex"), changed.said().length]).toEqual([["m", "f", "f"], 1]);
  });

  it("is of the visit it was made in, and waits where that visit says something else", async () => {
    const visits = "id,arm,start,hb\nP1,A,01.01.2019,9\nP2,A,01.02.2019,11\nP2,A,01.03.2019,11\n";
    const { file } = await opened(visits, []);
    const later = { ...cell("hb", 3, "11", "14", "P2"), several: true, mark: rowMarks(file)(2) };
    const first = { ...cell("hb", 2, "11", "12", "P2"), several: true, mark: rowMarks(file)(1) };
    expect((await opened(visits, [later])).texts("hb")).toEqual(["9", "11", "14"]);
    const onTop = visits.replace("P1,A", "P0,A,01.01.2018,8\nP1,A");
    expect((await opened(onTop, [first, later])).texts("hb")).toEqual(["8", "9", "12", "14"]);
    const mended = await opened(visits.replace("01.03.2019,11", "01.03.2019,14"), [later]);
    expect([mended.texts("hb"), mended.said().length]).toEqual([["9", "11", "14"], 1]);
    const twice = await opened(visits, [later, { ...later, to: "15" }]);
    expect([twice.texts("hb"), twice.said().length]).toEqual([["9", "11", "14"], 1]);
  });

  it("saved without the patient’s id is of the same row, never of another patient’s in its place", async () => {
    const { file } = await opened(sheet, []);
    const saved = { ...cell("hb", 3, "130", "13", null), mark: rowMarks(file)(2) };
    expect((await opened(sheet, [saved])).texts("hb")).toEqual(["11.2", "13.4", "13", "12"]);
    const onTop = sheet.replace("P1,A", "P0,A,01.01.2019,130\nP9,B,01.01.2019,130\nP1,A");
    expect((await opened(onTop, [saved])).texts("hb")).toEqual(["130", "130", "11.2", "13.4", "13", "12"]);
  });
});

describe("correcting a cell", () => {
  it("again keeps what the file says, and back to that is no correction", async () => {
    const { cohort, board } = await opened(sheet, [cell("hb", 3, "130", "13")]);
    const found = fileCell(cohort, board, 3, "hb");
    expect(found).toMatchObject({ patient: "P3", several: false, text: "13", kind: "number", blankCounts: [] });
    if (!found) return;
    expect(withCell(board, found, "14").edits.changedCells).toEqual([cell("hb", 3, "130", "14")]);
    expect(withCell(board, found, "130").edits.changedCells).toEqual([]);
  });

  it("twice before the first answer has come is one correction, the later", async () => {
    const { cohort, board } = await opened(sheet, []);
    const found = fileCell(cohort, board, 3, "hb");
    if (!found) throw new Error("no such cell");
    const twice = withCell(withCell(board, found, "13"), found, "14").edits.changedCells;
    expect(twice.map(({ to }) => to)).toEqual(["14"]);
  });

  it("says where a blank tells of the event, and where numbers are converted afterwards", async () => {
    const event = {
      column: "arm",
      coding: [
        { value: "A", as: "event" },
        { value: "", as: "censored" },
      ],
    };
    const os = { id: "os", label: "OS", time: { from: "column", column: "hb", unit: "months" }, event };
    const { cohort } = await opened(sheet, []);
    const conversions = [{ column: "hb", above: 50, op: "divide", by: 10 }];
    const board = boardFrom({ patientId: "id", endpoints: [os], edits: { conversions } });
    expect(fileCell(cohort, board, 1, "arm")).toMatchObject({ blankCounts: ["OS"], converted: false });
    expect(fileCell(cohort, board, 1, "hb")).toMatchObject({ blankCounts: [], converted: true });
  });

  it("takes words for no value in its column as none, and refuses what the column cannot hold", async () => {
    const { board } = await opened(sheet, []);
    const ofKind = (kind: "category" | "number" | "date") => ({ column: "arm", kind }) as const;
    expect(meant(board, ofKind("category"), " n/a ")).toBe("");
    expect(meant(board, ofKind("category"), " B ")).toBe("B");
    const countries = boardFrom({ columns: [{ name: "arm", notMissing: ["NA"], missing: ["unk"] }] });
    expect(meant(countries, ofKind("category"), "NA")).toBe("NA");
    expect(meant(countries, ofKind("category"), "unk")).toBe("");
    expect([meant(board, ofKind("number"), "13,4"), meant(board, ofKind("number"), "13.4")]).toEqual([null, "13.4"]);
    expect([meant(board, ofKind("date"), "31.01.2019"), meant(board, ofKind("date"), "2019-02-30")]).toEqual([
      null,
      null,
    ]);
  });

  it("to no value is none where the file has none", async () => {
    const { cohort, board } = await opened(sheet.replace("11.2", "NA"), []);
    const found = fileCell(cohort, board, 1, "hb");
    expect(found).toMatchObject({ text: "NA", isMissing: true });
    expect(found && withCell(board, found, "").edits.changedCells).toEqual([]);
  });

  it("is not offered for a column that the file does not have", async () => {
    const { cohort, board } = await opened(sheet, []);
    expect(fileCell(cohort, board, 1, "score")).toBeNull();
    expect(fileCell(cohort, board, 5, "hb")).toBeNull();
  });
});

it("a saved board keeps corrections without the patient's id, and none of columns that identify", async () => {
  const { board, file } = await opened(sheet, [
    cell("hb", 3, "130", "13"),
    cell("start", 2, "31.02.2019", "2019-02-28"),
  ]);
  expect(withoutIdentifyingValues(board, file).edits.changedCells).toEqual([cell("hb", 3, "130", "13", null)]);
});
