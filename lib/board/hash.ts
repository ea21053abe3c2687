import * as z from "zod";
import { type Board, type Filter, isActive, type Panel, variableSchema } from "./board";
import { from2to3 } from "./migrations/2to3";
import { endpointOf, newPanel, panelForms, panelInHashSchema, panelSchema } from "./panelForms/registry";

/**
 * What the address may carry: places, ids, column names, options and numeric filters. Never cell values, level labels,
 * free text, the file name or the event coding; those travel in the board file alone.
 */
const filterInHash = z.strictObject({
  of: variableSchema,
  min: z.number().nullable(),
  max: z.number().nullable(),
  missing: z.boolean(),
});
const settingsSchema = z.strictObject({
  /**
   * Whose settings they are: those of a file of the user's own never meet the example. Addresses of before do not say
   * it.
   */
  cohort: z.enum(["example", "own"]).optional(),
  place: z.enum(["data", "scores", "board", "methods"]),
  focus: z.string().max(100).nullable(),
  panels: z.array(panelInHashSchema).max(100),
  ranges: z.array(filterInHash).max(100),
});
export type HashSettings = z.infer<typeof settingsSchema>;

/** The settings of a board as they stand in the address; ranges of identifying columns are left out. */
export function hashOf(
  board: Board,
  view: Pick<HashSettings, "cohort" | "place" | "focus">,
  identifying: (column: string) => boolean,
): string {
  const ranges = board.filters.filter((filter) => isInHash(filter, identifying));
  return written({
    ...view,
    panels: board.panels.map(panelInHash),
    ranges: ranges.map(({ of, min, max, missing }) => ({ of, min, max, missing })),
  });
}

/** An address with settings that were read from one. */
export const hashWith = (settings: HashSettings): string => written(settings);

const written = (settings: object) => `#${encodeURIComponent(JSON.stringify(settings))}`;

type RangeFilter = Filter & { kind: "range" };

/** Whether an address carries a filter: a range that is set, of a column that identifies nobody. */
export const isInHash = (filter: Filter, identifying: (column: string) => boolean): filter is RangeFilter =>
  filter.kind === "range" && isActive(filter) && !("column" in filter.of && identifying(filter.of.column));

/** The settings in an address; null where there are none or they are not ours. */
export function readHash(hash: string): HashSettings | null {
  if (hash.length < 3 || hash.length > 20_000) return null;
  try {
    // Addresses of before are of another version: their panels are as those of its board.
    return settingsSchema.parse(from2to3(JSON.parse(decodeURIComponent(hash.slice(1)))));
  } catch {
    return null;
  }
}

/**
 * A board with the settings of an address; titles stay where the panel is known, panels of unknown endpoints are
 * dropped.
 */
export function withHash(board: Board, settings: HashSettings): Board {
  const known = new Set(board.endpoints.map(({ id }) => id));
  const panels = settings.panels
    .filter((panel) => endpointIsIn(known, panel))
    .map((panel) =>
      withTexts(
        panel,
        board.panels.find(({ id }) => id === panel.id),
      ),
    );
  const filters = settings.ranges.reduce(withRange, board.filters);
  return { ...board, panels: panels.length > 0 ? panels : board.panels, filters };
}

function endpointIsIn(known: ReadonlySet<string>, panel: HashSettings["panels"][number]): boolean {
  const endpoint = endpointOf(panel);
  return endpoint === null || known.has(endpoint);
}

function withRange(filters: Filter[], range: HashSettings["ranges"][number]): Filter[] {
  const filter: Filter = { kind: "range", ...range };
  const place = filters.findIndex(
    (each) => each.kind === "range" && JSON.stringify(each.of) === JSON.stringify(range.of),
  );
  return place < 0 ? [...filters, filter] : filters.map((each, index) => (index === place ? filter : each));
}

const sameVariable = (a: object, b: object) => JSON.stringify(groupOf(a)) === JSON.stringify(groupOf(b));

const groupOf = (panel: object) => ("group" in panel ? panel.group : null);

/** What of a panel may stand in the address and differs from a new one, so that the address stays short. */
function panelInHash(panel: Panel): Record<string, unknown> {
  const { id, kind } = panel;
  const { inHash, figureInHash } = panelForms[kind];
  const endpoint = endpointOf(panel);
  const fresh = newPanel(kind, endpoint, id);
  const { figure: _, ...options } = changed(panel, fresh, inHash.shape);
  const figure = changed(panel.figure, fresh.figure, figureInHash.shape);
  const of = endpoint === null ? {} : { endpoint };
  return { id, kind, ...of, ...options, ...(Object.keys(figure).length > 0 ? { figure } : {}) };
}

/** The entries that differ from those of `fresh`, of the keys allowed. */
const changed = (from: object, fresh: object, allowed: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(from).filter(
      ([key, value]) =>
        Object.hasOwn(allowed, key) &&
        JSON.stringify(value) !== JSON.stringify((fresh as Record<string, unknown>)[key]),
    ),
  );

/** A panel of the address with what only the board holds, such as texts: its title stays while it shows the same. */
function withTexts(panel: HashSettings["panels"][number], before: Panel | undefined): Panel {
  if (before?.kind !== panel.kind) return panelSchema.parse(panel);
  const { inHash, figureInHash } = panelForms[panel.kind];
  const kept = Object.entries(before).filter(([key]) => !Object.hasOwn(inHash.shape, key));
  const texts = Object.entries(before.figure).filter(([key]) => !Object.hasOwn(figureInHash.shape, key));
  const title = endpointOf(before) === endpointOf(panel) && sameVariable(before, panel) ? before.title : null;
  return panelSchema.parse({
    ...Object.fromEntries(kept),
    ...panel,
    title,
    figure: { ...Object.fromEntries(texts), ...panel.figure },
  });
}
