import { folded, headerWords } from "./headerWords";

/** Categories of best response in the order of the tables; the words are RECIST 1.1's. */
export const responseCategories = ["CR", "PR", "SD", "PD", "NE"] as const;
export type ResponseCategory = (typeof responseCategories)[number];

export const responseLabels: Record<ResponseCategory, string> = {
  CR: "Complete response",
  PR: "Partial response",
  SD: "Stable disease",
  PD: "Progression",
  NE: "Not evaluable",
};

/** The same where there is little room. */
export const responseShort: Record<ResponseCategory, string> = {
  CR: "Complete",
  PR: "Partial",
  SD: "Stable",
  PD: "Progression",
  NE: "Not evaluable",
};

const words = (text: string) => new Set(text.split("|").flatMap((word) => [word, folded(word)]));

/**
 * What is written for each category in RECIST 1.0 and 1.1, iRECIST, mRECIST, Lugano, Cheson and RANO, in English and
 * German; and in other languages as their own texts on RECIST write it: French pneumocancero.com and referentiels-aristot.com,
 * Spanish on CTEP's guideline and the SERAM posters, Italian AIOM and theses on WHO and mRECIST, Portuguese onco.net, Dutch
 * kanker.be ("complete remissie") and longkankerpatient.be ("progressie"), Chinese PMC6000048, Japanese oncologynote.com and
 * Nikkei ("評価不能"). Words are compared in lower case with single blanks, without dots, hyphens and underscores, with accents
 * or without.
 */
const certain: Record<ResponseCategory, ReadonlySet<string>> = {
  CR: words(
    "cr|icr|cmr|ccr|complete response|complete remission|complete responder|complete metabolic response|komplette remission|komplettremission|vollremission|komplettes ansprechen|vollständige remission|" +
      "réponse complète|rémission complète|respuesta completa|risposta completa|remissione completa|resposta completa|" +
      "complete remissie|完全缓解|完全奏効|完全奏功",
  ),
  PR: words(
    "pr|ipr|pmr|cpr|partial response|partial remission|partial responder|partial metabolic response|partielle remission|teilremission|partielles ansprechen|teilansprechen|" +
      "réponse partielle|rémission partielle|respuesta parcial|remisión parcial|risposta parziale|remissione parziale|" +
      "resposta parcial|部分缓解|部分奏効|部分奏功",
  ),
  SD: words(
    "sd|isd|nc|nmr|stable disease|stable|no change|no metabolic response|stabile erkrankung|stable disease (sd)|stabile krankheit|krankheitsstabilisierung|stabil|keine änderung|keine veränderung|" +
      "maladie stable|enfermedad estable|malattia stabile|doença estável|疾病稳定|病变稳定|安定",
  ),
  PD: words(
    "pd|icpd|pmd|progressive disease|progression|progressed|disease progression|progressive metabolic disease|confirmed progressive disease|immune confirmed progressive disease|progressive erkrankung|progress|pod|progression of disease|progredient|krankheitsprogress|progrediente erkrankung|" +
      "maladie progressive|progresión|malattia progressiva|doença progressiva|progressão|progressão da doença|" +
      "progressie|疾病进展|病变进展",
  ),
  NE: words(
    "ne|ie|not evaluable|non evaluable|not evaluated|inevaluable|unevaluable|not assessable|not assessed|not done|nicht beurteilbar|nicht auswertbar|nicht evaluierbar|nicht bestimmt|unable to evaluate|評価不能",
  ),
};

const bareWord = "a word that says no more than itself";
const marked = "says more than the category";
const readInReport = "what a report says of the disease (GENIE), which nobody measured";

/** Words that need a decision: what they usually count as, and why it is asked. */
const asked: readonly { words: ReadonlySet<string>; as: ResponseCategory; why: string; bare?: boolean }[] = [
  {
    words: words("iupd|upd|immune unconfirmed progressive disease|unconfirmed progressive disease"),
    as: "PD",
    why: "progression that was not confirmed (iRECIST)",
  },
  {
    words: words("mr|minor response|minimal response|geringes ansprechen|minimale remission"),
    as: "SD",
    why: "a minor response (RANO, myeloma), which RECIST counts as stable",
  },
  {
    words: words("upr|ucr|unconfirmed pr|unconfirmed cr|pr unconfirmed|cr unconfirmed|pru|cru"),
    as: "SD",
    why: "a response that was not confirmed, which trials with confirmation count as stable",
  },
  {
    words: words("rc"),
    as: "CR",
    why: "a complete response in French, Spanish, Italian and Portuguese; elsewhere something else",
  },
  {
    words: words("rp"),
    as: "PR",
    why: "a partial response in French, Spanish, Italian and Portuguese; elsewhere something else",
  },
  {
    words: words("mp"),
    as: "PD",
    why: "“maladie progressive” in French; elsewhere something else",
  },
  {
    words: words("進行"),
    as: "PD",
    why: "progression in the Japanese RECIST; elsewhere an advanced disease",
  },
  {
    words: words("non cr/non pd|non cr non pd|ncr/npd|noncr/nonpd|non cr / non pd"),
    as: "SD",
    why: "non-target disease alone, neither gone nor worse",
  },
  {
    words: words("nb|n b"),
    as: "NE",
    why: "“nicht beurteilbar” or “nicht bekannt” in German; elsewhere something else",
    bare: true,
  },
  { words: words("missing"), as: "NE", why: "no assessment at all (CDISC), which trials count as not evaluable" },
  { words: words("complete|complete resp"), as: "CR", why: bareWord, bare: true },
  { words: words("partial|partial resp"), as: "PR", why: bareWord, bare: true },
  { words: words("progressive"), as: "PD", why: bareWord, bare: true },
  { words: words("improving/responding"), as: "PR", why: readInReport },
  { words: words("stable/no change"), as: "SD", why: readInReport },
  { words: words("progressing/worsening/enlarging"), as: "PD", why: readInReport },
  { words: words("not stated/indeterminate"), as: "NE", why: readInReport },
];

const longestRemark = 30;

/** "Partial_Response (PR)" → "partial response (pr)". */
const plain = (value: string) =>
  value
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[._\u2010-\u2015-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const certainOf = (text: string): ResponseCategory | null =>
  responseCategories.find((category) => certain[category].has(text) || certain[category].has(folded(text))) ?? null;

/** The category a word means wherever response is written down; null where it must be asked. */
export function usualResponse(value: string): ResponseCategory | null {
  // The change of the sum may stand beside the word: "PR (−45%)"; and that it was confirmed.
  const text = plain(
    value
      .replace(/(?:[([]\s*|(?<!\s)\s+)?(?:[<>≤≥+\-\u2010-\u2015\u2212]\s*)?(?<!\d)\d+(?:[.,]\d+)?\s*%\s*[)\]]?/g, " ")
      .replace(/(?<!\bnot |\bun-?)\bconfirmed\b(?! prog)/i, " "),
  );
  const whole = certainOf(text);
  if (whole) return whole;
  // "partial response (pr)", "pr-partial response", "complete remission/response", "1: cr": every part says the same.
  const parts = text
    .replace(/^(complete|partial) remission\/response$/, "$1 remission")
    .replace(/^([a-z]{2,4}) (?=\S+ )/, (code, short) => (certainOf(short) ? `${short}:` : code))
    .split(/[()[\]:=,;/|]+| (?=\()/)
    .map((part) => part.trim());
  const said = parts.filter((part) => part !== "" && !/^\d+$/.test(part)).map(certainOf);
  const [first] = said;
  return first && said.every((each) => each === first) ? first : null;
}

/**
 * What is proposed for a word that has to be asked about, and why; null where nothing is known of it. `bare`: it is one of
 * response only in a column called so, as “partial” may be of a resection.
 */
export function proposedResponse(value: string): { as: ResponseCategory; why: string; bare?: boolean } | null {
  const text = plain(value);
  const known = asked.find((each) => each.words.has(text));
  if (known) return known;
  // "PD (new lesion)", "PR*": the category, and a remark that only the file's author knows.
  const [, first = "", rest = ""] = /^([a-z]{2,4}|[a-z]+ (?:response|disease))(?![a-z])(.+)$/.exec(text) ?? [];
  const as =
    /\b(un|not|non|no|nicht|or|oder)|[?/]/.test(rest) || rest.trim().length > longestRemark ? null : certainOf(first);
  return as && { as, why: marked, bare: true };
}

/** A header that names best responses, and not those of one visit. */
export const namesBest = (name: string): boolean =>
  /\b(best|overall|bor|borcd?|recist|bestes)\b/.test(headerWords(name));
