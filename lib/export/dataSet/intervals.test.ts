import { expect, it } from "vitest";
import { analysis } from "../../analysis/analyze";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { dataSetOf } from "./dataSet";

const table = await tableFrom("id,start,stop,event,arm\na,0,45,0,A\nb,0,70,1,B\na,45,50,0,A\na,50,61,1,A\n");
const board = boardFrom({
  patientId: "id",
  edits: { severalRows: "intervals" },
  endpoints: [
    {
      id: "os",
      label: "OS",
      time: { from: "column", column: "stop", unit: "days" },
      event: {
        column: "event",
        coding: [
          { value: "1", as: "event" },
          { value: "0", as: "censored" },
        ],
      },
      entry: "start",
    },
  ],
  panels: [{ id: "km", kind: "kaplanMeier", endpoint: "os" }],
});
const { prepared } = analysis(table).prepare(board);
const cells = (wholeMonths: boolean) =>
  dataSetOf(prepared, { wholeMonths })
    .csv.trim()
    .split("\r\n")
    .map((line) => line.split(",").slice(0, 4));

it("gives intervals the number of their patient, and counts patients", () => {
  expect(dataSetOf(prepared, { wholeMonths: false })).toMatchObject({ rows: 4, patients: 2 });
  expect(cells(false).map(([number]) => number)).toEqual(["patient", "1", "2", "1", "1"]);
});

it("in whole months still follows nobody twice at one time, and keeps the event", () => {
  // 45 and 50 days are in the second month, which begins at 30.4375 and ends at 60.875; 61 and 70 are in the third.
  expect(cells(true).slice(1)).toEqual([
    ["1", "30.4375", "0", "0"],
    ["2", "91.3125", "1", "0"],
    ["1", "", "0", "30.4375"],
    ["1", "91.3125", "1", "30.4375"],
  ]);
});
