import type { Board, Taken } from "../board/board";
import type { PanelOf } from "../board/panelForms/registry";
import { headerWords } from "./headerWords";
import { anyOf, inOrder } from "./inOrder";
import { proposedResponse, usualResponse } from "./responseMeaning";
import type { ColumnSummary, TableSummary } from "./tableSummary";

type Proposed = Partial<
  Pick<PanelOf<"response">, "response" | "change" | "follow" | "progression" | "responded" | "duration" | "group">
>;

/** Headers of the best response and of the best change, with or without words that are. */
const responseName =
  /\b(best )?(overall |confirmed )?(response|resp|remission|ansprechen)\b|\bbor\b|\brecist\b|\bborcd?\b/;
const changeName = anyOf(
  inOrder(
    /\b(best|max(imum)?|nadir|größte|beste)\b/,
    /\b(change|shrinkage|reduction|percent|pct|änderung|veränderung|anderung|veranderung)\b/,
  ),
  inOrder(/\b(change|shrinkage|reduction)\b/, /\b(baseline|best|pct|percent|target|sum|sld|tumou?r)\b/),
);

/** A column so called whose numbers go below 0 holds changes rather than words. */
const numbersOfResponse = /^(tumou?r[ _.-]?)?(best[ _.-]?)?response([ _.-]?(pct|percent|%))?$/i;
const percentName = /%|pct|percent|prozent|perc(\b|_)/i;

/** How much of a column's values are words of response. */
function shareOfWords({ levels }: ColumnSummary, named: boolean): { share: number; different: number } {
  const all = levels ?? [];
  const known = all.filter(({ value }) => {
    const asked = proposedResponse(value);
    return usualResponse(value) !== null || (asked !== null && (named || !asked.bare));
  });
  const count = (of: typeof all) => of.reduce((sum, each) => sum + each.count, 0);
  const different = new Set(known.map(({ value }) => usualResponse(value) ?? value)).size;
  return { share: all.length === 0 ? 0 : count(known) / count(all), different };
}

/** The columns whose values are words of response, the likeliest first; none where there are none. */
export function responseColumns({ columns }: Pick<TableSummary, "columns">): string[] {
  const scored = columns.flatMap((column) => {
    if (column.kind !== "category" || column.identifying !== null) return [];
    const named = responseName.test(headerWords(column.name));
    const { share, different } = shareOfWords(column, named);
    const wordy = share >= 0.8 && different >= 2;
    return wordy || (named && share >= 0.5) ? [{ name: column.name, score: share + (named ? 1 : 0) }] : [];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ name }) => name);
}

/** A column that says when each row was: what the rows of a patient are ordered by. */
export const timeOfRows = ({ columns }: Pick<TableSummary, "columns">): string | null =>
  columns.find(
    ({ name, kind, valid }) =>
      kind !== "category" &&
      valid > 0 &&
      /\b(date|datum|day|days|tag|month|visit|visitnum|avisitn|adt|adtm|ady|scan int)\b/.test(headerWords(name)),
  )?.name ?? null;

/** PARAMCD of best overall responses, and of the responses at visits. */
const bestCode = /^(C?BOR\w*|BOVRLRES\w*|BESTRESP\w*|OVRBEST\w*)$/i;
const visitCode = /^(OVRLRESP|OVRLRES\w*|OVR|OVRESP|RSPOVR\w*)$/i;

/** Of a long file of CDISC (ADRS) the columns and the parameter that say the best response; null of any other. */
export function adrsOf(
  summary: Pick<TableSummary, "columns">,
): { parameter: string; word: string; code: string; visits: boolean } | null {
  const named = (name: string) => summary.columns.find((column) => column.name.toUpperCase() === name);
  const [parameter, word] = [named("PARAMCD"), named("AVALC")];
  if (!parameter || !word || named("CNSR")) return null;
  const codes = (parameter.levels ?? []).map(({ value }) => value);
  const [best, visit] = [bestCode, visitCode].map((pattern) => codes.filter((code) => pattern.test(code)).sort());
  const code = best?.find((each) => /^BOR$/i.test(each)) ?? best?.[0] ?? visit?.[0];
  return code === undefined ? null : { parameter: parameter.name, word: word.name, code, visits: !bestCode.test(code) };
}

/**
 * What a second file gives of the best response: of CDISC the parameter of it, of others the column whose words are
 * responses, of several rows the best up to the first progression. None where the file has none.
 */
export function takenResponse(summary: TableSummary, key: string, known: ReadonlySet<string>): Taken[] {
  const adrs = adrsOf(summary);
  const column = adrs?.word ?? responseColumns(summary)[0];
  if (column === undefined || column === key) return [];
  const repeats = (summary.columns.find(({ name }) => name === key)?.distinct ?? 0) < summary.rows;
  if (!repeats && !adrs) return [];
  const name = ["Best response", `Best response (${column})`].find((each) => !known.has(each));
  if (name === undefined) return [];
  const where = adrs && { column: adrs.parameter, values: [adrs.code] };
  return [{ rule: "bestResponse", by: timeOfRows(summary), name, column, where }];
}

/** The columns that look like the best change in percent or as a fraction. */
export const changeColumns = ({ columns }: Pick<TableSummary, "columns">): string[] =>
  columns
    .filter(
      ({ kind, min, max, name }) =>
        (changeName.test(headerWords(name)) || (kind === "number" && numbersOfResponse.test(name.trim()))) &&
        (kind === "category" ||
          (kind === "number" &&
            Number(min) < 0 &&
            // Below −100% nothing can be: of a column that says percent these cells are told.
            (Number(min) >= -100 || percentName.test(name)) &&
            Number(max) <= 2000)),
    )
    .map(({ name }) => name);

/** Whether the changes stand beside the words: "PR (−45%)". */
function besideWords({ columns }: TableSummary, response: string | undefined): boolean {
  const levels = columns.find(({ name }) => name === response)?.levels ?? [];
  return levels.length > 0 && levels.filter(({ value }) => /\d\s*%/.test(value)).length * 2 >= levels.length;
}

const ofTumor = /\b(best|nadir|tumou?rs?|target|lesions?|sld|sum|diameters?|recist|läsionen|lasionen|groesse|größe)\b/;
const ofOther =
  /\b(psa|ca ?\d+( \d*)?|cea|afp|ldh|ctdna|vaf|hcg|weight|bmi|score|qol|pain|hb|count|level|dose|gewicht)\b/;

/** The column of changes that makes a waterfall where no column says best response: one that names the tumor, and is no marker. */
export function changesAlone(summary: TableSummary): string | null {
  const found = changeColumns(summary).find((name) => {
    const words = headerWords(name);
    return ofTumor.test(words) && !ofOther.test(words);
  });
  return found ?? null;
}

/** What a panel of responses begins with: columns and endpoints that the file and the board name for it. */
export function proposeResponse(summary: TableSummary, { endpoints, panels }: Board): Proposed {
  const [response] = responseColumns(summary);
  const change = changeColumns(summary)[0] ?? (besideWords(summary, response) ? response : undefined);
  const named = (pattern: RegExp) =>
    endpoints.find(({ id, label }) => pattern.test(` ${headerWords(id)} ${headerWords(label)} `))?.id;
  const grouped = panels.find((panel) => "group" in panel && panel.group !== null && "column" in panel.group);
  const group = grouped && "group" in grouped ? grouped.group : null;
  return {
    response: response ?? null,
    change: change === undefined ? null : { column: change, scale: null, positive: null },
    follow: named(/ os | overall survival /) ?? null,
    progression: named(/ pfs | ttp | progression /) ?? null,
    duration: named(/ dor | duration of response /) ?? null,
    responded: named(/ ttr | time to response /) ?? null,
    group: group && "column" in group && group.column !== response ? group : null,
  };
}
