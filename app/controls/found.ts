import type { Entry } from "./choices";

/** Letters without case and accents, so that "merkmal a" is found in "Merkmal Ä". */
const plain = (text: string) =>
  /^[ -~]*$/.test(text) ? text.toLowerCase() : text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Those that `found` finds, and after them what is found by a name inside, such as a level of a column, as "column:
 * level": every word is in one or the other, and one at least in the name inside; first those that it begins.
 */
export function foundInside<V>(entries: readonly Entry<V>[], typed: string): readonly Entry<V>[] {
  const own = found(
    entries.some(({ onlyInside }) => onlyInside) ? entries.filter(({ onlyInside }) => !onlyInside) : entries,
    typed,
  );
  const words = plain(typed).trim().split(/\s+/);
  if (words[0] === "") return own;
  const ranks: [Entry<V>[], Entry<V>[]] = [[], []];
  for (const entry of entries) {
    // Where choosing a name inside is choosing what it is in, that is listed once.
    if (!entry.inside || (!entry.inside.chosen && own.includes(entry))) continue;
    const { names, chosen } = entry.inside;
    const label = plain(entry.label);
    for (let place = 0; place < names.length; place++) {
      const name = plain(names[place] ?? "");
      const first = words.find((word) => name.includes(word));
      if (first === undefined || !words.every((word) => name.includes(word) || label.includes(word))) continue;
      const called = {
        label: `${entry.label}: ${names[place]}`,
        title: undefined,
        inside: undefined,
        onlyInside: false,
      };
      const value = chosen ? { value: chosen(place), within: undefined } : {};
      ranks[name.startsWith(first) ? 0 : 1].push({ ...entry, ...called, ...value });
      if (!chosen) break;
    }
  }
  return [...own, ...ranks.flat()];
}

/**
 * Those whose labels contain every word that is typed, in their order; first those that are the text, then those that
 * begin with it, then those in which a word does.
 */
export function found<C extends { label: string }>(choices: readonly C[], typed: string): readonly C[] {
  const wanted = plain(typed).trim();
  if (wanted === "") return choices;
  const words = wanted.split(/\s+/);
  const ranks: C[][] = [[], [], [], []];
  for (const choice of choices) {
    const label = plain(choice.label);
    if (!words.every((word) => label.includes(word))) continue;
    const inside = label.indexOf(wanted);
    const wordBegins = inside > 0 && /[^\p{L}\p{N}]/u.test(label.charAt(inside - 1));
    ranks[label === wanted ? 0 : inside === 0 ? 1 : wordBegins ? 2 : 3]?.push(choice);
  }
  return ranks.flat();
}
