// What XML 1.0 (section 2.2) forbids: control characters, lone surrogates, U+FFFE and U+FFFF.
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** For the text of one file: takes out what no XML can hold, and counts it. */
export function cleaner() {
  let removed = 0;
  const text = (given: string): string => {
    const clean = given.replace(forbidden, "");
    removed += given.length - clean.length;
    return clean;
  };
  return {
    text,
    /** The same for markup: what would begin a tag, an entity or an attribute's end stands for itself. */
    markup: (given: string): string => text(given).replace(/[&<>"]/g, (character) => entities[character] ?? character),
    removed: () => removed,
  };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export type Cleaner = ReturnType<typeof cleaner>;

/** Markup that is copied rather than written to a file, where nothing can be said of it. */
export const asMarkup = (text: string): string => cleaner().markup(text);
