import { describe, expect, it } from "vitest";
import { proposeJoin } from "../proposeJoin";
import { tableSummary } from "../tableSummary";
import { tableFrom } from "../testing";
import { proposeGenes } from "./propose";
import { geneOfHeader, isDate, symbolKey } from "./symbols";
import { bitsOfCopyNumber, bitsOfWord, classesIn, NOT_TESTED, TESTED } from "./words";

/** The classes that a word says, "wild type", "not tested", or null where the word is not known. */
function said(text: string): string | null {
  const bits = bitsOfWord(text);
  if (bits === null) return null;
  if (bits === NOT_TESTED) return "not tested";
  return bits === TESTED ? "wild type" : classesIn(bits).join(" and ");
}

describe("what is written of a gene", () => {
  it.each([
    ["Missense_Mutation", "missense"],
    ["Nonsense_Mutation", "truncating"],
    ["Frame_Shift_Del", "truncating"],
    ["Splice_Site", "truncating"],
    ["Translation_Start_Site", "truncating"],
    ["Nonstop_Mutation", "truncating"],
    ["In_Frame_Ins", "inFrame"],
    ["Splice_Region", "splice"],
    ["Silent", "silent"],
    ["3'UTR", "silent"],
    ["5'Flank", "silent"],
    ["Intron", "silent"],
    ["IGR", "silent"],
    ["RNA", "silent"],
    ["p.R248Q", "missense"],
    ["R248Q", "missense"],
    ["p.Arg248Gln", "missense"],
    ["p.R213*", "truncating"],
    ["p.Arg213Ter", "truncating"],
    ["p.I221fs*36", "truncating"],
    ["p.*394Qext*9", "truncating"],
    ["p.M1?", "truncating"],
    ["p.E746_A750del", "inFrame"],
    ["p.V600=", "silent"],
    ["c.743G>A", "other"],
    ["c.672+1G>A", "truncating"],
    ["c.672+7G>A", "splice"],
    ["NM_000546.6:c.743G>A", "other"],
    ["X126_splice", "truncating"],
    ["homdel", "deepLoss"],
    ["DeepDel", "deepLoss"],
    ["missense_variant,splice_region_variant", "missense and splice"],
    ["splice_donor_variant&coding_sequence_variant&intron_variant", "truncating and other and silent"],
    ["5_prime_UTR_variant", "silent"],
    ["upstream_gene_variant", "silent"],
    ["start_retained_variant", "silent"],
    ["protein_altering_variant", "inFrame"],
    ["loss", "deepLoss"],
    ["het loss", "shallowLoss"],
    ["Amplification", "amplification"],
    ["fusion", "fusion"],
    ["missense; amplification", "missense and amplification"],
    ["mutated", "other"],
    ["loss/mutated", "other"],
    ["wild-type", "wild type"],
    ["WT", "wild type"],
    ["intact", "wild type"],
    ["negative", "wild type"],
    ["not tested", "not tested"],
    ["N/A", "not tested"],
  ])("“%s” is %s", (text, wanted) => {
    expect(said(text)).toBe(wanted);
  });

  it.each(["VUS", "maybe", "12", "Smith", "T2", "G3", "p53"])("“%s” is not known, rather than something", (text) => {
    expect(said(text)).toBeNull();
  });

  it("a copy number is a deep loss at −2, an amplification at 2 and nothing at 0; beyond these it is not known", () => {
    const classes = [-2, -1.5, -1, 0, 1, 2].map((value) => classesIn(bitsOfCopyNumber(value) ?? 0).join());
    expect(classes).toEqual(["deepLoss", "deepLoss", "shallowLoss", "", "gain", "amplification"]);
    expect(bitsOfCopyNumber(3)).toBeNull();
  });
});

describe("symbols", () => {
  it.each(["2-Sep", "Sep-02", "2-Sep-24", "1-Mar", "2024-09-02", "02.09.2024", "44441", "44441.0", "2.31E+13"])(
    "“%s” is what a spreadsheet has made of one",
    (text) => {
      expect(isDate(text)).toBe(true);
    },
  );

  it.each(["SEPT2", "SEPTIN2", "MARCH1", "DEC1", "TP53", "NKX2-1", "HLA-A", "C10orf54", "KMT2D", "U2AF1"])(
    "“%s” is one",
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it("are one gene whatever their case, blanks and hyphens", () => {
    expect(new Set(["NKX2-1", "nkx2-1", "NKX2 1", "Nkx2_1"].map(symbolKey)).size).toBe(1);
  });

  it("name a column where nothing else can be meant", () => {
    expect(["tp53", "TP53_status", "KRAS mutation", "rb1"].map(geneOfHeader)).toEqual(["TP53", "TP53", "KRAS", "RB1"]);
    expect(["met", "age", "ar", "status", "sex", "fh", "gene"].map(geneOfHeader)).toEqual(Array(7).fill(null));
  });
});

const summary = async (text: string) => tableSummary(await tableFrom(text));

describe("a second file is proposed as one of genes", () => {
  it("by the columns of MAF, of structural variants, of a spreadsheet and of copy numbers", async () => {
    const forms = [
      "Hugo_Symbol,Variant_Classification,Tumor_Sample_Barcode,HGVSp_Short\nTP53,Missense_Mutation,P1-T,p.R248Q\n",
      "Sample_Id,Site1_Hugo_Symbol,Site2_Hugo_Symbol\nP1-T,EWSR1,FLI1\n",
      "patient,gene,alteration,protein_change\nP1,TP53,missense,p.R248Q\n",
      "Hugo_Symbol,Entrez_Gene_Id,P1-T,P2-T\nRB1,5925,-2,0\nMDM2,4193,2,0\n",
      "patient_id,TP53,RB1\nP1,mutated,intact\n",
    ];
    const proposed = await Promise.all(forms.map(async (text) => proposeGenes(await summary(text))));
    expect(proposed).toMatchObject([
      { form: "long", gene: "Hugo_Symbol", class: "Variant_Classification", change: "HGVSp_Short", tested: null },
      { form: "long", gene: "Site1_Hugo_Symbol", partner: "Site2_Hugo_Symbol", as: "fusion" },
      { form: "long", gene: "gene", class: "alteration", change: "protein_change" },
      { form: "matrix", gene: "Hugo_Symbol" },
      { form: "wide", columns: ["TP53", "RB1"] },
    ]);
  });

  it("by the column whose words are kinds, where the usual one holds something else", async () => {
    const shifted = "Hugo_Symbol,Consequence,Variant_Classification,Tumor_Sample_Barcode\n";
    const rows = "TP53,Missense_Mutation,SNP,P1-T\nRB1,5'Flank,SNP,P2-T\n";
    expect(proposeGenes(await summary(shifted + rows))).toMatchObject({ class: "Consequence" });
    const usual = "TP53,missense_variant,Missense_Mutation,P1-T\nRB1,weird_variant,Silent,P2-T\n";
    expect(proposeGenes(await summary(shifted + usual))).toMatchObject({ class: "Variant_Classification" });
    expect(proposeGenes(await summary("Samples,Gene,CNA\nP1,MET,AMP\nP2,RB1,DeepDel\n"))).toMatchObject({
      ...{ form: "long", gene: "Gene", class: "CNA" },
    });
  });

  it("but not one of anything else", async () => {
    expect(proposeGenes(await summary("patient_id,day,sum\nP1,3,40\n"))).toBeNull();
    expect(proposeGenes(await summary("patient_id,drug,start\nP1,A,2020-01-01\n"))).toBeNull();
  });

  it("and its samples find their patients by how they begin", async () => {
    const cohort = await summary("patient_id,os\nP1,1\nP2,2\n");
    const copies = await summary("Hugo_Symbol,P1-T,P2-T\nRB1,-2,0\nMDM2,2,0\n");
    expect(proposeJoin({ id: "c", file: "cna.txt" }, cohort, copies, "patient_id")).toMatchObject({
      key: "sample",
      to: "patient_id",
      match: "beginning",
      genes: { form: "matrix" },
    });
  });
});
