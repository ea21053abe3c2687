const key = "meierboard-was-here";

/** Where the browser keeps nothing, every visit would be the first: then nobody is greeted. */
export function isFirstVisit(): boolean {
  try {
    return localStorage.getItem(key) === null;
  } catch {
    return false;
  }
}

export function wasHere(): void {
  try {
    localStorage.setItem(key, "yes");
  } catch {
    return;
  }
}
