/** A value of a column and what a code book calls it. */
export interface ValueLabel {
  value: string;
  label: string;
}

/** Whole numbers, and single letters such as "M". */
export const isCode = (text: string): boolean => /^(-?\d{1,4}(\.0+)?|\p{L})$/u.test(text);

/** What a value can be called: it has a letter, and is no essay. */
export const isLabel = (text: string): boolean => /\p{L}/u.test(text) && text.length <= longestLabel;

const longestLabel = 120;
/** Longer texts are prose. */
const longestText = 4000;
const code = String.raw`-?\d{1,4}|\p{L}`;
const sign = String.raw`\s*(?:=|:|–|->|→|≙)\s*`;

/**
 * The values that a text explains: "0, Alive | 1, Dead" as REDCap writes them, "0=alive; 1=dead", "0: no / 1: yes",
 * "alive=0, dead=1", "0 alive 1 dead". Empty where it explains none, or one value twice.
 */
export function choicesIn(text: string): ValueLabel[] {
  if (text.length > longestText || !/\d|[=:|]/.test(text)) return [];
  const found = [inBars(text), codesFirst(text), wordsFirst(text), sideBySide(text)].find(({ length }) => length > 0);
  const labels = (found ?? []).map(({ value, label }) => ({ value, label: label.trim() }));
  const once = new Set(labels.map(({ value }) => value)).size === labels.length;
  return once && labels.every(({ label }) => isLabel(label)) ? labels : [];
}

/** "0, Alive | 1, Dead": every part is a pair. */
function inBars(text: string): ValueLabel[] {
  const parts = text.split("|").filter((part) => part.trim() !== "");
  const pairs = parts.map((part) => new RegExp(String.raw`^(${code})\s*[,=:–-]\s*(\S.*)$`, "u").exec(part.trim()));
  return parts.length > 1 && pairs.every((pair) => pair !== null)
    ? pairs.map(([, value = "", label = ""]) => ({ value, label }))
    : [];
}

/** "0=alive; 1=dead": each label ends where the next value begins. */
function codesFirst(text: string): ValueLabel[] {
  const starts = [...text.matchAll(new RegExp(String.raw`(?<=^|[\s,;/|([{"'])(${code})${sign}`, "gu"))];
  return starts.map((start, place) => {
    const label = text.slice(start.index + start[0].length, starts[place + 1]?.index ?? text.length);
    return {
      value: start[1],
      label: label
        .replace(/(?<![\s,;/|)\]}"'.])[\s,;/|)\]}"'.]+$/, "")
        .replace(/(?:[,;/|]|(?<!\s))\s+(and|und|et|y)$/, ""),
    };
  });
}

/** "alive=0, dead=1". */
function wordsFirst(text: string): ValueLabel[] {
  const pairs = text.matchAll(
    new RegExp(
      String.raw`(?<!\p{L}[\p{M} .'-]*)(\p{L}[\p{L}\p{M} .'-]*?)(?<! )${sign}(-?\d{1,4})(?=$|[\s,;/|)\]}])`,
      "gu",
    ),
  );
  return [...pairs].map(([, label, value]) => ({ value, label }));
}

/** "0 alive 1 dead" and nothing else, from 0 or 1 on. */
function sideBySide(text: string): ValueLabel[] {
  const only = text.trim().replace(/^[([{]|[)\]}]$/g, "");
  if (!/^[01][\s)]\D+(\d{1,2}[\s)]\D+)+$/.test(only)) return [];
  return [...only.matchAll(/(\d{1,2})[\s)]+([^\d]+)/g)].map(([, value, label]) => ({
    value,
    label: label.replace(/(?<![\s,;/|([])[\s,;/|([]+$/, ""),
  }));
}
