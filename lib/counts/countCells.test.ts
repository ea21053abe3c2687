import { describe, expect, it } from "vitest";
import type { Engine } from "../warehouse/engines/engine";
import { registryBoard } from "../warehouse/testing";
import { countCells, countFile } from "./countCells";
import { answer, boardIn } from "./testing";

const event = { column: "dead", coding: [{ value: "1", as: "event" }] };
const endpoint = { id: "os", label: "OS", time: { from: "column", column: "months", unit: "months" }, event };
const board = registryBoard({
  ...{ endpoints: [endpoint], filters: [], scores: [], columns: [] },
  panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: null }],
});

/** An engine that answers so: time, event, reason, patients. */
const answering = (...lines: (string | null)[][]): Engine => ({
  dialect: "duckdb",
  from: "t",
  columns: async () => ({
    ok: true,
    value: [
      { name: "months", type: "number" },
      { name: "dead", type: "text" },
    ],
  }),
  async *rows() {
    yield lines;
  },
  cancel: () => {},
  close: async () => {},
});
const counted = (engine: Engine, smallest = 1) =>
  countCells(engine, board, { grid: "months", smallest, bins: {} }, "t");
const refused = async (engine: Engine, smallest = 1) => {
  const found = await counted(engine, smallest);
  return found.ok ? null : found.problem.message;
};

describe("what an engine answers", () => {
  it("is refused where a cell has no number of patients", async () => {
    for (const wrong of ["0", "-3", "1.5", "9007199254740993", "abc", "", "NaN", "Infinity"])
      expect(await refused(answering(["1", "event", null, wrong]))).toBe(
        `A cell has ${wrong} patients, which is no number that can be counted with.`,
      );
    expect(await refused(answering(["1", "event", null, null]))).toContain("A cell has no number of patients");
    expect(await refused(answering(["1", "event", null, "9007199254740991"], ["2", "event", null, "1"]))).toContain(
      "A cell has 1 patients",
    );
    expect(await refused(answering(["1", "event", null, "9007199254740991"]))).toBeNull();
  });

  it("is refused where it tells of fewer than the smallest cell, or leaves out more than one number", async () => {
    expect(await refused(answering(["1", "event", null, null, "10"]), 11)).toBe(
      "A cell came back with 10 patients, fewer than the smallest cell of 11.",
    );
    const left = [null, null, "in a cell of too few patients", null, null];
    expect(await refused(answering(["1", "event", null, null, "11"], left), 11)).toBeNull();
    expect(await refused(answering(left, left), 11)).toContain("A cell has no number of patients");
  });

  it("is refused where there is none", async () => {
    expect(await refused(answering())).toBe("t has no rows.");
  });

  it("may be of patients of whom nothing is known: the ledger says so of all", async () => {
    const found = await counted(answering([null, null, "time missing", "7"]));
    const file = found.ok ? countFile(found.value) : found;
    if (!file.ok) throw new Error(file.problem.message);
    const { endpoints } = await answer(file.value, boardIn(file.value));
    expect(endpoints[0]?.ledger).toMatchObject({
      patients: 7,
      used: 0,
      leftOut: [{ reason: "time missing", count: 7 }],
    });
  });
});

describe("a file of counts", () => {
  it("says of counts that are none that they stand for nobody", async () => {
    const found = await counted(answering(["1", "event", null, "7"], ["2", "event", null, "5"]));
    const file = found.ok ? countFile(found.value) : found;
    if (!file.ok) throw new Error(file.problem.message);
    for (const wrong of ["0", "-5", "5.5", "x"]) {
      const spoilt = file.value.replace("2,event,,5", `2,event,,${wrong}`);
      const { endpoints } = await answer(spoilt, boardIn(spoilt));
      expect(endpoints[0]?.ledger).toMatchObject({
        patients: 7,
        used: 7,
        weightless: { count: 1, reason: "row without a usable weight", rows: [2] },
      });
    }
  });
});
