import type { Board } from "../board/board";
import type { PanelOf } from "../board/panelForms/registry";
import { headerWords } from "./headerWords";
import { proposedResponse, usualResponse } from "./responseMeaning";
import type { ColumnSummary, TableSummary } from "./tableSummary";

type Proposed = Partial<
  Pick<PanelOf<"response">, "response" | "change" | "follow" | "progression" | "responded" | "duration" | "group">
>;

/** Headers of the best response and of the best change, with or without words that are. */
const responseName =
  /\b(best )?(overall |confirmed )?(response|resp|remission|ansprechen)\b|\bbor\b|\brecist\b|\bborcd?\b/;
const changeName =
  /\b(best|max(imum)?|nadir|größte|beste)\b.*\b(change|shrinkage|reduction|percent|pct|änderung|veränderung|anderung|veranderung)\b|\b(change|shrinkage|reduction)\b.*\b(baseline|best|pct|percent|target|sum|sld|tumou?r)\b/;

/** How much of a column's values are words of response. */
function shareOfWords({ levels }: ColumnSummary): { share: number; different: number } {
  const all = levels ?? [];
  const known = all.filter(({ value }) => usualResponse(value) !== null || proposedResponse(value) !== null);
  const count = (of: typeof all) => of.reduce((sum, each) => sum + each.count, 0);
  const different = new Set(known.map(({ value }) => usualResponse(value) ?? value)).size;
  return { share: all.length === 0 ? 0 : count(known) / count(all), different };
}

/** The columns whose values are words of response, the likeliest first; none where there are none. */
export function responseColumns({ columns }: Pick<TableSummary, "columns">): string[] {
  const scored = columns.flatMap((column) => {
    if (column.kind !== "category" || column.identifying !== null) return [];
    const { share, different } = shareOfWords(column);
    const named = responseName.test(headerWords(column.name));
    const wordy = share >= 0.8 && different >= 2;
    return wordy || (named && share >= 0.5) ? [{ name: column.name, score: share + (named ? 1 : 0) }] : [];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ name }) => name);
}

/** The columns that look like the best change in percent or as a fraction. */
export const changeColumns = ({ columns }: Pick<TableSummary, "columns">): string[] =>
  columns
    .filter(
      ({ kind, min, max, name }) =>
        changeName.test(headerWords(name)) &&
        (kind === "category" || (kind === "number" && Number(min) < 0 && Number(min) >= -100 && Number(max) <= 2000)),
    )
    .map(({ name }) => name);

/** What a panel of responses begins with: columns and endpoints that the file and the board name for it. */
export function proposeResponse(summary: TableSummary, { endpoints, panels }: Board): Proposed {
  const [response] = responseColumns(summary);
  const [change] = changeColumns(summary);
  const named = (pattern: RegExp) =>
    endpoints.find(({ id, label }) => pattern.test(` ${headerWords(id)} ${headerWords(label)} `))?.id;
  const grouped = panels.find((panel) => "group" in panel && panel.group !== null && "column" in panel.group);
  const group = grouped && "group" in grouped ? grouped.group : null;
  return {
    response: response ?? null,
    change: change === undefined ? null : { column: change, scale: null },
    follow: named(/ os | overall survival /) ?? null,
    progression: named(/ pfs | ttp | progression /) ?? null,
    duration: named(/ dor | duration of response /) ?? null,
    responded: named(/ ttr | time to response /) ?? null,
    group: group && "column" in group && group.column !== response ? group : null,
  };
}
