import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { responseKind } from "../panels/response/kind";
import { analysis } from "./analyze";

// Eight patients; the stable of rows 4 and 5 progress after 8 and 2 months, that of row 6 is lost after 2.
const table = await tableFrom(
  [
    "best,change,months,progressed,arm",
    "CR,-100,9,0,A",
    "PR,-40,9,1,A",
    "PR,,9,1,B",
    "SD,5,8,1,A",
    "SD,-10,2,1,B",
    "SD,0,2,0,B",
    "PD,30,1,1,A",
    "NE,,1,0,B",
  ].join("\n"),
);
const coding = ["censored", "event"].map((as, value) => ({ value: String(value), as }));
const board = boardFrom({
  endpoints: [
    {
      ...{ id: "pfs", label: "PFS", event: { column: "progressed", coding } },
      time: { from: "column", column: "months", unit: "months" },
    },
  ],
  panels: [
    {
      ...{ id: "p", kind: "response", response: "best", change: { column: "change", positive: "growth" } },
      ...{ group: { column: "arm" }, progression: "pfs", benefit: 6 },
    },
  ],
});
const { prepared } = analysis(table).prepare(board);
const [panel] = prepared.board.panels;

/** The data rows, from 1, behind a part of the panel. */
function behind(...part: (string | null)[]): number[] | undefined {
  if (panel?.kind !== "response") throw new Error("no panel of responses");
  return responseKind.part(prepared, panel, part)?.rows.map((row) => row + 1);
}

describe("the rows behind a number of responses", () => {
  it("are those of a rate: responders, with the stable, and of these who were stable for six months", () => {
    expect(behind(null, "ORR")).toEqual([1, 2, 3]);
    expect(behind(null, "DCR")).toEqual([1, 2, 3, 4, 5, 6]);
    expect(behind(null, "CBR")).toEqual([1, 2, 3, 4]);
  });

  it("are those of a category, of a measurement and of none, and of a smaller tumor: not of one as large as before", () => {
    expect(["CR", "PR", "SD", "PD", "NE"].map((word) => behind(null, word))).toEqual([
      [1],
      [2, 3],
      [4, 5, 6],
      [7],
      [8],
    ]);
    expect(behind(null, "measured")).toEqual([1, 2, 4, 5, 6, 7]);
    expect(behind(null, "unmeasured")).toEqual([3, 8]);
    expect(behind(null, "smaller")).toEqual([1, 2, 5]);
  });

  it("are those of a group, of all, or one patient", () => {
    expect(behind("A", null)).toEqual([1, 2, 4, 7]);
    expect(behind("B", "ORR")).toEqual([3]);
    expect(behind(null, null)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(behind(null, "row", "5")).toEqual([5]);
    expect(behind("C", null)).toEqual([]);
  });
});
