import { describe, expect, it } from "vitest";
import type { Factor } from "../../board/score";
import { nth } from "../../numeric/nth";
import { patientsOf } from "../patients";
import { tableSummary } from "../tableSummary";
import { boardFrom, tableFrom } from "../testing";
import { variablesOf } from "../variables";
import { matchedScore } from "./match";
import { presetOf } from "./presets";
import { coverageInWords, scoreTally } from "./scoreTally";
import { boundsInWords, comparisonInWords, definitionOf, derivationInWords } from "./words";

const plain = boardFrom({});
const definition = (id: string) => {
  const preset = presetOf(id);
  if (!preset) throw new Error(id);
  return definitionOf(matchedScore(preset, [], plain));
};

describe("a score in words", () => {
  it("is one sentence with its citation", () => {
    expect(definition("lms-phase1")).toBe(
      "One point each for hemoglobin < 10 g/dL, body mass index < 30 kg/m², albumin < 3.5 g/dL and neutrophils > the upper limit of normal (Wang 2016, Cancer Med, PMID 27882721). Groups by points: 0 (≤ 0); 1–2; ≥3. Missing values: patients with a missing factor have no score.",
    );
  });

  it("says a level that the label of its factor names only once", () => {
    const said = (label: string, values: string[]) => {
      const factors = [{ id: "f", label, column: "sex", points: 1, when: { op: "in", values } }];
      const groups = [{ label: "all", min: null, max: null }];
      const { scores } = boardFrom({ scores: [{ id: "s", label: "s", factors, groups }] });
      return definitionOf(nth(scores, 0)).replace(/\. Groups.*/, "");
    };
    expect(said("Male", ["male"])).toBe("One point each for male");
    expect(said("Sex: male", ["male"])).toBe("One point each for sex: male");
    expect(said("Sex", ["male"])).toBe("One point each for sex male");
    expect(said("Female", ["male"])).toBe("One point each for female male");
    expect(said("Stage", ["III", "IV"])).toBe("One point each for stage III or IV");
  });

  it("tells rules over combinations and factors of a limit as they are", () => {
    expect(definition("mgps")).toMatch(
      /^0 for not \(C-reactive protein > 10 mg\/L\); 1 for C-reactive protein > 10 mg\/L and not \(albumin < 35 g\/L\); 2 for/,
    );
    expect(definition("mskcc")).toMatch(/LDH > 1\.5 × ULN and corrected calcium > 10 mg\/dL/);
  });

  it("tells a single rule as a rule", () => {
    const preset = presetOf("mgps");
    if (!preset) throw new Error("no preset");
    const score = matchedScore(preset, [], plain);
    const one = definitionOf({ ...score, rules: score.rules.slice(0, 1) });
    expect(one).toMatch(/^0 for not \(C-reactive protein > 10 mg\/L\) \(/);
  });

  it("says which column a limit is read from, and how a value is computed", () => {
    const when = { op: "> column", column: "ldh_uln", times: 1.5, limit: "ULN" } as const;
    expect(comparisonInWords({ when, unit: "U/L" }, plain)).toBe("> 1.5 × ULN (ldh_uln)");
    const calcium: Factor = {
      ...{ id: "ca", label: "Corrected calcium", column: "ca", unit: "mg/dL", convert: "mmol/L to mg/dL", points: 1 },
      formula: { kind: "correctedCalcium", column: "alb", convert: null },
      when: { op: ">", value: 10, times: 1, limit: null },
    };
    expect(derivationInWords(calcium, plain)).toBe(
      "“ca” + 0.8 × (4 − “alb”), mg/dL and g/dL, converted from mmol/L (× 4, for calcium only)",
    );
  });

  it("names bounds", () => {
    expect([boundsInWords(null, 1), boundsInWords(2, null), boundsInWords(1, 2), boundsInWords(-1, -1)]).toEqual([
      "≤ 1",
      "≥ 2",
      "1–2",
      "−1",
    ]);
  });

  it("says for how many it can be computed, and what is missing in how many", async () => {
    const table = await tableFrom("albumin_g_l,ldh,ldh_uln,metastatic_sites\n30,300,250,3\n40,,250,1\n30,,250,4\n");
    const preset = presetOf("rmh");
    if (!preset) throw new Error("no preset");
    const score = { ...matchedScore(preset, tableSummary(table).columns, plain), missing: "bound" as const };
    const board = boardFrom({ scores: [score] });
    const view = scoreTally(score, patientsOf(table, board), variablesOf(table, board, [1, 1, 1]));
    expect(coverageInWords(score, view, 3)).toBe(
      "Computable for 1 of 3 patients; LDH missing in 2; 2 more in the group their known factors decide.",
    );
    expect(view.groups).toEqual([
      { label: "0–1", patients: 1 },
      { label: "2–3", patients: 2 },
    ]);
  });
});
