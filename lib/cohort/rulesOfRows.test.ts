import { describe, expect, it } from "vitest";
import type { OfRows } from "../board/board";
import { cellText, type Table } from "../table";
import { changedCells, changeLine, undone } from "./changes";
import { cohortTable } from "./cohortTable";
import { findColumn } from "./columns";
import { boardFrom, tableFrom } from "./testing";

const none: ReadonlyMap<string, Table> = new Map();

const cells = (table: Table, name: string) => {
  const column = findColumn(table, name);
  return column && Array.from({ length: table.rows }, (_, row) => cellText(column, row));
};

async function withRule(text: string, take: OfRows["take"], edits: object = {}) {
  const file = await tableFrom(text);
  const board = boardFrom({
    patientId: "id",
    edits: { severalRows: "first", ofRows: [{ column: "x", take }], ...edits },
  });
  const cohort = cohortTable(file, none, board);
  const heads = [...cohort.patients.represents.keys()].filter((row) => cohort.patients.represents[row] === 1);
  return { file, board, cohort, of: heads.map((row) => cells(cohort.table, "x")?.[row]) };
}

// Visits of patient 1 not in order; patient 2 has one visit; patient 3 none with a value.
const visits = [
  "id,day,start,x",
  "1,2020-03-01,2020-01-15,7",
  "1,2020-01-01,2020-01-15,9",
  "1,2020-02-01,2020-01-15,4",
  "1,2020-01-10,2020-01-15,",
  "2,2020-05-01,2020-06-01,5",
  "3,2020-01-01,2020-01-01,",
  "3,2020-02-01,2020-01-01,",
  "",
].join("\n");

describe("a column with a rule of its own takes of a patient's rows", () => {
  it.each<[OfRows["take"], string[]]>([
    [{ rule: "first" }, ["7", "5", ""]],
    [{ rule: "last" }, ["4", "5", ""]],
    [{ rule: "greatest" }, ["9", "5", ""]],
    [{ rule: "smallest" }, ["4", "5", ""]],
    [{ rule: "latest", by: "day" }, ["7", "5", ""]],
    [{ rule: "earliest", by: "day" }, ["9", "5", ""]],
    // 2020-01-01 is 14 days from the start, 2020-02-01 17 days; the visit of the 10th has no value.
    [{ rule: "nearest", by: "day", to: "start" }, ["9", "5", ""]],
    // The only visit of patient 2 is before the start.
    [{ rule: "firstAfter", by: "day", to: "start" }, ["4", "", ""]],
    [{ rule: "count" }, ["3", "1", "0"]],
  ])("%j", async (take, wanted) => {
    expect((await withRule(visits, take)).of).toEqual(wanted);
  });

  it("the one value it has, where nothing puts it in order", async () => {
    const undated = "id,day,x\n1,,7\n1,2020-01-01,\n2,,5\n2,2020-01-01,6\n";
    const { of, cohort } = await withRule(undated, { rule: "latest", by: "day" });
    expect(of).toEqual(["7", "6"]);
    expect(cohort.problems.map(({ code, message, rows }) => [code, message, rows])).toEqual([
      ["rows-undated", "“x” passes over 1 row without “day”.", [3]],
      [
        "rows-chosen",
        "“x” is the value of the latest “day” of each patient: 1 other value of 1 patient is not used.",
        [3],
      ],
    ]);
  });

  it("of two days equally near the earlier, and after a day not the day itself", async () => {
    const around = "id,day,start,x\n1,2020-01-11,2020-01-10,7\n1,2020-01-09,2020-01-10,9\n1,2020-01-10,2020-01-10,\n";
    expect((await withRule(around, { rule: "nearest", by: "day", to: "start" })).of).toEqual(["9"]);
    const same = "id,day,start,x\n1,2020-01-10,2020-01-10,7\n1,2020-01-12,2020-01-10,9\n";
    expect((await withRule(same, { rule: "firstAfter", by: "day", to: "start" })).of).toEqual(["9"]);
  });

  it("nothing near a date that is missing, and says of how many patients", async () => {
    const text = "id,day,start,x\n1,2020-01-10,,7\n1,2020-01-12,,9\n2,2020-01-12,2020-01-10,9\n";
    const { of, cohort } = await withRule(text, { rule: "nearest", by: "day", to: "start" });
    expect(of).toEqual(["", "9"]);
    expect(cohort.problems.map(({ message }) => message)).toContain("“x” is missing for 1 patient without “start”.");
  });

  it("what the date of the patient says, though it stands in another row", async () => {
    const text = "id,day,start,x\n1,,2020-01-10,\n1,2020-01-09,,7\n1,2020-03-01,,9\n";
    const { of } = await withRule(text, { rule: "firstAfter", by: "day", to: "start" }, { severalRows: "firstValue" });
    expect(of).toEqual(["9"]);
  });

  it("no greatest of words, and says so", async () => {
    const { of, cohort } = await withRule("id,x\n1,a\n1,b\n", { rule: "greatest" });
    expect([of, cohort.problems.map(({ code }) => code)]).toEqual([["a"], ["rows-not-ordered"]]);
  });
});

describe("values that a rule leaves out", () => {
  it("are said with their rows, and each cell that another stands for is in the ledger, to be taken back", async () => {
    const { board, cohort } = await withRule(visits, { rule: "greatest" });
    expect(cohort.problems.map(({ message, rows }) => [message, rows])).toEqual([
      ["“x” is the greatest value of each patient: 2 other values of 1 patient are not used.", [1, 3]],
    ]);
    const [change] = changedCells(cohort, board).filter(({ kind }) => kind === "chosen");
    expect(change?.cells).toEqual([{ row: 0, from: "7", to: "9" }]);
    expect(change && undone(board, changeLine(change)).edits.ofRows).toEqual([]);
  });

  it("are none where every row says the same, or a patient has one row", async () => {
    const { cohort, board } = await withRule("id,x\n1,5\n1,5\n2,7\n", { rule: "greatest" });
    expect([cohort.problems, changedCells(cohort, board)]).toEqual([[], []]);
  });
});

describe("rows that differ in columns with a rule of their own", () => {
  const edits = { severalRows: null };
  it("need no row that stands for the patient", async () => {
    const { cohort } = await withRule("id,x,arm\n1,5,A\n1,7,A\n", { rule: "greatest" }, edits);
    expect(cohort.patients.blocked).toBeNull();
  });
  it("still do where another column differs", async () => {
    const { cohort } = await withRule("id,x,arm\n1,5,A\n1,7,B\n", { rule: "greatest" }, edits);
    expect(cohort.patients.blocked?.code).toBe("id-several-rows");
  });
});

it("A value spread by parameter follows the rule of its column, for each parameter", async () => {
  const text =
    "id,start,test,day,x\n1,2020-01-10,LDH,2020-01-01,200\n1,2020-01-10,LDH,2020-01-09,250\n1,2020-01-10,PSA,2020-02-01,4\n1,2020-01-10,PSA,2020-01-20,3\n";
  const file = await tableFrom(text);
  const board = boardFrom({
    patientId: "id",
    edits: {
      severalRows: "first",
      pivot: { parameter: "test", values: ["x"] },
      ofRows: [{ column: "x", take: { rule: "nearest", by: "day", to: "start" } }],
    },
  });
  const { table } = cohortTable(file, none, board);
  expect([cells(table, "x (LDH)")?.[0], cells(table, "x (PSA)")?.[0]]).toEqual(["250", "3"]);
});

it("Rows that are intervals of time have no rules: each keeps its cells", async () => {
  const { cohort, file } = await withRule("id,x\n1,5\n1,7\n", { rule: "greatest" }, { severalRows: "intervals" });
  expect(cells(cohort.table, "x")).toEqual(cells(file, "x"));
});
