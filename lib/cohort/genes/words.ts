import { type AlterationClass, alterationClasses } from "../../board/genes";

/** One bit for each class of alterations, and who was tested. */
export const bitOf = (of: AlterationClass): number => 1 << alterationClasses.indexOf(of);
export const TESTED = 1 << 14;
export const NOT_TESTED = 1 << 15;

/** The bits of some classes. */
export const maskOf = (classes: readonly AlterationClass[]): number =>
  classes.reduce((mask, each) => mask | bitOf(each), 0);
export const ANY = maskOf(alterationClasses);

/** The classes of some bits. */
export const classesIn = (bits: number): AlterationClass[] =>
  alterationClasses.filter((each) => (bits & bitOf(each)) !== 0);

export const classNames: Record<AlterationClass, string> = {
  truncating: "truncating",
  missense: "missense",
  inFrame: "in-frame",
  splice: "splice region",
  other: "altered, kind not given",
  fusion: "fusion",
  amplification: "amplification",
  deepLoss: "deep loss",
  gain: "gain",
  shallowLoss: "shallow loss",
  silent: "silent or noncoding",
};

/** The words of `Variant_Classification`, of copy-number callers and of spreadsheets, without blanks and hyphens. */
const words: Record<AlterationClass, RegExp> = {
  truncating:
    /^(nonsense|nonsensemutation|stopgain(ed)?|frameshift(del|ins|variant|deletion|insertion|mutation|truncation|elongation)?|splicesite|spliceacceptor(variant)?|splicedonor(variant)?|nonstop(mutation)?|stoplost|translationstartsite|startlost|startcodon(snp|del|ins)|stopcodon(del|ins)|truncating|truncation|truncated|trunc|nonsynonymousnonsense|stoplostvariant|transcriptablation|denovostart(outofframe|inframe))$/,
  missense: /^(missense|missensemutation|missensevariant|nonsynonymous(snv)?|nonsynonymousmissense)$/,
  inFrame:
    /^(inframe|inframe(del|ins|deletion|insertion|indel)|nonframeshift(del|ins|deletion|insertion|substitution)|proteinalteringvariant)$/,
  splice:
    /^(spliceregion(variant)?|splice|splicedonorregionvariant|splicedonor5thbasevariant|splicepolypyrimidinetractvariant)$/,
  fusion: /^(fusion|sv|structuralvariant|structural|rearrangement|rearranged|translocation|inversion)$/,
  amplification: /^(amplification|amp|amplified|highamplification|highlevelamplification|focalamplification)$/,
  deepLoss:
    /^(deeploss|deepdel|deepdeletion|homdel|homozygousdeletion|homozygousloss|loss|deletion|deleted|lost|biallelicloss)$/,
  gain: /^(gain|lowlevelgain|gained)$/,
  shallowLoss:
    /^(shallowloss|shallowdeletion|hetloss|hetdel|heterozygousloss|heterozygousdeletion|loh|monoallelicloss)$/,
  silent:
    /^(silent|synonymous(snv|variant)?|intron(ic)?|[35](prime)?('|’)?(utr|flank)(variant|region)?|utr|igr|intergenic|rna|lincrna|flank|upstream(gene)?(variant)?|downstream(gene)?(variant)?|targetedregion|intronvariant|codingsilent|noncoding(transcript)?(exon)?(variant)?|(start|stop)retained(variant)?|intergenic(variant|region)|maturemirnavariant|nmdtranscriptvariant|regulatoryregionvariant|tfbindingsitevariant)$/,
  other:
    /^(other|mutated|mut|mutation|mutant|positive|pos|yes|y|true|altered|alteration|aberrant|present|detected|pathogenic|likelypathogenic|variant|multihit|loss\/mutated|mutated\/loss|mutatedorlost|complexindel|promoter|codingsequencevariant)$/,
};
const wildType =
  /^(wildtype|wt|wild|negative|neg|none|no|n|false|notmutated|unmutated|nonmutated|normal|intact|unaltered|notaltered|noalteration|absent|retained|notdetected|diploid|neutral|germlinewildtype)$/;
const untested =
  /^(nottested|untested|notdone|nd|notavailable|notassessed|notevaluable|notprofiled|np|na|n\/a|unknown|failed|missing|\?|–|-)$/;

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, "");

/** What is written of a gene: bits of its classes, or of a test; null where the word is not known. */
export function bitsOfWord(text: string): number | null {
  const word = plain(text);
  if (wildType.test(word)) return TESTED;
  if (untested.test(word)) return NOT_TESTED;
  for (const each of alterationClasses) if (words[each].test(word)) return bitOf(each) | TESTED;
  const change = bitsOfChange(text);
  if (change !== null) return change;
  const parts = text.split(/[;,|+&]/).filter((part) => part.trim() !== "");
  if (parts.length < 2) return null;
  const each = parts.map(bitsOfWord);
  return each.every((bits) => bits !== null) ? each.reduce((all, bits) => all | bits, 0) : null;
}

/** What a change in HGVS's notation is, such as "p.R248Q", "p.Arg213*", "c.743G>A", "c.672+1G>A"; null where it is none. */
export function bitsOfChange(text: string): number | null {
  const change = text.trim().replace(/^[\w.]+:(?=[cp]\.)/, "");
  const of = (name: AlterationClass) => bitOf(name) | TESTED;
  if (/^c\./i.test(change)) {
    const beside = /\d[+-](\d+)/.exec(change);
    if (beside) return of(Number(beside[1]) <= 2 ? "truncating" : "splice");
    return of("other");
  }
  const protein = /^\(?(p\.)?\(?([A-Z][a-z]{2}|[A-Z*])(\d+)(|[^\d\r\n\u2028\u2029].*?)\)?\)?$/.exec(change);
  if (!protein || (protein[1] === undefined && !/^[A-Z*]\d+([A-Z*=]|fs.*|del.*|dup|ins.*|_splice)$/.test(change)))
    return /^(p\.)?[A-Z*]?\w*\d_splice$/.test(change) || /^p\.\?$/.test(change)
      ? of(change.endsWith("splice") ? "truncating" : "other")
      : null;
  const [, , from = "", , to = ""] = protein;
  if (/fs/.test(to) || /^(\*|Ter|X)/.test(to) || /_?splice/.test(to)) return of("truncating");
  if (from === "*" || from === "Ter") return of("truncating");
  if (/^(M|Met)$/.test(from) && /^\?/.test(to) && protein[3] === "1") return of("truncating");
  if (to === "=" || to === from) return of("silent");
  if (/del|ins|dup/.test(to)) return of(/(\*|Ter)/.test(to) ? "truncating" : "inFrame");
  return /^([A-Z]|[A-Z][a-z]{2})$/.test(to) ? of("missense") : of("other");
}

/** A copy number as cBioPortal writes it, −2 to 2; null where it is none. */
export function bitsOfCopyNumber(value: number): number | null {
  if (value <= -1.5) return bitOf("deepLoss") | TESTED;
  if (value < 0) return bitOf("shallowLoss") | TESTED;
  if (value === 0) return TESTED;
  if (value < 2) return bitOf("gain") | TESTED;
  return value === 2 ? bitOf("amplification") | TESTED : null;
}
