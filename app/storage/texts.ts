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

/** Forgets all that is kept as text for the next visit. */
export function forgetTexts(): void {
  clear(() => localStorage);
}

/** Forgets all that this tab keeps. */
export function forgetTab(): void {
  clear(() => sessionStorage);
}

function clear(store: () => Storage): void {
  try {
    const kept = store();
    for (const key of Object.keys(kept)) if (key.startsWith("meierboard")) kept.removeItem(key);
  } catch {
    return;
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
