import { expect, it } from "vitest";
import { misfits } from "./fit";
import { tableSummary } from "./tableSummary";
import { boardFrom, tableFrom } from "./testing";

const summary = tableSummary(await tableFrom("id,PARAMCD,AVAL,CNSR\n1,OS,5,0\n2,OS,7,1\n"));
const endpoint = (column: string) => ({
  id: "os",
  label: "OS",
  time: { from: "column", column, unit: "months" },
  event: { column: "CNSR (OS)", coding: [] },
});

it("names the columns that neither the file has nor the board makes", () => {
  const edits = {
    pivot: { parameter: "PARAMCD", values: ["AVAL", "CNSR"] },
    derivedColumns: [{ from: "ratio", name: "NLR", over: "a", under: "b" }],
  };
  const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "NLR" } }];
  expect(misfits(boardFrom({ edits, panels, endpoints: [endpoint("AVAL (OS)")] }), summary)).toEqual([]);
  expect(misfits(boardFrom({ edits, panels, endpoints: [endpoint("AVAL (PFS)")] }), summary)).toEqual([
    "no column “AVAL (PFS)” (time of OS)",
  ]);
});
