import { describe, expect, it } from "vitest";
import { addRow, emptySheet, type SheetCell } from "./sheet";
import { sheetTable } from "./sheetTable";

type Cell = string | number | { percent: number };

const cellOf = (cell: Cell, column: number): SheetCell => {
  const value = typeof cell === "object" ? cell.percent : cell;
  const numeric = typeof value === "number";
  return { column, text: String(value), formula: false, numeric, percent: typeof cell === "object" };
};

/** A sheet of three columns of which ki67 has the given cells. */
function read(cells: Cell[]) {
  const sheet = emptySheet("Excel");
  const rows: Cell[][] = [["id", "ki67", "age"], ...cells.map((cell, row): Cell[] => [`P${row}`, cell, 40 + row])];
  for (const [number, row] of rows.entries())
    addRow(sheet, { number: number + 1, hidden: false, cells: row.map(cellOf) });
  const result = sheetTable(sheet, "Sheet", ["Sheet"], {});
  if (!result.ok) throw new Error(result.problem.message);
  const { columns, notices } = result.value;
  const column = columns[1];
  return {
    values: column?.kind === "number" ? [...column.values] : column?.kind,
    said: notices.filter(({ code }) => code === "percent-format").map(({ message }) => message),
  };
}

describe("cells that Excel shows as per cent", () => {
  it("have the scale of the texts with % beside them: 7 % is 7, whichever way it is written", () => {
    expect(read(["0%", { percent: 0.01 }, "2%", { percent: 0.07000000000000001 }, "23%", { percent: 1 }])).toEqual({
      values: [0, 1, 2, 7, 23, 100],
      said: ["3 cells that Excel shows as per cent: 12 % is read as 12, as other cells of the column are, in “ki67”."],
    });
  });

  it("have the scale of numbers beyond 1 beside them", () => {
    expect(read([{ percent: 0.12 }, 15, { percent: 0.2 }, 8]).values).toEqual([12, 15, 20, 8]);
  });

  it("stay fractions where they stand alone, or beside fractions", () => {
    expect(read([{ percent: 0.12 }, { percent: 0.5 }, { percent: 1.5 }])).toEqual({
      values: [0.12, 0.5, 1.5],
      said: ["3 cells that Excel shows as per cent: 12 % is read as 0.12, in “ki67”."],
    });
    expect(read([{ percent: 0.12 }, 0.5, 1]).values).toEqual([0.12, 0.5, 1]);
  });

  it("are not said where there are none", () => {
    expect(read(["12%", "15%", 8])).toEqual({ values: [12, 15, 8], said: [] });
  });
});
