/**
 * The text kept under a key; null where there is none. A browser that refuses its storage throws as soon as it is
 * touched.
 */
export function recallText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text for the next visit; a store that is refused or full costs only that. */
export function keepText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    return;
  }
}
