import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { analysis } from "./analyze";
import { type FigureRows, type RowsAsked, rowsBehind } from "./rowsBehind";

const text = `id,arm,months,event,note
1,A,3,1,"two
lines"
2,B,5,0,
3,A,8,1,
4,A,,1,
5,A,8,0,
6,B ,n/a,1,
`;

const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const os = {
  id: "os",
  label: "OS",
  time: { from: "column", column: "months", unit: "months" },
  event: { column: "event", coding },
};
const panel = { id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } };

async function shown(asked: RowsAsked, parts: Record<string, unknown> = {}, stretch = { from: 0, to: 100, width: 10 }) {
  const file = await tableFrom(text);
  const board = boardFrom({ patientId: "id", endpoints: [os], panels: [panel], ...parts });
  const { cohort, prepared } = analysis(file).prepare(board);
  return rowsBehind(file, cohort, prepared, asked, stretch);
}

const rowsOf = async (asked: RowsAsked, parts?: Record<string, unknown>) =>
  (await shown(asked, parts))?.rows.map(({ row }) => row);

const figure = (part: Partial<FigureRows>): RowsAsked => ({
  of: "figure",
  panel: "p",
  level: null,
  kind: "all",
  from: null,
  to: null,
  ...part,
});

describe("the rows behind a figure", () => {
  it("are those in the curve of a group, and no others", async () => {
    expect(await rowsOf(figure({}))).toEqual([1, 2, 3, 5]);
    expect(await rowsOf(figure({ level: "A" }))).toEqual([1, 3, 5]);
  });

  it("are the events of a step and the censored of a tick at the same time", async () => {
    expect(await rowsOf(figure({ kind: "event", from: 8, to: 8 }))).toEqual([3]);
    expect(await rowsOf(figure({ kind: "censored", from: 8, to: 8 }))).toEqual([5]);
  });

  it("are at risk at a time when they end at it or later", async () => {
    expect(await rowsOf(figure({ kind: "atRisk", from: 5 }))).toEqual([2, 3, 5]);
    expect(await rowsOf(figure({ kind: "atRisk", from: 5.1, level: "A" }))).toEqual([3, 5]);
  });

  it("follow the filters, as the curve does", async () => {
    const filters = [{ kind: "range", of: { column: "months" }, min: 5, max: null }];
    expect(await rowsOf(figure({ level: "A" }), { filters })).toEqual([3, 5]);
  });

  it("are none where the panel is gone", async () => {
    expect(await shown(figure({ panel: "other" }))).toBeNull();
  });
});

describe("rows that are shown", () => {
  it("have the number of the data row, the line of the file, and the columns concerned first, after the patient id", async () => {
    const answer = await shown({ of: "rows", rows: [2, 6], columns: ["months"] });
    expect(answer?.columns.map(({ name, concerned }) => [name, concerned])).toEqual([
      ["id", true],
      ["months", true],
      ["arm", false],
      ["event", false],
      ["note", false],
    ]);
    expect(answer?.rows[0]).toEqual({ row: 2, line: 4, cells: ["2", "5", "B", "0", ""], original: null, changed: [] });
    expect(answer?.rows[1].line).toBe(8);
  });

  it("come in stretches, with the number of all of them", async () => {
    const answer = await shown({ of: "rows", rows: [1, 2, 3], columns: [] }, {}, { from: 1, to: 2, width: 2 });
    expect([answer?.total, answer?.rows.length, answer?.rows[0].cells]).toEqual([3, 1, ["2", "B"]]);
  });

  it("say what stands in the file where a cell was changed", async () => {
    const id = JSON.stringify(["trimmed", "arm", { reading: { blanks: "kept" } }]);
    const answer = await shown({ of: "change", id });
    expect(answer?.rows.map(({ row, original }) => [row, original])).toEqual([[6, "B "]]);
  });
});
