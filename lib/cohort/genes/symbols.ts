const plainKey = (text: string): string => text.toUpperCase().replace(/[\s_.-]+/g, "");

/** Older and everyday names that mean one gene and no other, by their keys. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    P53: "TP53",
    HER2: "ERBB2",
    HER2NEU: "ERBB2",
    HER3: "ERBB3",
    HER4: "ERBB4",
    CKIT: "KIT",
    CMET: "MET",
    CMYC: "MYC",
    NMYC: "MYCN",
    P16: "CDKN2A",
    P16INK4A: "CDKN2A",
    MLL: "KMT2A",
    MLL3: "KMT2C",
    PARK2: "PRKN",
    WHSC1: "NSD2",
    WHSC1L1: "NSD3",
    FAM123B: "AMER1",
    C11ORF30: "EMSY",
  }),
);

/**
 * What makes two spellings one gene: case, blanks, hyphens, underscores and points make no difference, and an older name
 * is its gene.
 */
export const symbolKey = (text: string): string => {
  const key = plainKey(text);
  return otherNames.get(key) ?? key;
};

/** Whether a gene is called by an older or everyday name. */
export const isOtherName = (text: string): boolean => otherNames.has(plainKey(text));

const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const dates = [
  new RegExp(`^\\d{1,2}[-/. ](${months})[a-z]*([-/. ]\\d{2,4})?$`, "i"),
  new RegExp(`^(${months})[a-z]*[-/. ]\\d{1,4}$`, "i"),
  /^\d{4}-\d{2}-\d{2}/,
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/,
  /^[345]\d{4}(\.0+)?$/,
  /^\d+([.,]\d+)?E\+\d+$/i,
];

/** Whether a spreadsheet has made a date or a number of a gene's symbol: "2-Sep", "Sep-02", "44441", "2.31E+13". */
export const isDate = (text: string): boolean => dates.some((date) => date.test(text.trim()));

/** Genes that are named so by everybody and by nothing else (MET may be a metastasis): columns called so are read as genes. */
export const wellKnown: ReadonlySet<string> = new Set(
  (
    "ABL1 AKT1 AKT2 AKT3 ALK APC ARID1A ARID1B ARID2 ASXL1 ATM ATR ATRX AURKA AXIN1 AXL B2M BAP1 BARD1 BCL2 BCL6 BCOR BLM BRAF BRCA1 BRCA2 " +
    "BRD4 BRIP1 BTK CALR CASP8 CBL CCND1 CCND2 CCND3 CCNE1 CD274 CDH1 CDK12 CDK4 CDK6 CDKN1A CDKN1B CDKN2A CDKN2B CDKN2C CEBPA CHEK1 CHEK2 CIC CREBBP CSF1R CSF3R CTCF " +
    "CTNNB1 DAXX DDR2 DICER1 DNMT3A EGFR EP300 EPCAM ERBB2 ERBB3 ERBB4 ERCC1 ERCC2 ESR1 ETV6 EZH2 FANCA FANCC FAT1 FBXW7 FGF19 FGFR1 FGFR2 " +
    "FGFR3 FGFR4 FLCN FLT3 FOXA1 FOXL2 FUBP1 GATA2 GATA3 GNA11 GNAQ GNAS H3F3A HGF HNF1A HRAS IDH1 IDH2 IGF1R IKZF1 JAK1 JAK2 JAK3 KDM5C KDM6A " +
    "KDR KEAP1 KIT KMT2A KMT2B KMT2C KMT2D KRAS LRP1B MAP2K1 MAP2K2 MAP2K4 MAP3K1 MAPK1 MCL1 MDM2 MDM4 MED12 MEN1 MGMT MITF MLH1 MPL MSH2 MSH6 " +
    "MTAP MTOR MUTYH MYC MYCL MYCN MYD88 NF1 NF2 NFE2L2 NOTCH1 NOTCH2 NOTCH3 NPM1 NRAS NSD1 NTRK1 NTRK2 NTRK3 PALB2 PAX5 PBRM1 PDGFRA PDGFRB PHF6 " +
    "PIK3CA PIK3CB PIK3R1 PMS2 POLD1 POLE PPP2R1A PRDM1 PTCH1 PTEN PTPN11 PTPRD RAC1 RAD21 RAD51 RAD51B RAD51C RAD51D RAF1 RB1 RET RHOA RICTOR RNF43 ROS1 " +
    "RPTOR RUNX1 SDHA SDHB SDHC SDHD SETD2 SF3B1 SMAD2 SMAD4 SMARCA4 SMARCB1 SMO SOCS1 SOX2 SPEN SPOP SRC SRSF2 STAG2 STAT3 STK11 SUFU TBX3 TERT TET1 TET2 " +
    "TGFBR1 TGFBR2 TNFAIP3 TP53 TP63 TP73 TRAF7 TSC1 TSC2 TSHR U2AF1 VEGFA VHL WT1 XPO1 XRCC2 ZFHX3 ZRSR2"
  ).split(" "),
);

/** The gene that a column is called after, such as "tp53_status" or "KRAS mutation"; null where it is called after none. */
export function geneOfHeader(name: string): string | null {
  // A column “HER2” or “p16” may be of a protein.
  const key = plainKey(
    name.replace(
      /(?<![\s_.-])[\s_.-]*(status|mutations?|mutated|mut|alterations?|altered|gene|cna|loss|amplification|aberration)$/i,
      "",
    ),
  );
  return wellKnown.has(key) ? key : null;
}
