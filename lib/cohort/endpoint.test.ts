import { describe, expect, it } from "vitest";
import { codingOf, endpointData } from "./endpoint";
import { ledgerOf } from "./ledger";
import { openQuestion } from "./openQuestion";
import { patientsOf } from "./patients";
import { boardFrom, tableFrom } from "./testing";

const rows = [
  "1,12,1,A",
  "2,,1,A",
  "3,-3,0,B",
  "4,5,,B",
  "5,7,2,A",
  "6,9,9,B",
  "7,x,1,B",
  "8,0,0,A",
  "9,4,1,A",
  "10,6,0,B",
  "11,8,1,B",
];
const text = `id,months,status,arm\n${rows.join("\n")}\n`;
const coding = [
  { value: "0", as: "censored" },
  { value: "1", as: "event" },
  { value: "2", as: "competing", cause: "other death" },
];
const endpoint = (parts: object = {}) =>
  boardFrom({
    endpoints: [
      {
        id: "os",
        label: "Overall survival",
        time: { from: "column", column: "months", unit: "months" },
        event: { column: "status", coding },
        ...parts,
      },
    ],
  }).endpoints[0];

describe("an endpoint", () => {
  it("accounts for every row: used and left out, each under its first reason with its row numbers, add up to the file", async () => {
    const table = await tableFrom(text);
    const data = endpointData(table, endpoint());
    if (!data.ok) throw new Error(data.problem.message);
    const ledger = ledgerOf(table, patientsOf(table, boardFrom({})), data.value);
    expect(ledger.leftOut).toEqual([
      { reason: "time missing", count: 1, rows: [2] },
      { reason: "time not a number", count: 1, rows: [7] },
      { reason: "time negative", count: 1, rows: [3] },
      { reason: "event missing", count: 1, rows: [4] },
      { reason: "event value not decided", count: 1, rows: [6] },
    ]);
    expect(ledger.used).toBe(6);
    expect(ledger.used + ledger.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(ledger.rows);
  });

  it("leaves a blank event out; it is never censored", async () => {
    const data = endpointData(await tableFrom(text), endpoint());
    expect(data.ok && data.value.time[3]).toBeNaN();
  });

  it("keeps time 0 and gives competing values a cause of their own", async () => {
    const data = endpointData(await tableFrom(text), endpoint());
    if (!data.ok) throw new Error(data.problem.message);
    expect(data.value.time[7]).toBe(0);
    expect([data.value.cause[0], data.value.cause[7], data.value.cause[4]]).toEqual([1, 0, 2]);
    expect(data.value.causes).toEqual(["other death"]);
  });

  it("names the values nobody has decided on, with their counts", async () => {
    const table = await tableFrom(text);
    const patients = patientsOf(table, boardFrom({}));
    const asked = (each: ReturnType<typeof endpoint>) => {
      const data = endpointData(table, each);
      return data.ok ? openQuestion(table, each, patients, data.value) : data.problem;
    };
    expect(asked(endpoint())?.message).toBe("Overall survival: “status” has “9” (1) without a meaning (1 patient).");
    const all = endpoint({ event: { column: "status", coding: [...coding, { value: "9", as: "exclude" }] } });
    expect(asked(all)).toBeNull();
    expect(codingOf(table, all, patients)?.blank).toBe(1);
  });

  it("lists four undecided values and counts the others", async () => {
    const asked = async (values: string) => {
      const table = await tableFrom(`t,status\n${[...values].map((value) => `5,${value}\n`).join("")}`);
      const board = boardFrom({
        endpoints: [
          {
            id: "os",
            label: "OS",
            time: { from: "column", column: "t", unit: "months" },
            event: { column: "status", coding: [{ value: "1", as: "event" }] },
          },
        ],
      });
      const data = endpointData(table, board.endpoints[0]);
      return data.ok && openQuestion(table, board.endpoints[0], patientsOf(table, board), data.value)?.message;
    };
    expect(await asked("1aabcd")).toBe(
      "OS: “status” has “a” (2), “b” (1), “c” (1), “d” (1) without a meaning (5 patients).",
    );
    expect(await asked("1aabcdef")).toBe(
      "OS: “status” has “a” (2), “b” (1), “c” (1), “d” (1) and 2 more values without a meaning (7 patients).",
    );
    expect(await asked("11")).toBe(undefined);
  });

  it("reads time from two dates in days of the calendar: a month is 30.4375 days", async () => {
    const table = await tableFrom(
      "start,end,dead\n2020-02-01,2020-03-01,1\n2020-03-29,2020-03-30,0\n2021-05-01,2021-04-01,1\n,2021-04-01,1\n",
    );
    const data = endpointData(
      table,
      endpoint({
        time: { from: "dates", start: "start", end: "end", unit: "months" },
        event: { column: "dead", coding },
      }),
    );
    if (!data.ok) throw new Error(data.problem.message);
    expect(data.value.time[0]).toBe(29 / 30.4375);
    expect(data.value.time[1]).toBe(1 / 30.4375);
    const ledger = ledgerOf(table, patientsOf(table, boardFrom({})), data.value);
    expect(ledger.leftOut.map(({ reason, rows: which }) => [reason, which])).toEqual([
      ["start date missing", [4]],
      ["end before start", [3]],
    ]);
  });

  it("leaves out a patient who enters at or after the end", async () => {
    const table = await tableFrom("time,entry,event\n5,0,1\n5,5,1\n5,6,0\n5,,1\n");
    const data = endpointData(
      table,
      endpoint({
        time: { from: "column", column: "time", unit: "months" },
        event: { column: "event", coding },
        entry: "entry",
      }),
    );
    if (!data.ok) throw new Error(data.problem.message);
    const ledger = ledgerOf(table, patientsOf(table, boardFrom({})), data.value);
    expect(ledger.leftOut.map(({ reason, rows: which }) => [reason, which])).toEqual([
      ["entry time missing", [4]],
      ["entry not before the end", [2, 3]],
    ]);
  });

  it("says so when the time is a column of text", async () => {
    const data = endpointData(
      await tableFrom(text),
      endpoint({ time: { from: "column", column: "arm", unit: "months" } }),
    );
    expect(data).toMatchObject({ ok: false, problem: { code: "number-expected" } });
  });
});
