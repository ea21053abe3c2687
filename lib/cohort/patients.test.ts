import { describe, expect, it } from "vitest";
import { patientsOf } from "./patients";
import { boardFrom, tableFrom } from "./testing";

describe("rows and patients", () => {
  it("are the same without an id column", async () => {
    const patients = patientsOf(await tableFrom("id,x\nA,1\nA,1\n"), boardFrom({}));
    expect(patients.count).toBe(2);
  });

  it("merges rows of one id that agree in every column, and says which", async () => {
    const patients = patientsOf(await tableFrom("id,x\nA,1\nB,2\nA,1\n"), boardFrom({ patientId: "id" }));
    expect(patients.merged).toEqual([2]);
    expect(patients.count).toBe(2);
    expect(patients.blocked).toBeNull();
  });

  it("waits for a rule when rows of one id differ, and follows it", async () => {
    const table = await tableFrom("id,x\nA,1\nB,2\nA,3\n");
    expect(patientsOf(table, boardFrom({ patientId: "id" })).blocked).toMatchObject({
      code: "id-several-rows",
      rows: [3],
    });
    const first = patientsOf(table, boardFrom({ patientId: "id", edits: { severalRows: "first" } }));
    const last = patientsOf(table, boardFrom({ patientId: "id", edits: { severalRows: "last" } }));
    expect([first.blocked, Array.from(first.represents)]).toEqual([null, [1, 1, 0]]);
    expect(Array.from(last.represents)).toEqual([0, 1, 1]);
  });

  it("counts each row without an id as a patient of its own, and says so", async () => {
    const patients = patientsOf(await tableFrom("id,x\nA,1\n,2\n,2\n"), boardFrom({ patientId: "id" }));
    expect(patients.count).toBe(3);
    expect(patients.notices[0]).toMatchObject({ code: "id-blank", rows: [2, 3] });
  });
});
