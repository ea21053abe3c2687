import { describe, expect, it } from "vitest";
import { duckDb } from "../warehouse/engines/duckDb";
import { registryBoard } from "../warehouse/testing";
import { countCells, countFile } from "./countCells";
import { answer, boardIn, different, folderOfTest } from "./testing";

// Every way in which an endpoint is read, within this process and of a few rows by hand; `command.test.ts` has many rows.
const { path, write } = folderOfTest();
const coding = (...lines: [string, string, string?][]) =>
  lines.map(([value, as, cause]) => ({ value, as, ...(cause === undefined ? {} : { cause }) }));
const dead = { column: "dead", coding: coding(["1", "event"], ["0", "censored"]) };
const months = { from: "column", column: "months", unit: "months" };
const base = { id: "os", label: "OS", time: months, event: dead };

/** Reasons and numbers of who is left out, and events by cause, by the rows and by what DuckDB counts of them. */
async function ledgerOf(endpoint: object, header: string, ...rows: string[]) {
  const text = `${header}\n${rows.join("\n")}\n`;
  write("rows.csv", text);
  const board = registryBoard({
    ...{ endpoints: [endpoint], filters: [], scores: [], columns: [] },
    panels: [{ id: "p", kind: "cumulativeIncidence", endpoint: "os", group: null, causes: "all" }],
  });
  const engine = await duckDb(path("rows.csv"), 60);
  if (!engine.ok) throw new Error(engine.problem.message);
  const cells = await countCells(engine.value, board, { grid: null, smallest: 1, bins: {} }, "rows.csv");
  await engine.value.close();
  const file = cells.ok ? countFile(cells.value) : cells;
  if (!file.ok) throw new Error(file.problem.message);
  const [ofRows, ofCells] = [await answer(text, board), await answer(file.value, boardIn(file.value))];
  expect(different(ofRows, ofCells)).toEqual([]);
  const [read] = ofCells.endpoints;
  const said = Object.fromEntries(read?.ledger?.leftOut.map(({ reason, count }) => [reason, count]) ?? []);
  return { ...said, used: read?.ledger?.used };
}

describe("an endpoint that a warehouse reads", () => {
  it("has its time in a column: not where it is missing, below 0 or no number", async () => {
    const rows = ["5,1", "7,0", ",1", "-2,1", "soon,0", "3,"];
    expect(await ledgerOf(base, "months,dead", ...rows)).toEqual({
      ...{ used: 2, "time missing": 1, "time negative": 1, "time not a number": 1, "event missing": 1 },
    });
  });

  it("has another column of time for who has the event, each asked of its own patients alone", async () => {
    const time = { from: "outcome", event: "to death", otherwise: "to last visit", unit: "months" };
    // Words where the other column counts are nobody's: rows 1 and 2.
    const numbers = Array.from({ length: 20 }, (_, at) => `${at % 2},${3 + at},${4 + at}`);
    const rows = ["1,5,gone", "0,gone,7", "1,gone,6", "0,4,gone", "1,,6", "0,4,", ...numbers];
    expect(await ledgerOf({ ...base, time }, "dead,to death,to last visit", ...rows)).toEqual({
      ...{ used: 22, "time not a number": 2, "time missing": 2 },
    });
  });

  it("has a competing event in a column of its own, for whom the first says censored", async () => {
    const competing = { column: "other", coding: coding(["1", "event"], ["0", "censored"]), cause: "other death" };
    const event = {
      column: "dead",
      coding: coding(["1", "event"], ["2", "competing", "second cancer"], ["0", "censored"]),
      competing,
    };
    const rows = ["1,1,0", "2,0,1", "3,2,1", "4,0,0", "5,1,1", "6,0,"];
    expect(await ledgerOf({ ...base, event }, "months,dead,other", ...rows)).toEqual({ used: 5, "event missing": 1 });
  });

  it("says of values without a meaning, and of those left out, why", async () => {
    const event = { column: "dead", coding: coding(["1", "event"], ["0", "censored"], ["9", "exclude"]) };
    const rows = ["1,1", "2,0", "3,9", "4,1"];
    expect(await ledgerOf({ ...base, event }, "months,dead", ...rows)).toEqual({
      ...{ used: 3, "event value excluded by you": 1 },
    });
  });

  it("has its time between two dates: not backwards, and not where one is missing or cannot be read", async () => {
    const time = { from: "dates", start: "from", end: "to", unit: "months" };
    const [day, later] = ["2020-01-01", "2021-01-01"];
    const rows = [
      `${day},${later},1`,
      `${later},${day},1`,
      `,${later},0`,
      `${day},,0`,
      `${day},${day},0`,
      `${day},${later},0`,
    ];
    expect(await ledgerOf({ ...base, time }, "from,to,dead", ...rows)).toEqual({
      ...{ used: 3, "end before start": 1, "start date missing": 1, "end date missing": 1 },
    });
  });

  it("has patients who enter late: not where nobody knows when, nor at their end", async () => {
    const rows = ["5,1,1", "7,0,2", "4,1,", "6,0,6"];
    expect(await ledgerOf({ ...base, entry: "entry", entryUnit: "months" }, "months,dead,entry", ...rows)).toEqual({
      ...{ used: 2, "entry time missing": 1, "entry not before the end": 1 },
    });
  });
});
