import { z } from "zod";
import { type Board, type Filter, type Panel, panelSchema, variableSchema } from "./board";
import { figureOptionsSchema } from "./figureOptions";

/**
 * What the address may carry: places, ids, column names, options and numeric filters. Never cell values, level labels, free text, the file
 * name or the event coding; those travel in the board file alone.
 */
const figureInHash = figureOptionsSchema.omit({ title: true, subtitle: true, caption: true, originLabel: true });
const panelInHash = z.strictObject({
  id: z.string().max(100),
  kind: z.literal("kaplanMeier"),
  endpoint: z.string().max(100),
  group: variableSchema.nullable(),
  test: panelSchema.shape.test,
  figure: figureInHash.partial().optional(),
});
const filterInHash = z.strictObject({
  of: variableSchema,
  min: z.number().nullable(),
  max: z.number().nullable(),
  missing: z.boolean(),
});
const settingsSchema = z.strictObject({
  place: z.enum(["data", "scores", "board", "methods"]),
  focus: z.string().max(100).nullable(),
  panels: z.array(panelInHash).max(100),
  ranges: z.array(filterInHash).max(100),
});
export type HashSettings = z.infer<typeof settingsSchema>;

/** The settings of a board as they stand in the address; ranges of identifying columns are left out. */
export function hashOf(
  board: Board,
  view: { place: HashSettings["place"]; focus: string | null },
  identifying: (column: string) => boolean,
): string {
  const ranges = board.filters.filter(
    (filter) => filter.kind === "range" && isSet(filter) && !("column" in filter.of && identifying(filter.of.column)),
  );
  const settings: HashSettings = {
    ...view,
    panels: board.panels.map(({ id, kind, endpoint, group, test, figure }) => ({
      id,
      kind,
      endpoint,
      group,
      test,
      ...changedOptions(figure),
    })),
    ranges: ranges.map((filter) => {
      const { of, min, max, missing } = filter as Filter & { kind: "range" };
      return { of, min, max, missing };
    }),
  };
  return `#${encodeURIComponent(JSON.stringify(settings))}`;
}

/** The settings in an address; null where there are none or they are not ours. */
export function readHash(hash: string): HashSettings | null {
  if (hash.length < 3 || hash.length > 20_000) return null;
  try {
    return settingsSchema.parse(JSON.parse(decodeURIComponent(hash.slice(1))));
  } catch {
    return null;
  }
}

/** A board with the settings of an address; titles stay where the panel is known, panels of unknown endpoints are dropped. */
export function withHash(board: Board, settings: HashSettings): Board {
  const known = new Set(board.endpoints.map(({ id }) => id));
  const panels = settings.panels
    .filter(({ endpoint }) => known.has(endpoint))
    .map((panel): Panel => {
      const before = board.panels.find(({ id }) => id === panel.id);
      const title = before && before.endpoint === panel.endpoint && sameVariable(before, panel) ? before.title : null;
      const figure = figureOptionsSchema.parse({ ...before?.figure, ...panel.figure });
      return {
        id: panel.id,
        kind: panel.kind,
        endpoint: panel.endpoint,
        group: panel.group,
        test: panel.test,
        title,
        figure,
        landmark: null,
        censorAt: null,
        tau: null,
      };
    });
  const filters = settings.ranges.reduce(withRange, board.filters);
  return { ...board, panels: panels.length > 0 ? panels : board.panels, filters };
}

function withRange(filters: Filter[], range: HashSettings["ranges"][number]): Filter[] {
  const filter: Filter = { kind: "range", ...range };
  const place = filters.findIndex(
    (each) => each.kind === "range" && JSON.stringify(each.of) === JSON.stringify(range.of),
  );
  return place < 0 ? [...filters, filter] : filters.map((each, index) => (index === place ? filter : each));
}

const isSet = (filter: (Filter & { kind: "range" }) | Filter) =>
  filter.kind === "range" && (filter.min !== null || filter.max !== null || !filter.missing);

const sameVariable = (a: { group: unknown }, b: { group: unknown }) =>
  JSON.stringify(a.group) === JSON.stringify(b.group);

/** Only the options that differ from their defaults, so that the address stays short. */
function changedOptions(figure: Panel["figure"]): { figure?: HashSettings["panels"][number]["figure"] } {
  const defaults = figureOptionsSchema.parse({}) as Record<string, unknown>;
  const allowed = new Set(Object.keys(figureInHash.shape));
  const changed = Object.entries(figure).filter(
    ([key, value]) => allowed.has(key) && JSON.stringify(value) !== JSON.stringify(defaults[key]),
  );
  return changed.length > 0 ? { figure: Object.fromEntries(changed) } : {};
}
