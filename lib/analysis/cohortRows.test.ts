import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { cohortRows } from "../panels/cohortRows";
import { analysis } from "./analyze";

const table = await tableFrom(
  "id,arm,months,event,n,w\na,A,1,1,2,0.5\nb,,2,0,1,1\nc,B,3,1,0,2\nd,B,4,0,3,1\nd,B,4,0,3,1\ne,A,5,0,1,3\n",
);
const endpoint = (id: string, weight: object | null) => ({
  id,
  label: id,
  time: { from: "column", column: "months", unit: "months" },
  event: { column: "event", coding: [] },
  weight,
});
const rowsOf = (parts: object = {}, group: string | null = "arm") => {
  const { prepared } = analysis(table).prepare(boardFrom({ patientId: "id", ...parts }));
  return cohortRows(prepared, { group: group === null ? null : { column: group } });
};
const found = (parts?: object, group?: string | null) => {
  const rows = rowsOf(parts, group);
  if ("state" in rows) throw new Error(rows.problem.message);
  return rows;
};

it("counts each patient once, by group, and names those without a group in the ledger", () => {
  const { group, count, levels, ledger, leftOut } = found();
  expect([...group]).toEqual([0, -1, 1, 1, -1, 0]);
  expect(count).toBe(4);
  expect(levels.map(({ value }) => value)).toEqual(["A", "B"]);
  expect(ledger).toMatchObject({ rows: 6, patients: 5, used: 4, merged: { count: 1, rows: [5] } });
  expect(ledger.leftOut).toEqual([{ reason: "arm missing", count: 1, rows: [2] }]);
  expect(leftOut).toEqual([{ reason: "arm missing", count: 1 }]);
});

it("asks for no endpoint, and takes everybody where no group is chosen", () => {
  const { group, count, levels } = found({}, null);
  expect([...group]).toEqual([0, 0, 0, 0, -1, 0]);
  expect(count).toBe(5);
  expect(levels).toHaveLength(1);
});

it("follows the filters, and asks about those they keep when it says who is left out", () => {
  const filter = { kind: "values", of: { column: "arm" }, values: ["B"], missing: false };
  const { group, ledger, leftOut } = found({ filters: [filter] });
  expect([...group]).toEqual([-1, -1, 1, 1, -1, -1]);
  expect(ledger.used).toBe(4);
  expect(leftOut).toEqual([]);
  const nobody = rowsOf({ filters: [{ ...filter, values: [] }] });
  expect(nobody).toMatchObject({ state: "blocked", problem: { code: "nobody-selected" } });
});

it("weighs rows as the endpoints do where they agree, and leaves out those that cannot count", () => {
  const count = { column: "n", kind: "count" };
  const weighted = found({ endpoints: [endpoint("os", count), endpoint("pfs", null)] });
  expect([...(weighted.weight ?? [])]).toEqual([2, 1, Number.NaN, 3, 3, 1]);
  expect([...weighted.group]).toEqual([0, -1, -1, 1, -1, 0]);
  expect(weighted.rows.weights).toBe("count");
  expect(weighted.ledger).toMatchObject({ weightless: { count: 1, rows: [3] }, patients: 7, used: 6 });
  expect(weighted.ledger.leftOut).toEqual([{ reason: "arm missing", count: 1, rows: [2] }]);
  const disagreeing = found({ endpoints: [endpoint("os", count), endpoint("pfs", { column: "w", kind: "sampling" })] });
  expect(disagreeing.weight).toBeUndefined();
  expect(disagreeing.rows.weights).toBeNull();
});

it("waits while it is not decided which row stands for a patient", async () => {
  const twice = await tableFrom("id,arm\na,A\na,B\n");
  const { prepared } = analysis(twice).prepare(boardFrom({ patientId: "id" }));
  expect(cohortRows(prepared, { group: null })).toMatchObject({ state: "blocked", ledger: null });
});
