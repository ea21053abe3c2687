/** Letters of other alphabets that cannot be told from Latin ones by eye. */
const lookAlikes = new Map(
  [..."АВЕКМНОРСТХУІЈѕЅасеорхуіјԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοа"].map((letter, place) => [
    letter,
    "ABEKMHOPCTXYIJsSaceopxyijdhqwABEZHIKMNOPTYXoa"[place],
  ]),
);

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * What two spellings of one value have in common: case, blanks (also those beside a sign, as in “A + B”), Unicode forms, dashes and letters that look alike are
 * set aside.
 */
export function spellingKey(text: string): string {
  const plain = text.normalize("NFKC").replace(invisible, "");
  const latin = Array.from(plain, (letter) => lookAlikes.get(letter) ?? letter).join("");
  return latin
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/ ?([-+/&,;]) ?/g, "$1")
    .trim()
    .toLowerCase();
}

/** Spellings that are probably one value, with the most frequent first; of equally frequent ones that with capitals. */
export function spellingVariants(
  levels: readonly { value: string; count: number }[],
): { value: string; count: number }[][] {
  const groups = new Map<string, { value: string; count: number }[]>();
  for (const level of levels) {
    const key = spellingKey(level.value);
    groups.set(key, [...(groups.get(key) ?? []), level]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)));
}
