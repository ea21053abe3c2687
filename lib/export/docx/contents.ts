import { listed } from "../../format";
import { methodSentences, referencesIn } from "../../panels/methods/paragraph";
import { shownKinds } from "../../panels/shownKinds";
import type { ExportedPanel, ExportRequest } from "../exportFormat";
import { cutoffInWords, hasCutoff } from "../facts";
import { heldBackBy } from "../privacy";
import { resultsText, statisticsTable, tellsFew } from "../words";

/** A panel with what the document calls its figure and its table: null where it has none. */
export interface Named {
  exported: ExportedPanel;
  figure: string | null;
  table: string | null;
}

/** "Figure 1" and "Table 1" of each panel: the patients first, and a figure that is a table itself is none. */
export function named({ panels, privacy }: Pick<ExportRequest, "panels" | "privacy">): Named[] {
  const first = panels.filter(({ panel }) => panel.kind === "characteristics");
  const ordered = [...first, ...panels.filter((each) => !first.includes(each))];
  const fewest = heldBackBy(privacy)?.fewest ?? null;
  const numbers = { figure: 0, table: 0 };
  return ordered.map((exported) => {
    const { panel, result } = exported;
    const isTable = shownKinds[panel.kind].asTable(result, fewest) !== null;
    const hasTable = statisticsTable(exported, fewest).rows.length > 0;
    return {
      exported,
      figure: isTable ? null : `Figure ${++numbers.figure}`,
      table: hasTable ? `Table ${++numbers.table}` : null,
    };
  });
}

export const nameOf = ({ figure, table }: Named) => figure ?? table ?? "";

/** "Figures 1, 2 and 4 and Table 1". */
export function inOne(names: readonly string[]): string {
  const kinds = ["Figure", "Table"].flatMap((kind) => {
    const numbers = [
      ...new Set(names.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length + 1))),
    ];
    return numbers.length === 0 ? [] : [`${kind}${numbers.length > 1 ? "s" : ""} ${listed(numbers)}`];
  });
  return listed(kinds);
}

/**
 * How everything was computed: first what holds of every panel, then, by name, what holds of some; with the program at
 * the end, and the publications.
 */
export function methodsOf(each: readonly Named[], { facts }: Pick<ExportRequest, "facts">): string[] {
  const said = each.map(({ exported: { panel, result } }) =>
    methodSentences(shownKinds[panel.kind].methods(result, panel)),
  );
  const ofAll: string[] = [];
  const ofSome = new Map<string, { names: string; of: number; sentences: string[] }>();
  for (const sentence of new Set(said.flat())) {
    const who = each.filter((_, at) => said[at]?.includes(sentence));
    if (who.length === each.length) ofAll.push(sentence);
    else {
      const names = inOne(who.map(nameOf));
      const before = ofSome.get(names)?.sentences ?? [];
      ofSome.set(names, { names, of: who.length, sentences: [...before, sentence] });
    }
  }
  const results = each.map(({ exported }) => exported.result);
  const cutoff = results.some(hasCutoff) ? cutoffInWords(results) : "";
  const paragraphs = [
    [...ofAll, cutoff].filter((sentence) => sentence !== "").join(" "),
    ...[...ofSome.values()]
      .sort((a, b) => b.of - a.of)
      .map(({ names, sentences }) => `${names}: ${sentences.join(" ")}`),
    `Computed with ${facts.program} (research use).`,
  ].filter((paragraph) => paragraph !== "");
  const references = referencesIn(paragraphs.join(" "));
  return references === "" ? paragraphs : [...paragraphs, references];
}

/**
 * What was found in a panel, with where it stands, without why numbers are not known, which stands below its table; null
 * where a small count would be told.
 */
export function foundIn({ exported, ...each }: Named, { privacy }: Pick<ExportRequest, "privacy">): string | null {
  const fewest = heldBackBy(privacy)?.fewest ?? null;
  const reasons = shownKinds[exported.panel.kind].reasons(exported.result);
  const text = reasons.reduce((said, reason) => said.replace(` ${reason}`, ""), resultsText(exported));
  if (tellsFew(text, fewest)) return null;
  const places = inOne([each.figure, each.table].filter((name) => name !== null));
  return text === "" || places === "" ? text : `${text.replace(/\.$/, "")} (${places}).`;
}
