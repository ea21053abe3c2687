/**
 * What clinicians measure, by the words that column names use for it. A word is matched as whole words of the name
 * ("hb" is in "Hb_g_dL", not in "hbsag"); the first measure whose words are all there wins, so the more special ones
 * stand first.
 */
export const measures = {
  correctedCalcium: ["corrected calcium", "calcium corrected", "corr ca", "ca corr", "adjusted calcium"],
  nlr: ["nlr", "neutrophil lymphocyte ratio", "neutrophil to lymphocyte ratio"],
  hemoglobin: ["hemoglobin", "haemoglobin", "hb", "hgb"],
  albumin: ["albumin", "alb"],
  ldh: ["ldh", "lactate dehydrogenase", "lactic dehydrogenase"],
  neutrophils: ["neutrophils", "neutrophil", "neutrophil count", "neut", "neuts", "anc", "absolute neutrophil count"],
  lymphocytes: ["lymphocytes", "lymphocyte", "lymph", "alc", "absolute lymphocyte count"],
  platelets: ["platelets", "platelet", "platelet count", "plt", "thrombocytes", "thrombocyte"],
  calcium: ["calcium", "ca"],
  crp: ["crp", "c reactive protein", "hscrp"],
  sodium: ["sodium", "na"],
  ecog: ["ecog", "ecog ps", "ps", "performance status", "who ps", "who performance status"],
  kps: ["kps", "karnofsky", "karnofsky performance status"],
  bmi: ["bmi", "body mass index", "quetelet"],
  metastaticSites: [
    "metastatic sites",
    "metastasis sites",
    "metastases sites",
    "number of metastatic sites",
    "mets",
    "n mets",
    "mets sites",
    "number of metastases",
    "metastatic site count",
  ],
  gastrointestinal: [
    "gi tumor",
    "gi tumour",
    "gastrointestinal",
    "tumor type",
    "tumour type",
    "primary site",
    "histology",
  ],
  diagnosisToTreatment: [
    "months diagnosis to treatment",
    "time diagnosis to treatment",
    "diagnosis to treatment",
    "diagnosis to therapy",
    "months from diagnosis",
    "time from diagnosis",
  ],
  diagnosisDate: ["diagnosis date", "date of diagnosis", "dx date", "date diagnosis"],
  treatmentDate: [
    "therapy start date",
    "treatment start date",
    "date of treatment",
    "start date",
    "start of therapy",
    "start of treatment",
  ],
} satisfies Record<string, string[]>;

export type Measure = keyof typeof measures;

const limitWords = {
  ULN: ["uln", "upper limit", "upper normal", "upper limit of normal", "unl", "upper ref", "ref high"],
  LLN: ["lln", "lower limit", "lower normal", "lower limit of normal", "lnl", "lower ref", "ref low"],
};

/** Words of columns that hold a ready-made answer about a measure. */
const flagWords = ["gt", "lt", "ge", "le", "high", "low", "elevated", "raised", "abnormal", "above", "below", "flag"];

export interface Meaning {
  /** Measures whose words are in the name, the most words first. */
  measures: Measure[];
  limit: "ULN" | "LLN" | null;
  flag: boolean;
}

/** What the name of a column speaks of. */
export function meaningOf(name: string): Meaning {
  const words = wordsOf(name);
  const has = (phrase: string) => phrasePlace(words, phrase) >= 0;
  const found = (Object.keys(measures) as Measure[]).flatMap((measure) => {
    const longest = Math.max(0, ...measures[measure].filter(has).map((phrase) => phrase.split(" ").length));
    return longest > 0 ? [{ measure, longest }] : [];
  });
  found.sort((a, b) => b.longest - a.longest);
  const limit = limitWords.ULN.some(has) ? "ULN" : limitWords.LLN.some(has) ? "LLN" : null;
  const flag = flagWords.some(has);
  return { measures: found.map(({ measure }) => measure), limit, flag };
}

/** "neutrophils_uln_10e9_l" → neutrophils, uln, 10, e, 9, l; letters and digits apart, camel case too. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? [];

function phrasePlace(words: string[], phrase: string): number {
  const wanted = phrase.split(" ");
  return words.findIndex((_, at) => {
    const next = words[at + wanted.length];
    // "CA 19-9" and "CA125" are tumor markers.
    if (phrase === "ca" && next !== undefined && /^\d/.test(next)) return false;
    return wanted.every((word, offset) => words[at + offset] === word);
  });
}
