import { describe, expect, it } from "vitest";
import { cellText, type Table } from "../table";
import { collapsed } from "./collapse";
import { findColumn } from "./columns";
import { patientsOf } from "./patients";
import { boardFrom, tableFrom } from "./testing";

const cells = (table: Table, name: string) => {
  const column = findColumn(table, name);
  return column && Array.from({ length: table.rows }, (_, row) => cellText(column, row));
};

async function filledFrom(text: string, columns: { name: string; kind: "number" }[] = []) {
  const file = await tableFrom(text, columns);
  const { edits, ...board } = boardFrom({ patientId: "id", edits: { severalRows: "firstValue" } });
  return { file, ...collapsed(file, patientsOf(file, { ...board, edits }), edits) };
}

describe("cells of a patient taken from other rows", () => {
  it("are named one by one, wherever the row that stands for the patient has none", async () => {
    const { table, filled, problems } = await filledFrom("id,age,arm\n1,,A\n2,50,B\n1,61,A\n3,,C\n3,,C\n3,70,C\n");
    expect(cells(table, "age")).toEqual(["61", "50", "61", "70", "", "70"]);
    expect(filled).toEqual([
      {
        column: "age",
        count: 2,
        cells: [
          { row: 0, from: 2 },
          { row: 3, from: 5 },
        ],
      },
    ]);
    expect(problems).toEqual([]);
  });

  it("are none where every row says the same, or where no two rows are of one patient", async () => {
    const same = await filledFrom("id,age,arm\n1,61,A\n1,61,A\n2,50,B\n");
    expect([same.filled, same.problems]).toEqual([[], []]);
    const single = await filledFrom("id,age,arm\n1,,A\n2,50,B\n");
    expect(single.table).toBe(single.file);
    expect([single.filled, single.problems]).toEqual([[], []]);
  });

  it("never stand in for a value: the first one stays, and rows that say another are named", async () => {
    const one = await filledFrom("id,age\n1,\n1,61\n1,62\n1,61\n");
    expect(cells(one.table, "age")?.[0]).toBe("61");
    expect(one.problems.map(({ code, message, rows }) => [code, message, rows])).toEqual([
      ["several-values", "“age” has other values in 1 further row of the same patients; the first value is used.", [3]],
    ]);
    const two = await filledFrom("id,age\n1,61\n1,62\n1,63\n");
    expect(two.problems.map(({ message, rows }) => [message, rows])).toEqual([
      ["“age” has other values in 2 further rows of the same patients; the first value is used.", [2, 3]],
    ]);
  });

  it("are no cells of rows without an id, who are patients of their own", async () => {
    const { table, filled } = await filledFrom("id,age,arm\n,,A\n,70,A\n1,61,B\n1,,B\n");
    expect([cells(table, "age"), filled]).toEqual([["", "70", "61", ""], []]);
  });

  it("keep what could not be read as a number, which is no missing value either", async () => {
    const text = "id,age\n1,\n1,6O\n1,62\n2,5O\n2,51\n3,50\n3,50\n";
    const { table, filled, problems } = await filledFrom(text, [{ name: "age", kind: "number" }]);
    expect(filled).toEqual([{ column: "age", count: 1, cells: [{ row: 0, from: 1 }] }]);
    expect(table.unparsed.get("age")).toEqual([
      { row: 0, text: "6O" },
      { row: 1, text: "6O" },
      { row: 3, text: "5O" },
    ]);
    expect(problems.map(({ rows }) => rows)).toEqual([[3, 5]]);
  });

  it("leave no text behind that could not be read, in a column whose cells were filled", async () => {
    const { table } = await filledFrom("id,age\n1,\n1,61\n2,50\n2,50\n");
    expect([...table.unparsed]).toEqual([]);
  });

  it("are all counted, and the first ten thousand named", async () => {
    const rows = Array.from({ length: 10_001 }, (_, place) => `${place},\n${place},${place}\n`);
    const { filled } = await filledFrom(`id,age\n${rows.join("")}`);
    expect([filled[0]?.count, filled[0]?.cells.length]).toEqual([10_001, 10_000]);
    expect(filled[0]?.cells.at(-1)).toEqual({ row: 19_998, from: 19_999 });
  });
});

describe("rows spread by parameter", () => {
  const pivot = { parameter: "PARAMCD", values: ["AVAL"] };
  const spread = async (text: string, edits: Record<string, unknown> = {}) => {
    const file = await tableFrom(text);
    const board = boardFrom({ patientId: "id", edits: { pivot, ...edits } });
    return { file, ...collapsed(file, patientsOf(file, board), board.edits) };
  };

  it("are not spread where a column is lacking, and the columns are named", async () => {
    const { table, file, problems } = await spread("id,AVAL\n1,5\n");
    expect(table).toBe(file);
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ["pivot-unusable", "The file has no column “PARAMCD”, so its rows are not spread by endpoint."],
    ]);
    const both = await spread("id,x\n1,5\n");
    expect(both.problems[0]?.message).toBe(
      "The file has no column “PARAMCD”, “AVAL”, so its rows are not spread by endpoint.",
    );
  });

  it("are spread by a hundred parameters and by no more, nor by one whose texts are not kept", async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, place) => `1,P${place},${place}\n`).join("");
    const most = await spread(`id,PARAMCD,AVAL\n${rows(100)}`);
    expect([most.problems, most.table.columns.length]).toEqual([[], 101]);
    const tooMany = await spread(`id,PARAMCD,AVAL\n${rows(101)}`);
    expect(tooMany.table).toBe(tooMany.file);
    expect(tooMany.problems.map(({ message }) => message)).toEqual([
      "The file has too many values in “PARAMCD”, so its rows are not spread by endpoint.",
    ]);
    const numbers = Array.from({ length: 1001 }, (_, place) => `1,${place + 0.5},${place}\n`).join("");
    const unkept = await spread(`id,PARAMCD,AVAL\n${numbers}`);
    expect(findColumn(unkept.file, "PARAMCD")?.written).toBeNull();
    expect(unkept.problems.map(({ code }) => code)).toEqual(["pivot-unusable"]);
  });

  it("without a parameter are said, one or several, and their values go nowhere", async () => {
    const one = await spread("id,PARAMCD,AVAL\n1,OS,5\n2,,7\n");
    expect(cells(one.table, "AVAL (OS)")).toEqual(["5", ""]);
    expect(one.problems.map(({ code, message, rows }) => [code, message, rows])).toEqual([
      ["parameter-blank", "1 row has no “PARAMCD”; their values are in no endpoint.", [2]],
    ]);
    const two = await spread("id,PARAMCD,AVAL\n1,OS,5\n2,,7\n3,,8\n");
    expect(two.problems.map(({ message, rows }) => [message, rows])).toEqual([
      ["2 rows have no “PARAMCD”; their values are in no endpoint.", [2, 3]],
    ]);
    expect((await spread("id,PARAMCD,AVAL\n1,OS,5\n2,OS,7\n")).problems).toEqual([]);
  });

  it("take a patient's first row of a parameter, or the last where that is the rule", async () => {
    const text = "id,PARAMCD,AVAL\n1,OS,5\n1,OS,6\n1,OS,7\n";
    expect(cells((await spread(text, { severalRows: "first" })).table, "AVAL (OS)")?.[0]).toBe("5");
    expect(cells((await spread(text, { severalRows: "last" })).table, "AVAL (OS)")?.[2]).toBe("7");
  });

  it("and filled from other rows say both", async () => {
    const { problems, filled, table } = await spread("id,PARAMCD,AVAL,arm\n1,OS,5,\n1,,7,A\n", {
      severalRows: "firstValue",
    });
    expect(problems.map(({ code }) => code)).toEqual(["parameter-blank"]);
    expect(filled.map(({ column }) => column)).toEqual(["arm"]);
    expect(cells(table, "AVAL (OS)")?.[0]).toBe("5");
  });
});
