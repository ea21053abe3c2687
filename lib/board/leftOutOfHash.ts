import type { Board, Filter, Panel } from "./board";
import { isActive } from "./board";
import { isInHash } from "./hash";
import { endpointOf, newPanel, panelForms } from "./panelForms/registry";

/**
 * What of a board its address leaves out, as parts of a sentence; empty where it carries everything. `start` is the
 * board that the address is opened over, `identifying` whether a column may identify patients.
 */
export function leftOutOfHash(board: Board, start: Board, identifying: (column: string) => boolean): string[] {
  return [...filtersLeft(board, start, identifying), ...panelsLeft(board, start), ...partsLeft(board, start)];
}

function filtersLeft(board: Board, start: Board, identifying: (column: string) => boolean): string[] {
  const left = board.filters.filter(
    (filter) => isActive(filter) && !isInHash(filter, identifying) && !start.filters.some((each) => same(each, filter)),
  );
  const names = (kind: Filter["kind"]) =>
    left.filter((filter) => filter.kind === kind).map(({ of }) => nameOf(board, of));
  return [theFilters(names("values"), "values"), theFilters(names("range"), "patients")].flat();
}

/** Filters in words, with why they are left out: those of ranges are because their column may identify patients. */
function theFilters(names: string[], why: "values" | "patients"): string[] {
  if (names.length === 0) return [];
  const [filters, they] = names.length === 1 ? ["filter", "it"] : ["filters", "they"];
  const reason =
    why === "patients" ? `${they} may identify patients` : `${they} ${names.length === 1 ? "names" : "name"} values`;
  return [`the ${filters} on ${listed(names.map((name) => `“${name}”`))} (${reason})`];
}

function nameOf(board: Board, of: Filter["of"]): string {
  if ("column" in of) return board.columns.find(({ name }) => name === of.column)?.label ?? of.column;
  return board.scores.find(({ id }) => id === of.score)?.label ?? of.score;
}

function panelsLeft(board: Board, start: Board): string[] {
  const found = board.panels.flatMap((panel) => {
    const before =
      start.panels.find(({ id, kind }) => id === panel.id && kind === panel.kind) ??
      newPanel(panel.kind, endpointOf(panel), panel.id);
    return wordsLeft(panel, before);
  });
  return [...new Set(found)].sort();
}

/** The fields of a panel and its figure that no address carries and that differ from those of `before`, in words. */
function wordsLeft(panel: Panel, before: Panel): string[] {
  const { boardOnly, figureBoardOnly } = panelForms[panel.kind];
  const differing = (from: object, other: object, words: Readonly<Record<string, string>>) =>
    Object.entries(words).flatMap(([key, word]) =>
      same(Reflect.get(from, key), Reflect.get(other, key)) ? [] : [word],
    );
  return [...differing(panel, before, boardOnly), ...differing(panel.figure, before.figure, figureBoardOnly)];
}

const partsLeft = (board: Board, start: Board): string[] =>
  (
    [
      ["endpoints and their event words", board.endpoints, start.endpoints],
      ["scores", board.scores, start.scores],
      ["names, units and levels of columns", board.columns, start.columns],
      ["which column names the patient", board.patientId, start.patientId],
      ["corrections and new columns", board.edits, start.edits],
      ["second files", board.joins, start.joins],
      ["how numbers are written", board.writing, start.writing],
      ["how the file is read", board.source.reading, start.source.reading],
    ] as const
  ).flatMap(([name, now, before]) => (same(now, before) ? [] : [name]));

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const listed = (names: string[]) => [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" and ");
