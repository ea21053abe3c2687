import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { tableSummary } from "../tableSummary";
import { boardFrom, tableFrom } from "../testing";
import { matchedScore, matchFactor } from "./match";
import { meaningOf } from "./measures";
import { presetOf } from "./presets";
import { unitInName } from "./units";

const lms = presetOf("lms-phase1");
const imdc = presetOf("imdc");
if (!lms || !imdc) throw new Error("no preset");
const [hemoglobin, , albumin, neutrophils] = lms.factors;

async function match(factor: typeof hemoglobin, text: string, columns: object[] = []) {
  return matchFactor(factor, tableSummary(await tableFrom(text)).columns, boardFrom({ columns }));
}

describe("the words of columns", () => {
  it.each([
    ["hemoglobin_g_dl", "hemoglobin"],
    ["Hb", "hemoglobin"],
    ["HGB (g/L)", "hemoglobin"],
    ["haemoglobin", "hemoglobin"],
    ["ALB", "albumin"],
    ["serumAlbumin", "albumin"],
    ["LDH_u_l", "ldh"],
    ["ANC", "neutrophils"],
    ["neutrophil_count", "neutrophils"],
    ["plt", "platelets"],
    ["c-reactive protein", "crp"],
    ["NLR", "nlr"],
    ["neutrophil_lymphocyte_ratio", "nlr"],
    ["corrected_calcium", "correctedCalcium"],
    ["Ca", "calcium"],
    ["Na", "sodium"],
    ["ECOG PS", "ecog"],
    ["KPS", "kps"],
    ["bmi_kg_m2", "bmi"],
    ["metastatic_sites", "metastaticSites"],
  ])("%s speaks of %s", (name, measure) => {
    expect(meaningOf(name).measures[0]).toBe(measure);
  });

  it.each(["HBsAg", "CA 19-9", "CA125", "albuminuria_stage", "cancer", "name", "sample_id"])(
    "%s speaks of nothing",
    (name) => {
      expect(meaningOf(name).measures).toEqual([]);
    },
  );

  it("tells a limit of normal and a flag from a value", () => {
    expect(meaningOf("neutrophils_uln_10e9_l")).toMatchObject({ measures: ["neutrophils"], limit: "ULN" });
    expect(meaningOf("Hb lower limit of normal")).toMatchObject({ limit: "LLN" });
    expect(meaningOf("anc_gt_uln").flag).toBe(true);
  });

  it.each([
    ["hemoglobin_g_dl", "g/dL"],
    ["Albumin (g/L)", "g/L"],
    ["ldh_u_l", "U/L"],
    ["neutrophils_10e9_l", "10⁹/L"],
    ["bmi_kg_m2", "kg/m²"],
    ["calcium [mmol/L]", "mmol/L"],
    ["pfs_months", "months"],
    ["albumin", null],
    ["d", null],
  ])("%s is in %s", (name, unit) => {
    expect(unitInName(name)).toBe(unit);
  });
});

describe("matching", () => {
  it("finds the four factors of the example cohort, neutrophils against the column of their limit", async () => {
    const text = readFileSync(new URL("../../../public/example/synthetic-lms-cohort.csv", import.meta.url), "utf8");
    const score = matchedScore(lms, tableSummary(await tableFrom(text)).columns, boardFrom({}));
    expect(score.factors.map(({ column }) => column)).toEqual([
      "hemoglobin_g_dl",
      "bmi_kg_m2",
      "albumin_g_dl",
      "neutrophils_10e9_l",
    ]);
    expect(score.factors[3].when).toEqual({
      op: "> column",
      column: "neutrophils_uln_10e9_l",
      times: 1,
      limit: "ULN",
    });
    expect(score.factors.map(({ convert }) => convert)).toEqual([null, null, null, null]);
  });

  it("never converts by itself: another unit is an offer to convert, or to move the cut", async () => {
    const { factor, offers } = await match(albumin, "albumin_g_l\n35\n41\n28\n");
    expect(factor.column).toBeNull();
    expect(offers.map(({ words }) => words)).toEqual([
      "Use “albumin_g_l” (g/L), converted to g/dL (÷ 10)",
      "Use “albumin_g_l” with the cut at 35 g/L",
    ]);
    expect(offers[0].factor).toMatchObject({ column: "albumin_g_l", convert: "g/L to g/dL", unit: "g/dL" });
    expect(offers[1].factor).toMatchObject({ convert: null, unit: "g/L", when: { op: "<", value: 35 } });
  });

  it("says whether a column may fit or none does", async () => {
    expect((await match(albumin, "albumin_g_l\n35\n41\n")).evidence).toBe("a column may fit");
    expect(await match(albumin, "age\n35\n41\n")).toMatchObject({ evidence: "no column found", offers: [] });
  });

  it("goes by the values where no unit is stated", async () => {
    expect(await match(hemoglobin, "hb\n9.5\n14\n")).toMatchObject({
      factor: { column: "hb" },
      evidence: "by name; unit not stated, values 9.5 to 14",
    });
    const other = await match(hemoglobin, "hb\n95\n140\n");
    expect(other.factor.column).toBeNull();
    expect(other.offers[0].factor.convert).toBe("g/L to g/dL");
  });

  it("believes the unit the user gave the column", async () => {
    const { factor } = await match(albumin, "alb\n35\n41\n", [{ name: "alb", unit: "g/L" }]);
    expect(factor.column).toBeNull();
  });

  it("takes no column in a unit that cannot be the cut's", async () => {
    expect((await match(albumin, "albumin_mmol_l\n0.5\n0.6\n")).factor.column).toBeNull();
  });

  it("offers a ready-made flag and never takes it", async () => {
    const { factor, offers } = await match(neutrophils, "anc_gt_uln\n0\n1\n1\n");
    expect(factor.column).toBeNull();
    expect(offers).toMatchObject([
      {
        words: "Use the ready-made flag “anc_gt_uln” = 1",
        factor: { column: "anc_gt_uln", when: { op: "in", values: ["1"] } },
      },
    ]);
  });

  it("asks for the limit of normal where no column holds it", async () => {
    const { factor } = await match(neutrophils, "anc\n4.1\n9\n8\n");
    expect(factor).toMatchObject({ column: "anc", when: { op: ">", value: null, limit: "ULN" } });
  });

  it("computes corrected calcium from calcium and albumin where no column holds it", async () => {
    const calcium = imdc.factors[3];
    const computed = await match(calcium, "ca_mg_dl,alb_g_dl,calcium_uln\n9,4,10.5\n10,3,10.5\n");
    expect(computed.factor).toMatchObject({
      column: "ca_mg_dl",
      formula: { kind: "correctedCalcium", column: "alb_g_dl", convert: null },
      when: { op: "> column", column: "calcium_uln" },
    });
    const ready = await match(calcium, "corrected_calcium_mg_dl,alb_g_dl\n9,4\n10,3\n");
    expect(ready.factor).toMatchObject({ column: "corrected_calcium_mg_dl", formula: null });
    const inOther = await match(calcium, "ca_mmol_l,alb_g_dl\n2.2,4\n2.5,3\n");
    expect(inOther.factor.column).toBeNull();
    expect(inOther.offers[0].factor).toMatchObject({ convert: "mmol/L to mg/dL", formula: { convert: null } });
  });
});
