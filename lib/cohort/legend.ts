import type { Outcome } from "../board/board";
import { aliveWords, censoredWords, deadWords, noWords, yesWords } from "./eventMeaning";
import { folded } from "./headerWords";

/** What a header says a value means; `as` is null where its word is none that is known. */
export interface LegendEntry {
  value: string;
  word: string;
  as: Outcome | null;
}

/** The legend of a header, and the header without it. */
export interface Legend {
  entries: LegendEntry[];
  stem: string;
}

/** Single words; letters that stand for other things in legends, such as “f” of sex, and Turkish “ex” are none. */
const single = (phrases: ReadonlySet<string>): string[] =>
  [...phrases].filter((phrase) => !phrase.includes(" ") && !["t", "f", "ex"].includes(phrase));

const yes = new Set(single(yesWords));
const no = new Set(single(noWords));
const happened = new Set([
  ...single(deadWords),
  ..."death event events deces muerte morte relapse relapsed recurrence recurred progression progressed rezidiv failure failed".split(
    " ",
  ),
]);
const didNot = new Set([
  ...single(aliveWords),
  ...single(censoredWords),
  ..."censor cens zensiert censure censurado censurato".split(" "),
]);
/** Columns of which "yes" says that nothing happened. */
const opposite = new Set([...didNot, "survived", "censoring"]);

const outcomeOf = (phrase: string, inverse: boolean): Outcome | null => {
  const all = folded(phrase)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const [first] = all;
  if (first === undefined) return null;
  const negated = all.length > 1 && (no.has(first) || first === "not" || first === "without" || first === "ohne");
  const rest = negated ? all.slice(1) : all;
  if (rest.some((word) => didNot.has(word))) return negated ? null : "censored";
  if (rest.some((word) => happened.has(word))) return negated ? "censored" : "event";
  if (rest.length > 1) return null;
  if (yes.has(first)) return inverse ? "censored" : "event";
  if (no.has(first)) return inverse ? "event" : "censored";
  return null;
};

const isMeaning = (word: string) => yes.has(word) || no.has(word) || happened.has(word) || didNot.has(word);

/**
 * The legend in a header such as "dead (0=yes 1=no)", "Tod (0=ja, 1=nein)" or "event_0yes_1no": values and what they
 * mean; null where none stands there. A value whose word is unknown, or that has two meanings, means nothing yet.
 */
export function legendOf(name: string): Legend | null {
  return [withSigns(name), withoutSigns(name)].map((found) => found && readBy(found, name)).find(Boolean) ?? null;
}

/** What the labels of a code book mean for an event. */
export function legendOfLabels(name: string, labels: readonly { value: string; label: string }[]): Legend {
  const inverse = saysOpposite(name);
  return {
    entries: labels.map(({ value, label }) => ({ value, word: label, as: outcomeOf(label, inverse) })),
    stem: name,
  };
}

const saysOpposite = (stem: string) =>
  folded(stem)
    .split(/[^\p{L}]+/u)
    .some((word) => opposite.has(word));

/** What pairs of a header mean; null where no word of them is known. */
function readBy(found: Found, name: string): Legend | null {
  const stem = name.slice(0, found.from).replace(/(?<![\s([{_:;,-])[\s([{_:;,-]+$/, "");
  const inverse = saysOpposite(stem);
  const entries = found.pairs.map(([value, word]) => ({ value, word, as: outcomeOf(word, inverse) }));
  if (!entries.some(({ as }) => as !== null)) return null;
  const twice = new Set(entries.filter((one) => entries.some((other) => other !== one && other.value === one.value)));
  return { entries: entries.map((entry) => (twice.has(entry) ? { ...entry, as: null } : entry)), stem };
}

interface Found {
  pairs: [value: string, word: string][];
  /** Where the first pair begins. */
  from: number;
}

/** Pairs with a sign between: "0=yes", "no: 1", "1 – dead of disease". */
function withSigns(name: string): Found | null {
  const sign = String.raw`\s*(?:=|:|–|->|→|≙)\s*`;
  const phrase = String.raw`\p{L}[\p{L}\p{M}\s./'-]*?`;
  const end = String.raw`(?=\s*(?:[,;/|)\]}&+]|\s\d|_\d|\d\s*(?:=|:)|$))`;
  const valueFirst = new RegExp(String.raw`(?<!\d)(\d)${sign}(${phrase})(?<!\s)${end}`, "gu");
  const wordFirst = new RegExp(String.raw`(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]*)${sign}(\d)(?!\d)`, "gu");
  const ofValues = [...name.matchAll(valueFirst)].map((match) => ({ at: match.index, pair: [match[1], match[2]] }));
  const ofWords = [...name.matchAll(wordFirst)].map((match) => ({ at: match.index, pair: [match[2], match[1]] }));
  // "Death: 0/1" names values and says nothing of them.
  const said = ofWords.length === 1 && !/=|→|≙/.test(name) ? [] : ofWords;
  const found = ofValues.length >= said.length ? ofValues : said;
  const [first] = found;
  return first ? { pairs: found.map(({ pair }) => pair as [string, string]), from: first.at } : null;
}

/** Pairs side by side: "0yes 1no", "dead 1 alive 2". The last of them tells which comes first. */
function withoutSigns(name: string): Found | null {
  const tokens = [...name.matchAll(/\d+|\p{L}[\p{L}\p{M}]*/gu)].map((match) => ({
    text: folded(match[0]),
    at: match.index,
    isValue: /^\d$/.test(match[0]),
  }));
  const last = tokens.findLastIndex(({ text, isValue }) => isValue || isMeaning(text));
  const valueFirst = last >= 0 && tokens[last]?.isValue === false;
  const pairs: Found["pairs"] = [];
  let from = name.length;
  for (let at = last; at > 0; at -= 2) {
    const [one, other] = [tokens[at - 1], tokens[at]];
    const [value, word] = valueFirst ? [one, other] : [other, one];
    if (!value?.isValue || !word || !isMeaning(word.text)) break;
    pairs.unshift([value.text, word.text]);
    from = one?.at ?? from;
  }
  // One pair alone is no legend unless brackets set it apart: "relapse 2" is the second relapse.
  return pairs.length >= 2 ? { pairs, from } : null;
}
