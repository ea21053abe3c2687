import { describe, expect, it } from "vitest";
import { endpointSchema } from "../../board/endpoint";
import { tableSummary } from "../tableSummary";
import { boardFrom, tableFrom } from "../testing";
import { factorColumns, proposedFactor, withColumn } from "./proposedFactor";

const { columns } = tableSummary(
  await tableFrom(
    "id,os_months,dead,age,hemoglobin_g_dl,ecog,bulky,TP53,arm,lab,start\n" +
      "P1,3,1,60,9,0,1,wild-type,A,0,2020-01-02\nP2,4,0,70,11,1,0,mutated,B,0,2020-01-03\n" +
      "P3,5,1,50,12,2,1,wild-type,C,0,2020-01-04\nP4,6,1,55,13,0,0,wild-type,A,7,2020-02-04\n",
  ),
);
const board = boardFrom({ patientId: "id" });
const proposed = (name: string, median: number | null = null) => {
  const column = columns.find((each) => each.name === name);
  if (!column) throw new Error(name);
  const { factor, from } = proposedFactor(column, median, columns, board);
  return { label: factor.label, unit: factor.unit, when: factor.when, from };
};
const cut = (op: string, value: number | null) => ({ op, value, times: 1, limit: null });

describe("a factor of a column", () => {
  it("has the cut of a published score that measures the same in the same unit, and says which", () => {
    expect(proposed("hemoglobin_g_dl", 11.5)).toEqual({
      label: "Hemoglobin",
      unit: "g/dL",
      when: cut("<", 10),
      from: "the cut of the MD Anderson LMS score",
    });
  });

  it("is cut at the median where no score has one, above the smallest value where half have that", () => {
    expect(proposed("age", 57.5)).toMatchObject({
      label: "Age",
      when: cut(">=", 57.5),
      from: "the median of this cohort",
    });
    expect(proposed("lab", 0)).toMatchObject({ when: cut(">", 0) });
  });

  it("is the 1 of 0 and 1, and of two values the one that is not the control", () => {
    expect(proposed("bulky", 0.5)).toMatchObject({ when: cut("=", 1) });
    expect(proposed("TP53")).toMatchObject({ label: "TP53", when: { op: "in", values: ["mutated"] } });
  });

  it("leaves open which of three values count", () => {
    expect(proposed("arm")).toMatchObject({ when: { op: "in", values: [] }, from: null });
  });

  it("takes the name of another column where its name says nothing else, and keeps a name that was given", () => {
    const { factor } = proposedFactor(columns[3] as (typeof columns)[number], 57, columns, board);
    const age = { id: "f1", ...factor };
    expect(withColumn(age, "ecog", board).label).toBe("ECOG");
    expect(withColumn({ ...age, label: "Old" }, "ecog", board).label).toBe("Old");
    expect(withColumn({ ...age, column: null, label: "Factor 1" }, "ecog", board).label).toBe("ECOG");
  });
});

describe("the columns offered as factors", () => {
  it("are not the outcome, nor the patient's id", () => {
    const os = endpointSchema.parse({
      id: "os",
      label: "Overall survival",
      time: { from: "column", column: "os_months", unit: "months" },
      event: { column: "dead", coding: [] },
    });
    const names = factorColumns(columns, boardFrom({ patientId: "id", endpoints: [os] })).map(({ name }) => name);
    expect(names).toEqual(["age", "hemoglobin_g_dl", "ecog", "bulky", "TP53", "arm", "lab", "start"]);
  });
});
