// What XML 1.0 (section 2.2) forbids: control characters, lone surrogates, U+FFFE and U+FFFF.
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The text without the characters that no XML file can hold, and how many they were. */
export function xmlText(text: string): { text: string; removed: number } {
  const clean = text.replace(forbidden, "");
  return { text: clean, removed: text.length - clean.length };
}

/** The same for markup: what would begin a tag, an entity or an attribute's end stands for itself. */
export const escaped = (text: string): string =>
  xmlText(text).text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
