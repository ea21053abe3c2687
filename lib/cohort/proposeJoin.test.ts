import { describe, expect, it } from "vitest";
import { proposeJoin } from "./proposeJoin";
import { tableSummary } from "./tableSummary";
import { tableFrom } from "./testing";

const summaryOf = async (text: string) => tableSummary(await tableFrom(text));
const cohort = await summaryOf("PATIENT_ID,OS_MONTHS\nP-1,5\nP-2,7\n");
const samples = await summaryOf("PATIENT_ID,SAMPLE_ID\nP-1,S1\nP-2,S2\n");
const mutations = await summaryOf("Hugo_Symbol,Tumor_Sample_Barcode\nTP53,S1\nRB1,S2\n");
const laboratory = await summaryOf("Patient,sample date,LDH\nP-1,2020-01-02,200\n");
const proposed = (second: typeof cohort, before: Parameters<typeof proposeJoin>[4] = []) =>
  proposeJoin({ id: "m", file: "second.txt" }, cohort, second, "PATIENT_ID", before);

describe("a second file is proposed to be joined", () => {
  it("by the patient id where it names patients", () => {
    expect(proposed(samples)).toMatchObject({ key: "PATIENT_ID", to: "PATIENT_ID", match: "exact", through: null });
  });

  it("through the file of samples where it names samples alone", () => {
    const before = [{ join: { ...proposed(samples), id: "s" }, summary: samples }];
    const through = { join: "s", column: "SAMPLE_ID" };
    expect(proposed(mutations, before)).toMatchObject({ key: "Tumor_Sample_Barcode", match: "exact", through });
  });

  it("by the UUID of GDC's cases where the cohort has it beside the patient id, and by samples where it has not", async () => {
    const maf = await summaryOf("Hugo_Symbol,Tumor_Sample_Barcode,case_id\nTP53,P-1-01A,u1\nRB1,P-2-01A,u2\n");
    const gdc = await summaryOf("cases.case_id,cases.submitter_id,os\nu1,P-1,5\nu2,P-2,7\n");
    expect(proposeJoin({ id: "m", file: "m.maf" }, gdc, maf, "cases.submitter_id")).toMatchObject({
      ...{ key: "case_id", to: "cases.case_id", match: "exact", through: null },
    });
    expect(proposed(maf)).toMatchObject({ key: "Tumor_Sample_Barcode", match: "beginning", through: null });
  });

  it("by how its samples begin where no file says whose they are", () => {
    expect(proposed(mutations)).toMatchObject({ key: "Tumor_Sample_Barcode", match: "beginning", through: null });
    expect(proposed(laboratory)).toMatchObject({ key: "Patient", match: "exact", through: null });
  });
});
