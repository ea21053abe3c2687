import { expect, it } from "vitest";
import { misfits } from "./boardMisfits";
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

it("names every column that a panel is computed from, and by what it is needed", () => {
  const of = (column: string) => ({ column });
  const cut = { kind: "cut", when: { op: "> column", column: "limit" } };
  const panels = [
    { kind: "kaplanMeier", group: of("a"), strata: of("b"), split: of("c"), changes: of("d"), cut: { of: of("e") } },
    { kind: "cumulativeIncidence", group: of("f") },
    { kind: "regression", strata: of("g"), terms: [{ id: "t", of: of("id"), coding: cut }] },
    { kind: "kaplanMeier", group: of("id"), strata: of("PARAMCD") },
  ].map((panel, place) => ({ id: String(place), endpoint: "os", ...panel }));
  expect(misfits(boardFrom({ panels }), summary)).toEqual([
    "no column “a” (group)",
    "no column “e” (searched cut-point)",
    "no column “d” (change of group)",
    "no column “b” (strata)",
    "no column “c” (small figures)",
    "no column “f” (group)",
    "no column “g” (strata)",
    "no column “limit” (covariate)",
  ]);
});
