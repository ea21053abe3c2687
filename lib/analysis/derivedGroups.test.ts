import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PanelOf } from "../board/panelForms/registry";
import { boardFrom, tableFrom } from "../cohort/testing";
import { methodsInWords } from "../panels/methods/paragraph";
import { shownKinds } from "../panels/shownKinds";
import { analyze } from "./analyze";

const cohort = await tableFrom(
  readFileSync(new URL("../../public/example/synthetic-lms-cohort.csv", import.meta.url), "utf8"),
);
const cut = { from: "cut", column: "age" };
const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const board = (made: { name: string; from: string; by?: object }) =>
  boardFrom({
    columns: [{ name: "age", label: "age at referral" }],
    endpoints: [
      {
        ...{ id: "os", label: "Overall survival", origin: "therapy", event: { column: "os_event", coding } },
        time: { from: "column", column: "os_months", unit: "months" },
      },
    ],
    edits: { derivedColumns: [made] },
    panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: made.name } }],
  });

function curvesBy(made: { name: string; from: string; by?: object }) {
  const [panel] = analyze(cohort, board(made)).panels;
  if (panel?.state !== "ready" || panel.result.kind !== "kaplanMeier") throw new Error(JSON.stringify(panel));
  const { result, heading } = panel;
  const { methods } = shownKinds.kaplanMeier;
  return {
    heading,
    groups: result.groups.map(({ label, curve, events }) => [label, curve.n, events]),
    methods: methodsInWords(methods(result, panel.panel as PanelOf<"kaplanMeier">)),
  };
}

describe("groups made of any column are named with how they were made", () => {
  it("a number at its median: R's quantile, patients and events", () => {
    // R 4.2.2: quantile(age, 1/2, type = 7) is 57; survfit(Surv(os_months, os_event) ~ age >= 57) has 37 and 38
    // patients with 30 and 32 events.
    const shown = curvesBy({ ...cut, name: "age at referral (median)", by: { parts: 2 } });
    expect(shown.heading).toBe("Overall survival by age at referral (median)");
    expect(shown.groups).toEqual([
      ["< 57", 37, 30],
      ["≥ 57", 38, 32],
    ]);
    expect(shown.methods).toContain(
      "Age at referral (median): age at referral cut at the median of all patients (< 57, ≥ 57).",
    );
  });

  it("a number at a value", () => {
    // R: survfit(Surv(os_months, os_event) ~ age >= 65) has 57 and 18 patients with 48 and 14 events.
    const shown = curvesBy({ ...cut, name: "Age at referral (cut at 65)", by: { at: [65] } });
    expect(shown.groups).toEqual([
      ["< 65", 57, 48],
      ["≥ 65", 18, 14],
    ]);
    expect(shown.methods).toContain("Age at referral (cut at 65): age at referral cut at 65 (< 65, ≥ 65).");
  });

  it("a text by the values of most patients", () => {
    // R: sort(table(best_response)) is CR 1, PR 6, NE 11, SD 27, PD 30.
    const made = { from: "mostFrequent", name: "Best response (2 most frequent)", column: "best_response", keep: 2 };
    const shown = curvesBy(made);
    expect(shown.groups.map(([label, patients]) => [label, patients])).toEqual([
      ["PD", 30],
      ["SD", 27],
      ["Other", 18],
    ]);
    expect(shown.methods).toContain("the 2 values of most patients and all others as one group.");
  });

  it("a date by its year", () => {
    const byYear = { from: "year", name: "Diagnosis (year)", column: "diagnosis_date" };
    // R: table(substr(diagnosis_date, 1, 4))
    const shown = curvesBy(byYear);
    expect(shown.groups.map(([label, patients]) => `${label}: ${patients}`).join(", ")).toBe(
      "1994: 1, 2000: 1, 2001: 3, 2002: 1, 2003: 3, 2004: 6, 2005: 4, 2006: 11, 2007: 4, 2008: 8, 2009: 15, 2010: 5, 2011: 3, 2012: 1, 2013: 8, 2014: 1",
    );
    expect(shown.methods).toContain("Diagnosis (year): the year of diagnosis_date.");
  });
});
