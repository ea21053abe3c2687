import { citations } from "./citations";
import { type Cite, type MethodUse, methodIds, sentenceOf } from "./methods";

const cited: Cite = (...ids) => (ids.length === 0 ? "" : ` (${ids.map((id) => citations[id].short).join("; ")})`);

/** The methods in a paragraph, each said once, in the order of `MethodFacts`. */
export const methodsInWords = (uses: readonly MethodUse[]): string => methodSentences(uses).join(" ");

/** The same, one by one. */
export function methodSentences(uses: readonly MethodUse[]): string[] {
  const sorted = [...uses].sort((a, b) => methodIds.indexOf(a.id) - methodIds.indexOf(b.id));
  return [...new Set(sorted.map((use) => sentenceOf(use, cited)))];
}

/** The publications cited in a text, whole, in alphabetical order. */
export function referencesIn(text: string): string {
  const whole = Object.values(citations).flatMap(({ short, whole: found }) => (text.includes(short) ? [found] : []));
  return whole.length === 0 ? "" : `References: ${whole.join("; ")}.`;
}
