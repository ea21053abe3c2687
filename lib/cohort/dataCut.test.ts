import { expect, it } from "vitest";
import { cutChanges, cutRecord } from "./dataCut";
import { patientsOf } from "./patients";
import { boardFrom, tableFrom } from "./testing";

const board = boardFrom({
  patientId: "id",
  endpoints: [
    {
      id: "os",
      label: "Overall survival",
      time: { from: "column", column: "months", unit: "months" },
      event: {
        column: "dead",
        coding: [
          { value: "1", as: "event" },
          { value: "0", as: "censored" },
        ],
      },
    },
  ],
});

async function record(text: string) {
  const table = await tableFrom(text);
  return cutRecord(table, patientsOf(table, board), board);
}

it("names the patients who are gone, whose follow-up is shorter and whose event is undone in a later cut", async () => {
  const before = await record("id,months,dead\nA,5,0\nB,7,1\nC,9,1\nD,3,0\n");
  const after = await record("id,months,dead\nE,1,0\nC,9,0\nA,8,1\nD,2,0\n");
  if (!before || !after) throw new Error("no record");
  expect(cutChanges(before, after)).toEqual({
    gone: ["B"],
    added: 1,
    endpoints: [{ id: "os", label: "Overall survival", shorter: [4], undone: [2], events: [3] }],
  });
});

it("compares nothing without a patient id", async () => {
  const table = await tableFrom("id,months,dead\nA,5,0\n");
  const unnamed = { ...board, patientId: null };
  expect(cutRecord(table, patientsOf(table, unnamed), unnamed)).toBeNull();
});
