/** One entry of a list to choose from. */
export interface Choice<V> {
  value: V;
  label: string;
  title?: string;
  disabled?: boolean;
}

/** One entry of a picker. */
export interface Entry<V> extends Choice<V> {
  /** Choices of its own, which may follow what is typed there; the title then says what to type. */
  within?: (typed: string) => readonly Choice<V>[];
  /** Names of what is in it, by which it is found as well. */
  inside?: Inside<V>;
  /** It is not to be chosen itself, what is inside is. */
  onlyInside?: boolean;
}

export interface Inside<V> {
  names: readonly string[];
  /** What choosing one of them means, by its place; absent where that is to choose what it is in. */
  chosen?: (place: number) => V;
}

/** Names that are their own labels. */
export const named = <N extends string>(names: readonly N[]): Choice<N>[] =>
  names.map((name) => ({ value: name, label: name }));

/** Ids with their labels. */
export const labeled = <I extends string>(entries: readonly { id: I; label: string }[]): Choice<I>[] =>
  entries.map(({ id, label }) => ({ value: id, label }));

/** The keys of a record, in its order, as what they are. */
export const idsOf = <K extends string>(record: Record<K, unknown>): K[] => Object.keys(record) as K[];

/** Every key of a record of words, in its order. */
export const worded = <K extends string>(words: Record<K, string>): Choice<K>[] =>
  idsOf(words).map((value) => ({ value, label: words[value] }));

/** What choosing nothing is called. */
export const none = (label: string): Choice<null> => ({ value: null, label });

/** What a draft says that was not filled in yet. */
export const blank = (label: string): Choice<""> => ({ value: "", label });

/** How a value stands in the page: texts as they are, so that each value has its own. */
export const keyOf = (value: unknown): string =>
  value === null ? "" : typeof value === "string" && value !== "" ? value : JSON.stringify(value);

/**
 * The choices as they are listed: a value that is not among them leads them, so that no other is shown in its place.
 */
export function listed<V>(value: V, choices: readonly Entry<V>[], unlisted?: string): Entry<V>[] {
  const key = keyOf(value);
  if (choices.some((choice) => keyOf(choice.value) === key)) return [...choices];
  const label =
    unlisted ??
    (typeof value === "string" || typeof value === "number" ? `${value} (not usable here)` : "not usable here");
  return [{ value, label: value === null || value === "" ? "" : label }, ...choices];
}
