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

const words = (text: string) => new Set(text.split("|"));

/**
 * What is written for each category in RECIST 1.0 and 1.1, iRECIST, mRECIST, Lugano, Cheson and RANO, in English and
 * German. Words are compared in lower case with single blanks, without dots, hyphens and underscores.
 */
const certain: Record<ResponseCategory, ReadonlySet<string>> = {
  CR: words(
    "cr|icr|cmr|complete response|complete remission|complete responder|complete metabolic response|komplette remission|komplettremission|vollremission|komplettes ansprechen|vollständige remission",
  ),
  PR: words(
    "pr|ipr|pmr|partial response|partial remission|partial responder|partial metabolic response|partielle remission|teilremission|partielles ansprechen|teilansprechen",
  ),
  SD: words(
    "sd|isd|nc|nmr|stable disease|stable|no change|no metabolic response|stabile erkrankung|stable disease (sd)|stabile krankheit|krankheitsstabilisierung|stabil|keine änderung|keine veränderung",
  ),
  PD: words(
    "pd|icpd|pmd|progressive disease|progression|progressed|disease progression|progressive metabolic disease|confirmed progressive disease|immune confirmed progressive disease|progressive erkrankung|progress|progredient|krankheitsprogress|progrediente erkrankung",
  ),
  NE: words(
    "ne|ie|not evaluable|non evaluable|not evaluated|inevaluable|unevaluable|not assessable|not assessed|not done|nicht beurteilbar|nicht auswertbar|nicht evaluierbar|nicht bestimmt|unable to evaluate",
  ),
};

/** Words that need a decision: what they usually count as, and why it is asked. */
const asked: readonly { words: ReadonlySet<string>; as: ResponseCategory; why: string }[] = [
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
    words: words("non cr/non pd|non cr non pd|ncr/npd|noncr/nonpd|non cr / non pd"),
    as: "SD",
    why: "non-target disease alone, neither gone nor worse",
  },
];

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
  responseCategories.find((category) => certain[category].has(text)) ?? null;

/** The category a word means wherever response is written down; null where it must be asked. */
export function usualResponse(value: string): ResponseCategory | null {
  const text = plain(value);
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

/** What is proposed for a word that has to be asked about, and why; null where nothing is known of it. */
export function proposedResponse(value: string): { as: ResponseCategory; why: string } | null {
  const text = plain(value);
  return asked.find((each) => each.words.has(text)) ?? null;
}
