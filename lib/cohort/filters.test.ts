import { describe, expect, it } from "vitest";
import { filterViews, fingerprintOf, selectionOf } from "./filters";
import { patientsOf } from "./patients";
import { boardFrom, tableFrom } from "./testing";
import { variablesOf } from "./variables";

const text = "arm,age,x\nA,40,1\nA,50,1\nB,50,2\nB,60,2\n,70,3\nB,,3\n";

async function filtered(...filters: object[]) {
  const board = boardFrom({ filters });
  const table = await tableFrom(text);
  const patients = patientsOf(table, board);
  const variables = variablesOf(table, board, patients.size);
  const selection = selectionOf(board, variables, patients, table.rows);
  return {
    selected: selection.selected,
    fingerprint: fingerprintOf(selection, patients),
    views: filterViews(board, variables, patients, selection),
    failed: Array.from(selection.failed, (word) => word !== 0),
  };
}

const age = (min: number | null, max: number | null, missing = true) => ({
  kind: "range",
  of: { column: "age" },
  min,
  max,
  missing,
});
const arm = (values: string[] | null, missing = true) => ({ kind: "values", of: { column: "arm" }, values, missing });

describe("filters", () => {
  it("include their bounds", async () => {
    expect((await filtered(age(50, 60, false))).failed).toEqual([true, false, false, false, true, true]);
  });

  it("have one fingerprint for the same patients, however they are chosen, and another for others", async () => {
    const of = async (...filters: object[]) => (await filtered(...filters)).fingerprint;
    const everybody = await of();
    expect(await of(arm(["A", "B"]))).toBe(everybody);
    expect(await of(age(40, 70), arm(null))).toBe(everybody);
    expect(await of(age(50, null))).toBe(await of(age(41, 70)));
    // As many, and others.
    expect(await of(arm(["A"], false))).not.toBe(await of(age(60, null, false)));
    expect(await of(arm(["A"]))).not.toBe(everybody);
  });

  it("keep patients without a value unless told to leave them out", async () => {
    expect((await filtered(age(50, 60))).selected).toBe(4);
    expect((await filtered(age(null, null, false))).selected).toBe(5);
    expect((await filtered(arm(["A"], false))).selected).toBe(2);
  });

  it("never hide their own bars: each bar counts what the other filters leave", async () => {
    const { views, selected } = await filtered(arm(["A"], false), age(50, null, false));
    expect(selected).toBe(1);
    expect(views[0]).toMatchObject({
      kind: "values",
      bars: [
        { value: "A", selected: 1, total: 2 },
        { value: "B", selected: 2, total: 3 },
      ],
      missing: { selected: 1, total: 1 },
    });
    const ages = views[1];
    if (ages.kind !== "range") throw new Error("expected a range");
    expect(ages.selected.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(ages.total.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(ages.missing).toEqual({ selected: 0, total: 1 });
  });

  it("leave nobody when no level is ticked", async () => {
    expect((await filtered(arm([], false))).selected).toBe(0);
  });

  it("say so when the column is not in the file", async () => {
    const { views, selected } = await filtered({ kind: "values", of: { column: "stage" }, values: ["I"] });
    expect(views[0]).toMatchObject({ kind: "unusable", problem: { code: "column-absent" } });
    expect(selected).toBe(6);
  });
});
