import type { Board } from "./board";
import type { HashSettings } from "./hash";

/** What the settings of an address are about: columns, scores and endpoints, by name or id. */
interface Names {
  columns: ReadonlySet<string>;
  scores: ReadonlySet<string>;
  endpoints: ReadonlySet<string>;
}

/** The names a board can answer over a table of these columns. */
export const namesOf = (board: Board, columns: Iterable<string>): Names => ({
  columns: new Set(columns),
  scores: new Set(board.scores.map(({ id }) => id)),
  endpoints: new Set(board.endpoints.map(({ id }) => id)),
});

/** The keys under which an address names something, wherever they stand in it. */
const kinds: Record<string, keyof Names> = {
  column: "columns",
  score: "scores",
  endpoint: "endpoints",
  also: "endpoints",
};

/** What a part of an address names that is not known, each once. */
export function unknownIn(part: unknown, known: Names): string[] {
  if (typeof part !== "object" || part === null) return [];
  const found = Object.entries(part).flatMap(([key, value]) => {
    if (typeof value !== "string") return unknownIn(value, known);
    const kind = Object.hasOwn(kinds, key) ? kinds[key] : null;
    return kind && !known[kind].has(value) ? [value] : [];
  });
  return [...new Set(found)];
}

/**
 * Whether settings are those of the example. An address that does not say it is, where the example has all that it
 * names.
 */
export const areOfExample = (settings: HashSettings, example: Names): boolean =>
  settings.cohort === undefined ? unknownIn(settings, example).length === 0 : settings.cohort === "example";

/** The panels and ranges of an address that a board and its table can answer, and what those name that were left. */
export function fitting(settings: HashSettings, known: Names): { settings: HashSettings; unknown: string[] } {
  const fits = (part: object) => unknownIn(part, known).length === 0;
  return {
    settings: { ...settings, panels: settings.panels.filter(fits), ranges: settings.ranges.filter(fits) },
    unknown: unknownIn(settings, known),
  };
}
